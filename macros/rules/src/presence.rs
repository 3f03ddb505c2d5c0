//! Whether a member is given.

use crate::wording::{Case, Warning, Wording};
use crate::{Code, Severity};

/// A rule about whether a member is given. Its argument is [`Arg::When`](crate::Arg::When).
///
/// Readers handle each of them, so a new one is a breaking change on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Presence {
    /// It has to be given.
    Required,
    /// It has to be given when the condition holds.
    RequiredIf,
    /// It may be given only when the condition holds.
    AllowedIf,
    /// It has an effect only when the condition holds.
    EffectiveIf,
}

impl Presence {
    /// All of them, in order.
    pub const ALL: &[Self] = &[
        Self::Required,
        Self::RequiredIf,
        Self::AllowedIf,
        Self::EffectiveIf,
    ];

    /// Name and sentences.
    pub const fn code(self) -> &'static Code {
        match self {
            Self::Required => const { &Code::new("required", REQUIRED) },
            Self::RequiredIf => const { &Code::new("required_if", REQUIRED) },
            Self::AllowedIf => const { &Code::new("allowed_if", ALLOWED) },
            Self::EffectiveIf => EFFECTIVE_IF,
        }
    }

    /// By its name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|it| it.code().name == name)
    }
}

const REQUIRED: &[Wording] = &[
    Wording::new(Case::Always, "Required.", "{at} is required")
        .warning(Warning::Words("Should be given.")),
    Wording::new(
        Case::When,
        "Required when {when}.",
        "{at} is required when {when}",
    )
    .warning(Warning::Words("Should be given when {when}.")),
];

const ALLOWED: &[Wording] = &[
    Wording::new(
        Case::Always,
        "May only be given when nothing forbids it.",
        "{at} may not be given here",
    )
    .warning(Warning::Words(
        "Should only be given when nothing forbids it.",
    )),
    Wording::new(
        Case::When,
        "May only be given when {when}.",
        "{at} may only be given when {when}",
    )
    .warning(Warning::Words("Should only be given when {when}.")),
];

const EFFECTIVE_IF: &Code = &Code {
    severity: Severity::Warning,
    ..Code::new("effective_if", EFFECTIVE)
};

const EFFECTIVE: &[Wording] = &[
    Wording::new(
        Case::Always,
        "Has an effect only when it is given.",
        "{at} has no effect here",
    )
    .warning(Warning::Unsaid),
    Wording::new(
        Case::When,
        "Has an effect only when {when}.",
        "{at} has an effect only when {when}",
    )
    .warning(Warning::Unsaid),
];
