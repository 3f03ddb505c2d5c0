//! Why each kind of finding matters, for the page about it.

use super::Code;

/// One or two sentences.
#[allow(clippy::too_many_lines)] // a table, one row per code
pub(super) const fn why(code: Code) -> &'static str {
    match code {
        Code::Folder => "A spec starts at `api.yaml`. Without that file there is nothing to read.",
        Code::Yaml => {
            "What cannot be read has no meaning, and guessing at it would hide a mistake."
        }
        Code::DuplicateKey => {
            "YAML readers keep one of the two and differ in which. A reader of the file sees both."
        }
        Code::Anchor => {
            "They make a file short and its claims hard to find: a line would hold at places that do not show it."
        }
        Code::Include => {
            "Nothing is picked up by chance. A file that is named and missing is a part of the spec that is missing."
        }
        Code::IncludeCycle => {
            "Files that include each other have no order, and order is documentation order."
        }
        Code::IncludedTwice => {
            "The second time adds nothing. It is most often a name that was meant to be another one."
        }
        Code::MissingApi => {
            "The name of the API names the crate that is generated, and the API in every output."
        }
        Code::Kept => {
            "Verdicts are written by `stipula docs-check` and read by the pages. A line that was edited by hand proves nothing."
        }
        Code::UnknownKey => {
            "A key with a slip in its name would be ignored, and the rule that it was to say would be missing."
        }
        Code::MissingKey => "Without it the rest of the mapping says nothing.",
        Code::MissingValue => {
            "YAML reads an empty value as null. Whether it was forgotten or meant cannot be told."
        }
        Code::WrongKind => {
            "The key takes something of another form. What was meant cannot be told from what stands there."
        }
        Code::BadScalar => "The key takes few words, or a number, and this is none of them.",
        Code::Exclusive => {
            "Each of the two makes the other meaningless, so that one of them is a mistake."
        }
        Code::RuleDemand => {
            "An id, a blame and a sentence belong to one demand. Two demands in a rule could not be told apart in an error."
        }
        Code::Method => "A request needs exactly one method. An overlay has that of its base.",
        Code::DeclaredTwice => {
            "Names and ids are how rules, types and traps are referred to. Two with one name cannot be."
        }
        Code::UnknownType => "The member would have no type in the client.",
        Code::UnknownOperation => {
            "An overlay takes its path and fields from the operation that it names."
        }
        Code::UnknownSource => {
            "A claim that rests on a page has to name a page that is listed, or nobody can look it up."
        }
        Code::UnknownQuirk => {
            "A reader follows the id to learn why the spec departs from its page."
        }
        Code::UnknownField => "A rule about a field that is not there would never apply.",
        Code::UnknownValue => {
            "A value that the enum lacks never comes, so that what is said of it never holds."
        }
        Code::UnknownClass => {
            "The class tells the client whether a call failed for good or may be repeated. Without it the client would guess."
        }
        Code::WrongType => {
            "The place takes a type of one kind only: the keys of a map, for example, are text."
        }
        Code::OverlayChain => "An overlay of an overlay would hide where a field comes from.",
        Code::RecursiveType => {
            "A value of such a type would have no end, and no Rust struct holds itself."
        }
        Code::BadName => {
            "Names become file names, crate names and links. Characters that do not fit would break one of them."
        }
        Code::BadRustName => "The name is written into Rust as it is.",
        Code::RustNameTaken => {
            "Rust names are made from the vendor's. Where two become the same, a person has to choose."
        }
        Code::AliasTaken => "A body with that name could not be read in one way only.",
        Code::UnknownPart => {
            "Facts of that part of the page would be compared with nothing, and a difference would go unseen."
        }
        Code::ConditionSyntax => {
            "Conditions become Rust, JSON Schema and English. All three come from one reading of the text."
        }
        Code::ConditionField => {
            "The condition would compare something that is never given, and so would never hold."
        }
        Code::ConditionValue => {
            "The comparison would never be true. It is most often a slip in the name of the value."
        }
        Code::ConditionType => {
            "Text is not a number, and an object is neither. The comparison has no meaning."
        }
        Code::ConditionAbsent => {
            "A comparison with an absent value is false, so that its negation is true. Whether that was meant has to be said."
        }
        Code::ConditionBase => {
            "The thing that the condition refers to does not exist where the rule stands."
        }
        Code::ConditionPlaces => {
            "The type is used at several places, and the name means another thing at each."
        }
        Code::ConditionNever => "The rule looks as if it demanded something, and demands nothing.",
        Code::ConditionAlways => {
            "The rule says more simply what it means without the condition. It is often a mistake in it."
        }
        Code::RulesContradict => {
            "In some case no body keeps both rules, so that every request is refused before it is sent."
        }
        Code::RuleMisfit => {
            "The rule asks something of a value that values of this type do not have."
        }
        Code::BoundsCrossed => "No value is within the bounds, so that every value is refused.",
        Code::BadPattern => "The client would refuse to build, or the pattern would match nothing.",
        Code::GroupTooSmall => "A group of one field is a plain rule about that field.",
        Code::LimitExcludesValue => {
            "The page documents a value that the page's own limit forbids. One of the two is wrong."
        }
        Code::ResponseRule => {
            "Answers are read, not judged: a server that breaks a rule of its page still has to be understood."
        }
        Code::ScenarioEmpty => "Nothing can be in that case, so that its type could never be made.",
        Code::DefaultMisfit => "The server cannot assume a value that it would refuse.",
        Code::BadPath => {
            "A request needs a path that begins with `/` and holds nothing that has to be escaped."
        }
        Code::BadUrl => "Requests go there. It needs a scheme and a host.",
        Code::SigningTemplate => {
            "A text that leaves out a part is signed all the same, and then proves nothing about that part."
        }
        Code::UnsignedStatus => {
            "An unsigned answer may come from anybody. One that says that a call went well must not be believed."
        }
        Code::ExampleFile => {
            "Examples are shown on pages, in the OpenAPI document and by the fake, so they have to be JSON."
        }
        Code::NoOperation => "A client without an operation does nothing.",
        Code::ExampleBreaksRule => {
            "Either the page's own sample contradicts its rules, which is a quirk to note, or the rule is wrong."
        }
        Code::UnusedType => {
            "It is not in any output. It is most often a reference that names another type by mistake."
        }
        Code::UnusedQuirk => {
            "The trap is told nowhere that it matters. The claim that it bears on should name it."
        }
        Code::UnusedSource => {
            "A page that nothing rests on is either not needed, or some claim lacks its evidence."
        }
        Code::RuleShadowed => {
            "It can never be the only rule that is broken, so that it adds nothing, or says less than it should."
        }
        Code::Todo => {
            "A draft leaves marks where a person has to decide. They should not be released."
        }
        Code::ImpliedLimit => {
            "It stays as documentation. A rule of its own would report the same mistake twice."
        }
    }
}
