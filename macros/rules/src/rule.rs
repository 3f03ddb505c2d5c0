//! All rules under one roof.

use crate::wording::{Case, Warning, Wording};
use crate::{Code, Group, Presence, VALUE_RULES, ValueRule};

/// A condition that has to hold. Its argument is [`Arg::Demand`](crate::Arg::Demand), which says what
/// must be: "`end` must be greater than `start`".
///
/// Such a rule may carry a code of its API instead, so a code that is [no rule](Rule::named)
/// speaks in these words, too. Without a demand there is nothing left to say but that it is broken.
pub const EXPECT: &Code = &Code::new(
    "expect",
    &[
        Wording::new(
            Case::DemandWhen,
            "When {when}, {expect}.",
            "{at}: {expect} when {when}",
        )
        .warning(Warning::Words("When {when}, {expect}.")),
        Wording::new(Case::Demand, "{Expect}.", "{at}: {expect}")
            .warning(Warning::Words("{Expect}.")),
        Wording::new(
            Case::Any,
            "There is a rule of its own.",
            "{at} breaks the rule",
        ),
    ],
);

/// A rule of the user's own, which a function judges. Its argument is [`Arg::Text`](crate::Arg::Text)
/// when the function says what is wrong, or [`Arg::Demand`](crate::Arg::Demand) with the reason of the
/// rule.
pub const CHECK: &Code = &Code::new(
    "check",
    &[
        Wording::new(Case::Text, "{text}.", "{at} {text}"),
        Wording::new(Case::Demand, "{Expect}.", "{at} breaks the rule: {expect}"),
        Wording::new(Case::Any, "A function checks it.", "{at} breaks the rule"),
    ],
);

/// Any rule. Readers handle each kind, so a new one is a breaking change on purpose.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// About one value.
    Value(&'static ValueRule),
    /// About whether a member is given.
    Presence(Presence),
    /// About how many members are given.
    Group(Group),
    /// A condition that has to hold: [`EXPECT`].
    Expect,
}

impl Rule {
    /// All rules: presence, value rules, groups, and conditions.
    pub fn all() -> impl Iterator<Item = Self> {
        let presence = Presence::ALL.iter().copied().map(Self::Presence);
        let values = VALUE_RULES.iter().copied().map(Self::Value);
        let groups = Group::ALL.iter().copied().map(Self::Group);
        presence.chain(values).chain(groups).chain([Self::Expect])
    }

    /// The rule of this code.
    pub fn named(code: &str) -> Option<Self> {
        Self::all().find(|rule| rule.code().name == code)
    }

    /// Name and sentences.
    pub const fn code(self) -> &'static Code {
        match self {
            Self::Value(rule) => &rule.code,
            Self::Presence(rule) => rule.code(),
            Self::Group(rule) => rule.code(),
            Self::Expect => EXPECT,
        }
    }
}
