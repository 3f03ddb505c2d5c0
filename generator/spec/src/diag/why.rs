//! Why each kind of finding matters, for the page about it.

use super::Code;

/// Declares the reason of each code, in one or two sentences.
macro_rules! reasons {
    ($($code:ident $why:literal;)*) => {
        impl Code {
            /// Why it matters.
            pub const fn why(self) -> &'static str {
                match self { $(Self::$code => $why,)* }
            }
        }
    };
}

reasons! {
    Folder "A spec starts at `api.yaml`. Without that file there is nothing to read.";
    Yaml "What cannot be read has no meaning, and guessing at it would hide a mistake.";
    DuplicateKey "YAML readers keep one of the two and differ in which. A reader of the file sees both.";
    Anchor "They make a file short and its claims hard to find: a line would hold at places that do not show it.";
    Include "Nothing is picked up by chance. A file that is named and missing is a part of the spec that is missing.";
    IncludeCycle "Files that include each other have no order, and order is documentation order.";
    IncludedTwice "The second time adds nothing. It is most often a name that was meant to be another one.";
    MissingApi "The name of the API names the crate that is generated, and the API in every output.";
    Kept "Verdicts are written by `stipula docs-check` and the history by `stipula changelog`, and both are read by the pages. A line that was edited by hand proves nothing.";
    UnknownKey "A key with a slip in its name would be ignored, and the rule that it was to say would be missing.";
    MissingKey "Without it the rest of the mapping says nothing.";
    MissingValue "YAML reads an empty value as null. Whether it was forgotten or meant cannot be told.";
    WrongKind "The key takes something of another form. What was meant cannot be told from what stands there.";
    BadScalar "The key takes few words, or a number, and this is none of them.";
    Exclusive "Each of the two makes the other meaningless, so that one of them is a mistake.";
    RuleDemand "An id, a blame and a sentence belong to one demand. Two demands in a rule could not be told apart in an error.";
    Method "A request needs exactly one method. An overlay has that of its base.";
    DeclaredTwice "Names and ids are how rules, types and traps are referred to. Two with one name cannot be.";
    UnknownType "The member would have no type in the client.";
    UnknownOperation "An overlay takes its path and fields from the operation that it names.";
    UnknownSource "A claim that rests on a page has to name a page that is listed, or nobody can look it up.";
    UnknownQuirk "A reader follows the id to learn why the spec departs from its page.";
    UnknownField "A rule about a field that is not there would never apply.";
    UnknownValue "A value that the enum lacks never comes, so that what is said of it never holds.";
    UnknownClass "The class tells the client whether a call failed for good or may be repeated. Without it the client would guess.";
    WrongType "The place takes a type of one kind only: the keys of a map, for example, are text.";
    OverlayChain "An overlay of an overlay would hide where a field comes from.";
    RecursiveType "Nobody could send or receive such a value: each one always holds another one.";
    BadName "Names become file names, crate names and links. Characters that do not fit would break one of them.";
    BadRustName "The name is written into Rust as it is.";
    RustNameTaken "Rust names are made from the vendor's. Where two become the same, a person has to choose.";
    AliasTaken "A body with that name could not be read in one way only.";
    UnknownPart "Facts of that part of the page would be compared with nothing, and a difference would go unseen.";
    TagMisfit "The member chooses the case, so that in each case it always holds the same value.";
    ShapesAlike "A reader takes the first shape that fits, and would take it for values that are meant to be of the other one.";
    UnknownCredential "The client would ask for nothing by that name, and the request would prove nothing.";
    UnknownScheme "The operation would be sent without a proof, or with another one.";
    ConditionSyntax "Conditions become Rust, JSON Schema and English. All three come from one reading of the text.";
    ConditionField "The condition would compare something that is never given, and so would never hold.";
    ConditionValue "The comparison would never be true. It is most often a slip in the name of the value.";
    ConditionType "Text is not a number, and an object is neither. The comparison has no meaning.";
    ConditionAbsent "A comparison with an absent value is false, so that its negation is true. Whether that was meant has to be said.";
    ConditionBase "The thing that the condition refers to does not exist where the rule stands.";
    ConditionPlaces "The type is used at several places, and the name means another thing at each.";
    ConditionNever "The rule looks as if it demanded something, and demands nothing.";
    ConditionAlways "The rule says more simply what it means without the condition. It is often a mistake in it.";
    RulesContradict "In some case no body keeps both rules, so that every request is refused before it is sent.";
    RuleMisfit "The rule asks something of a value that values of this type do not have.";
    BoundsCrossed "No value is within the bounds, so that every value is refused.";
    BadPattern "The client would refuse to build, or the pattern would match nothing.";
    GroupTooSmall "A group of one field is a plain rule about that field.";
    LimitExcludesValue "The page documents a value that the page's own limit forbids. One of the two is wrong.";
    ResponseRule "Answers are read, not judged: a server that breaks a rule of its page still has to be understood.";
    ScenarioEmpty "Nothing can be in that case, so that its type could never be made.";
    DefaultMisfit "The server cannot assume a value that it would refuse.";
    BadPath "A request needs a path that begins with `/` and holds nothing that has to be escaped.";
    BadUrl "Requests go there. It needs a scheme and a host.";
    SigningTemplate "A text that leaves out a part is signed all the same, and then proves nothing about that part.";
    UnsignedStatus "An unsigned answer may come from anybody. One that says that a call went well must not be believed.";
    ExampleFile "Examples are shown on pages, in the OpenAPI document and by the fake, so they have to be JSON.";
    NoOperation "A client without an operation does nothing.";
    ExampleBreaksRule "Either the page's own sample contradicts its rules, which is a quirk to note, or the rule is wrong.";
    BadPlace "A request that cannot be written cannot be sent.";
    BadIdempotencyHeader "One header holds one value. What else writes it would be lost, or the key would be.";
    BadPages "A client that cannot tell the items, the next page or the end would miss some, or never stop.";
    BadFixed "What every request carries is written once, as it is sent, and by one part of the spec.";
    BadRedirects "Whoever sends a change to another place cannot know whether the first one has carried it out.";
    BadHandedOut "What proves who sends goes to that address. The spec says which hosts it may be, and the answer the rest.";
    UnusedType "It is not in any output. It is most often a reference that names another type by mistake.";
    UnusedQuirk "The trap is told nowhere that it matters. The claim that it bears on should name it.";
    UnusedSource "A page that nothing rests on is either not needed, or some claim lacks its evidence.";
    RuleShadowed "It can never be the only rule that is broken, so that it adds nothing, or says less than it should.";
    Todo "A draft leaves marks where a person has to decide. They should not be released.";
    NotificationsAlike "A body tells which kind it is before it is read. One that fits two kinds would be taken for the first of them.";
    Unproven "Whoever knows the address can send a notification. Without a proof, anybody could claim that an order was paid.";
    BadReply "The vendor takes the answer for its word on whether to send the notification again.";
    UnusedCredential "Whoever makes a client is asked for something that is never sent.";
    Ineffective "Whoever wrote it expects something of it.";
    ImpliedLimit "It stays as documentation. A rule of its own would report the same mistake twice.";
}
