//! The table of rows: one line says all of one.

use super::{Bump, Direction, Facts, Rust, Urgency, Wire};

macro_rules! rows {
    ($($name:ident $id:literal $direction:ident $wire:ident $rust:ident $bump:ident $urgency:ident $title:literal $run:literal;)*) => {
        /// A kind of change.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Row {
            $(#[doc = concat!("`", $id, "`: ", $title, ".")] $name,)*
        }

        impl Row {
            /// All of them, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// What is known of it.
            pub const fn facts(self) -> &'static Facts {
                match self {
                    $(Self::$name => &Facts {
                        id: $id,
                        title: $title,
                        direction: Direction::$direction,
                        wire: Wire::$wire,
                        rust: Rust::$rust,
                        run: $run,
                        bump: Bump::$bump,
                        urgency: Urgency::$urgency,
                    },)*
                }
            }
        }
    };
}

rows! {
    OperationAdded "E1" Any Fine Fine Minor Whenever "an operation was added" "";
    OperationGoneUpstream "E2" Any Breaks Breaks Major Now "an operation is gone, and its page with it" "the platform no longer takes it";
    OperationRemoved "E2b" Any Fine Breaks Major Whenever "an operation was removed from the spec" "";
    RenamedBehindAlias "E3a" Any Fine Fine Minor Whenever "something has another name in the spec and its old one in Rust" "";
    RenamedInRust "E3b" Any Fine Breaks Major Whenever "something has another name in Rust" "";
    EndpointChanged "E4" Any Breaks Fine Minor Now "method or path changed" "another address is called";
    HostChanged "E5" Any Breaks Fine Minor Now "the host of an environment changed" "another host is called";
    HostAdded "E5a" Any Fine Fine Minor Whenever "an environment was added" "";
    HostRemoved "E5b" Any Breaks Fine Major Now "an environment was removed" "the builder refuses its name";
    GroupChanged "E6" Any Fine Breaks Major Whenever "an operation moved to another group" "it needs another feature";
    RepeatsChanged "E7" Any Fine Fine Minor Soon "when calls are repeated changed" "retries differ";
    RedirectsChanged "E8" Any Fine Fine Minor Soon "whether redirects are followed changed" "responses to redirects differ";
    PagesAdded "E9a" Any Fine Fine Minor Whenever "responses are now read as pages" "";
    PagesChanged "E9b" Any Part Fine Minor Now "how pages hang together changed" "other pages are asked for";
    PagesRemoved "E9c" Any Fine Breaks Major Soon "responses are no longer read as pages" "";
    OptionalAdded "F1" Request Fine Fine Minor Whenever "an optional field was added" "";
    RequiredAdded "F2" Request Breaks Fine Major Now "a required field was added" "`build()` fails without it";
    ConditionalAdded "F3" Request Part Fine Minor Soon "a field was added that is required in some cases" "calls of these cases are refused";
    NowRequired "F4" Request Breaks Fine Major Now "a field is now required" "`build()` fails without it";
    NowOptional "F5" Request Fine Fine Minor Whenever "a field is no longer required" "more is accepted";
    MoreDemanded "F6" Request Part Fine Minor Soon "a condition demands more" "more is refused";
    LessDemanded "F7" Request Fine Fine Minor Soon "a condition demands less" "more is accepted";
    GroupOfMembersChanged "F9" Request Part Fine Minor Soon "which fields are given together changed" "other combinations are refused";
    MemberRemoved "F10b" Request Fine Breaks Major Soon "a field was removed" "it is no longer sent";
    RenamedOnWire "F11" Request Breaks Fine Minor Now "a field is called otherwise on the wire" "other JSON is sent";
    RenamedBoth "F11b" Request Breaks Breaks Major Now "a field is called otherwise on the wire and in Rust" "other JSON is sent";
    MemberRenamedInRust "F12" Any Fine Breaks Major Whenever "a field has another name in Rust" "";
    TypeChanged "F13" Request Breaks Breaks Major Now "the type of a field changed" "other JSON is sent";
    ReadLeniently "F14" Any Fine Fine Minor Whenever "a number is now read from a string, or a string from a number" "more is read";
    ShapeChanged "F15" Request Breaks Breaks Major Now "a single value became a list or object, or the reverse" "other JSON is sent";
    DefaultChanged "F16" Request Fine Fine Minor Soon "what the platform assumes changed" "the effect of leaving it out differs";
    ConstantDropped "F17a" Request Fine Fine Minor Whenever "a fixed value may now be another" "`new()` no longer sets it";
    ConstantSet "F17b" Request Part Breaks Major Soon "a field now has one fixed value" "its setter is gone";
    ConstantChanged "F17c" Request Breaks Fine Minor Now "a fixed value is another one" "`new()` sets the new one";
    OrderChanged "F18" Any Fine Fine Patch Whenever "the order of documentation changed" "";
    TextOfNumber "F19" Any Breaks Fine Minor Now "a number travels as a string, or no longer does" "other JSON is sent";
    Boxed "F20" Any Fine Breaks Major Whenever "a field stands in a box, or no longer does" "";
    ClearsChanged "F21" Request Part Breaks Major Soon "whether `null` clears a field changed" "";
    WrittenOtherwise "F22" Request Breaks Fine Minor Now "what is sent travels elsewhere or is written otherwise" "other bytes are sent";
    SensitiveChanged "F23" Any Fine Breaks Major Whenever "whether a field is sensitive changed" "logs differ";
    OtherNameRead "F24a" Any Fine Fine Patch Whenever "another name of a field is read" "more is read";
    OtherNameIgnored "F24b" Any Part Fine Minor Soon "another name of a field is no longer read" "less is read";
    ReadStrictly "F14b" Any Part Fine Minor Now "a number is no longer read from a string, or a string from a number" "less is read";
    ClosedChanged "F25" Request Part Fine Minor Soon "whether other fields are refused changed" "";
    RuleRenamed "F26" Request Fine Fine Minor Soon "a rule has another id" "violations have another id";
    AnswerMemberAdded "R1" Answer Fine Fine Minor Whenever "a field was added to a response" "it leaves `extra`";
    GuaranteedAdded "R2" Answer Part Fine Minor Whenever "a field was added that responses always hold" "a response without it is an error";
    NowGuaranteed "R3" Answer Part Breaks Major Whenever "responses now always hold a field" "`Option<T>` became `T`";
    NoLongerGuaranteed "R4" Answer Breaks Breaks Major Now "responses no longer always hold a field" "`T` became `Option<T>`";
    AnswerMemberRemoved "R5b" Answer Fine Breaks Major Soon "a field was removed from a response" "it is in `extra`";
    AnswerRenamed "R6" Answer Breaks Fine Minor Now "a field of a response is called otherwise" "old responses lack it";
    AnswerRenamedBoth "R6b" Answer Breaks Breaks Major Now "a field of a response is called otherwise, in Rust as well" "old responses lack it";
    AnswerTypeChanged "R7" Answer Breaks Breaks Major Now "the type of a response, or of a field of it, changed" "";
    AnswerLoosened "R8" Answer Fine Fine Minor Soon "a limit of a response was raised or dropped" "callers may get more than they have room for";
    AnswerTightened "R9" Answer Fine Fine Patch Whenever "a limit of a response was lowered or set" "";
    DefaultLost "R10" Any Fine Breaks Major Whenever "a type can no longer be made by `Default`" "";
    AnswerNeedChanged "R12" Answer Fine Fine Patch Whenever "what is told of when a response holds a field changed" "";
    ValueAdded "V1" Request Fine Fine Minor Whenever "a value was added" "";
    ValueRemoved "V2b" Request Part Breaks Major Soon "a value was removed" "";
    AnswerValueAdded "V3" Answer Fine Fine Minor Soon "a value was added that responses may hold" "`Unknown` becomes the new variant";
    AnswerValueRemoved "V4" Answer Fine Breaks Major Whenever "a value was removed that responses might hold" "its variant becomes `Unknown`";
    PairRemoved "V5" Request Part Fine Minor Soon "a value is no longer allowed beside another" "more is refused";
    OpenChanged "V6" Request Part Fine Minor Soon "whether other values may be sent changed" "the validator is softer or harder";
    ValueRenamed "V7" Any Breaks Fine Minor Now "a value is another one on the wire" "other JSON is sent";
    CaseAdded "U1" Any Fine Fine Minor Whenever "a union has a case more" "";
    CaseRemoved "U2" Any Part Breaks Major Soon "a union has a case less" "";
    ShapesReordered "U3" Any Part Fine Minor Now "shapes are tried in another order" "a value may be read otherwise";
    LimitTightened "C1" Request Part Fine Minor Soon "a limit was set or tightened" "more is refused";
    LimitLoosened "C2" Request Fine Fine Minor Soon "a limit was loosened or dropped" "more is accepted";
    UnitChanged "C3" Request Part Fine Minor Soon "the unit of a limit changed" "other texts are refused";
    LimitByKey "C4" Request Part Fine Minor Soon "a limit is now one for each key, or no longer is" "";
    KeyTightened "C5a" Request Part Fine Minor Soon "the limit of one key was tightened" "that key only";
    KeyLoosened "C5b" Request Fine Fine Minor Whenever "the limit of one key was loosened" "that key only";
    KeyAdded "C6a" Request Fine Fine Minor Whenever "a key has a limit of its own" "";
    KeyRemoved "C6b" Request Part Fine Minor Soon "a key no longer has a limit of its own" "";
    FormChanged "C7" Request Part Fine Minor Soon "the form of a value was set or changed" "more is refused";
    HeaderFilled "H1" Request Breaks Fine Minor Now "a header was added that every request needs, and the client fills it" "";
    HeaderToGive "H1b" Request Breaks Fine Major Now "something was added that whoever makes a client has to give" "the builder asks for it";
    HeaderOptional "H2" Request Fine Fine Minor Whenever "an optional header was added or removed" "";
    HeaderCase "H3" Any Fine Fine Patch Whenever "the name of a header is written otherwise" "";
    SignedCase "H3b" Any Breaks Fine Minor Now "letters of what is signed changed their case" "signatures differ";
    ProofChanged "H4" Any Breaks Fine Minor Now "how messages are proven or encrypted changed" "signatures differ";
    AnswerHeader "H5" Answer Fine Fine Minor Whenever "a header of responses was added or removed" "";
    FixedChanged "H6" Request Breaks Fine Minor Now "a text that every request carries changed" "other bytes are sent";
    CredentialGone "H7" Request Fine Breaks Major Whenever "a credential is no longer asked for" "its constant is gone";
    SecrecyChanged "H8" Request Fine Fine Minor Soon "who may see a credential changed" "logs differ";
    CodeAdded "X1" Answer Fine Fine Minor Whenever "a result code was added" "it was `Unknown`";
    CodeRemoved "X2" Answer Fine Breaks Major Whenever "a result code was removed" "its variant becomes `Unknown`";
    CodeClass "X3" Answer Part Fine Minor Now "how a result code counts changed" "retries differ";
    CodeMessage "X4" Answer Fine Fine Patch Whenever "what a result code means is told otherwise" "";
    CodeRenamed "X5" Answer Part Fine Minor Soon "a result code is called otherwise" "";
    OutcomeChanged "X6" Answer Breaks Fine Minor Now "where or how a response says how it went changed" "";
    EmptyChanged "X7" Any Part Fine Minor Soon "what an empty string means changed" "";
    MovesChanged "S1" Request Part Fine Minor Soon "what may follow a status changed" "the check of the state differs";
    ScenarioAdded "N1" Request Fine Fine Minor Whenever "a scenario was added" "";
    ScenarioRemoved "N2" Request Fine Breaks Major Whenever "a scenario was removed" "";
    ScenarioMembers "N3" Request Fine Breaks Major Whenever "the fields of the type of a scenario changed" "";
    ScenarioFixed "N3b" Request Fine Fine Minor Soon "what the type of a scenario sets by itself changed" "other JSON is sent";
    ScenarioWhen "N4" Request Fine Fine Minor Soon "which requests are of a scenario changed" "";
    ContextChanged "N5" Request Fine Breaks Major Soon "what a call is told beside its request changed" "";
    NotificationAdded "O1" Answer Fine Fine Minor Whenever "a notification was added" "";
    NotificationRemoved "O2" Answer Fine Breaks Major Soon "a notification was removed" "";
    NotificationChanged "O3" Answer Part Fine Minor Now "how a notification is told or answered changed" "";
    WarningChanged "Q1" Request Fine Fine Minor Whenever "a warning is given in other cases" "`build()` goes on";
    Deprecated "D1" Any Fine Warns Minor Soon "something should no longer be used" "";
    Described "D2" Any Fine Fine Patch Whenever "descriptions, samples or links changed" "";
    PageMoved "P1" Any Fine Fine None Whenever "address, date or digest of a page changed" "";
    EvidenceChanged "P2" Any Fine Fine Patch Whenever "evidence changed, and no claim did" "documentation only";
    GeneratorPatch "G1" Any Fine Fine Patch Whenever "the generator writes other bytes for the same spec" "";
    GeneratorMinor "G2" Any Fine Fine Minor Whenever "the generator writes more items for the same spec" "";
    GeneratorMajor "G3" Any Fine Breaks Major Whenever "the generator writes fewer or other items for the same spec" "";
}
