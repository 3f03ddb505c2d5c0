//! Codes of findings.

use super::Level;

/// Declares the codes: variant, text, level, title.
macro_rules! codes {
    ($($variant:ident $text:literal $level:ident $title:literal;)*) => {
        /// What kind of finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code { $(#[doc = $title] $variant,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code as shown: `E0101`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// How much it matters.
            pub const fn level(self) -> Level {
                match self { $(Self::$variant => Level::$level,)* }
            }

            /// What it is about, in one line.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

codes! {
    Folder "E0101" Error "The spec folder cannot be read";
    Yaml "E0102" Error "A file is not the YAML that a spec is written in";
    DuplicateKey "E0103" Error "A key stands twice in one mapping";
    Anchor "E0104" Error "Anchors, aliases, tags and merge keys are not used";
    Include "E0105" Error "An included file cannot be read";
    IncludeCycle "E0106" Error "A file includes itself";
    IncludedTwice "W0107" Warning "A file is included a second time";
    MissingApi "E0108" Error "No file says which API it is";
    Kept "E0109" Error "A file that is kept beside the spec cannot be read";
    UnknownKey "E0201" Error "A key that is not in the language";
    MissingKey "E0202" Error "A key that has to be there is not";
    MissingValue "E0203" Error "A key has no value";
    WrongKind "E0204" Error "A list, mapping or text stands where another was expected";
    BadScalar "E0205" Error "A text is not one of those that fit";
    Exclusive "E0206" Error "Two keys exclude each other";
    RuleDemand "E0207" Error "A rule demands nothing, or two things";
    Method "E0208" Error "An operation has no method, or two";
    DeclaredTwice "E0301" Error "A name is declared twice";
    UnknownType "E0302" Error "There is no such type";
    UnknownOperation "E0303" Error "There is no such operation";
    UnknownSource "E0304" Error "There is no such source";
    UnknownQuirk "E0305" Error "There is no such quirk";
    UnknownField "E0306" Error "There is no such field";
    UnknownValue "E0307" Error "The enum has no such value";
    UnknownClass "E0308" Error "A result code has a class that `outcome` does not know";
    WrongType "E0309" Error "A type of another kind was expected";
    OverlayChain "E0310" Error "An overlay of an overlay";
    RecursiveType "E0311" Error "A value of a type has no end, or types nest too deep";
    BadName "E0312" Error "A name has characters that do not fit";
    BadRustName "E0313" Error "A Rust name is not an identifier";
    RustNameTaken "E0314" Error "Two things would get one Rust name";
    AliasTaken "E0315" Error "An alias is the name of another field";
    UnknownPart "E0316" Error "A part of a page is laid to nothing of the spec";
    TagMisfit "E0317" Error "A case of a union has another tag";
    ShapesAlike "E0318" Error "Two shapes of a value cannot be told apart";
    UnknownCredential "E0319" Error "There is no such credential";
    UnknownScheme "E0320" Error "There is no such scheme of authentication";
    NotificationsAlike "E0321" Error "Two notifications cannot be told apart";
    ConditionSyntax "E0401" Error "A condition cannot be read";
    ConditionField "E0402" Error "A condition reads a field that does not exist";
    ConditionValue "E0403" Error "A condition names a value that the enum lacks";
    ConditionType "E0404" Error "A condition compares what cannot be compared";
    ConditionAbsent "E0405" Error "A negated comparison does not say what absence means";
    ConditionBase "E0406" Error "`parent`, `root`, `ctx` or `key` where there is none";
    ConditionPlaces "E0407" Error "A condition reads different things depending on the place";
    ConditionNever "E0408" Error "A condition holds in no case";
    ConditionAlways "E0409" Error "A condition holds in every case";
    RulesContradict "E0410" Error "Two rules that nothing can keep both";
    RuleMisfit "E0501" Error "A rule does not apply to the type";
    BoundsCrossed "E0502" Error "Rules of one field that nothing can meet";
    BadPattern "E0503" Error "A pattern is not a regular expression";
    GroupTooSmall "E0504" Error "A group has fewer than two fields";
    LimitExcludesValue "E0505" Error "A documented value is over its own limit";
    ResponseRule "E0506" Error "A condition on an answer";
    ScenarioEmpty "E0507" Error "No body belongs to a scenario";
    DefaultMisfit "E0508" Error "A default that its own field does not take";
    BadPath "E0601" Error "A path that cannot be requested";
    BadUrl "E0602" Error "A base address that cannot be used";
    SigningTemplate "E0603" Error "The text to sign is not well made";
    UnsignedStatus "E0604" Error "A status that must not come unsigned";
    ExampleFile "E0605" Error "The body of an example cannot be read";
    NoOperation "E0606" Error "A spec without operations";
    ExampleBreaksRule "E0607" Error "An example that breaks a rule";
    BadPlace "E0608" Error "A field cannot travel where it is said to";
    Unproven "E0609" Error "Nothing proves who sent a notification";
    BadReply "E0610" Error "An answer to a notification that cannot be sent";
    BadIdempotencyHeader "E0611" Error "A header that cannot hold the key of repeats";
    BadPages "E0612" Error "Pages that nobody could turn";
    BadFixed "E0613" Error "A text that not every request can carry";
    BadRedirects "E0614" Error "Redirects that would do the work twice";
    BadHandedOut "E0615" Error "An address from an answer that no client could ask";
    UnusedType "W0701" Warning "Nothing refers to a type";
    UnusedQuirk "W0702" Warning "Nothing refers to a quirk";
    UnusedSource "W0703" Warning "Nothing refers to a source";
    RuleShadowed "W0704" Warning "A rule that another one hides";
    Todo "W0705" Warning "Something is left to be done";
    UnusedCredential "W0706" Warning "Nothing refers to a credential";
    Ineffective "W0707" Warning "A key that does nothing where it stands";
    ImpliedLimit "N0801" Note "A limit that another rule implies is documentation";
}

impl Code {
    /// The code with this text.
    pub fn find(text: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|code| code.as_str().eq_ignore_ascii_case(text))
    }
}
