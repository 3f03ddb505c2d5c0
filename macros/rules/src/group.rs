//! How many of some members are given.

use crate::Code;
use crate::wording::{Case, Warning, Wording};

/// A rule about how many of some members are given. Its argument is the names of the members, in
/// backticks, as [`Arg::Text`](crate::Arg::Text), or as [`Arg::AtLeast`](crate::Arg::AtLeast) where it
/// has a count.
///
/// Readers handle each of them, so a new one is a breaking change on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// One or more.
    AtLeastOne,
    /// One and no other.
    ExactlyOne,
    /// One or none.
    AtMostOne,
    /// All or none.
    AllOrNone,
    /// So many or more.
    AtLeast(usize),
}

impl Group {
    /// All of them, in order; the one with a count has the smallest that no other one says.
    pub const ALL: &[Self] = &[
        Self::AtLeastOne,
        Self::ExactlyOne,
        Self::AtMostOne,
        Self::AllOrNone,
        Self::AtLeast(2),
    ];

    /// Name and sentences.
    pub const fn code(self) -> &'static Code {
        match self {
            Self::AtLeastOne => const { &Code::new("at_least_one", AT_LEAST_ONE) },
            Self::ExactlyOne => const { &Code::new("exactly_one", EXACTLY_ONE) },
            Self::AtMostOne => const { &Code::new("at_most_one", AT_MOST_ONE) },
            Self::AllOrNone => const { &Code::new("all_or_none", ALL_OR_NONE) },
            Self::AtLeast(_) => const { &Code::new("at_least", AT_LEAST) },
        }
    }

    /// By its name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|it| it.code().name == name)
    }
}

const AT_LEAST_ONE: &[Wording] = &[
    named(
        "Give at least one of {text}.",
        "{at}: at least one of {text} must be given",
    ),
    unnamed(
        "Give at least one of the group.",
        "{at}: at least one of the group must be given",
    ),
];

const EXACTLY_ONE: &[Wording] = &[
    named(
        "Give exactly one of {text}.",
        "{at}: exactly one of {text} must be given",
    ),
    unnamed(
        "Give exactly one of the group.",
        "{at}: exactly one of the group must be given",
    ),
];

const AT_MOST_ONE: &[Wording] = &[
    named(
        "Give at most one of {text}.",
        "{at}: at most one of {text} may be given",
    ),
    unnamed(
        "Give at most one of the group.",
        "{at}: at most one of the group may be given",
    ),
];

const ALL_OR_NONE: &[Wording] = &[
    named(
        "Give all of {text} or none.",
        "{at}: all or none of {text} must be given",
    ),
    unnamed(
        "Give all of the group or none.",
        "{at}: all or none of the group must be given",
    ),
];

const AT_LEAST: &[Wording] = &[
    Wording::new(
        Case::AtLeast,
        "Give at least {n} of {text}.",
        "{at}: at least {n} of {text} must be given",
    )
    .warning(Warning::Unsaid),
    unnamed(
        "Give as many of the group as it asks for.",
        "{at}: more of the group must be given",
    ),
];

const fn named(docs: &'static str, message: &'static str) -> Wording {
    Wording::new(Case::Text, docs, message).warning(Warning::Unsaid)
}

const fn unnamed(docs: &'static str, message: &'static str) -> Wording {
    Wording::new(Case::Any, docs, message).warning(Warning::Unsaid)
}
