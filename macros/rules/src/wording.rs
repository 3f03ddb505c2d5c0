//! Sentences as data: templates, chosen by the argument.

use crate::Arg;
use crate::arg::Edge;

/// The sentences of a rule for one kind of argument.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording {
    pub(crate) case: Case,
    /// A whole sentence, with a period.
    pub(crate) docs: &'static str,
    /// The same, of a rule that only warns.
    pub(crate) warning: Warning,
    /// A sentence about a value at a place, without a period.
    pub(crate) message: &'static str,
    /// About what was found, where the place is told already; the message without it.
    pub(crate) found: &'static str,
}

/// How documentation says that a rule only warns.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Warning {
    /// With a note at the end.
    Noted,
    /// Not at all.
    Unsaid,
    /// In other words.
    Words(&'static str),
}

/// The arguments that a wording is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// Whatever it is.
    Any,
    Zero,
    Count,
    Lengths,
    /// A range with such a lower and such an upper end.
    Ends(Edge, Edge),
    Text,
    AtLeast,
    Always,
    When,
    Demand,
    DemandWhen,
}

impl Case {
    fn fits(self, arg: Arg<'_>) -> bool {
        match self {
            Self::Any => true,
            Self::Zero => arg.is_number() && arg.count() == Some(0),
            Self::Count => arg.is_number(),
            Self::Lengths => matches!(arg, Arg::Lengths { .. }),
            Self::Ends(low, high) => arg.edges() == Some((low, high)),
            Self::Text => matches!(arg, Arg::Text(_)),
            Self::AtLeast => matches!(arg, Arg::AtLeast { .. }),
            Self::Always => arg == Arg::When(None),
            Self::When => matches!(arg, Arg::When(Some(_))),
            Self::Demand => matches!(arg, Arg::Demand { when: None, .. }),
            Self::DemandWhen => matches!(arg, Arg::Demand { when: Some(_), .. }),
        }
    }
}

impl Arg<'_> {
    fn is_number(self) -> bool {
        matches!(self, Self::Count(_) | Self::Decimals(_))
    }
}

impl Wording {
    pub(crate) const fn new(case: Case, docs: &'static str, message: &'static str) -> Self {
        Self {
            case,
            docs,
            warning: Warning::Noted,
            message,
            found: message,
        }
    }

    /// What to say of the value where it may be shown.
    pub(crate) const fn found(mut self, found: &'static str) -> Self {
        self.found = found;
        self
    }

    pub(crate) const fn warning(mut self, warning: Warning) -> Self {
        self.warning = warning;
        self
    }

    /// The first one for this argument.
    pub(crate) fn of(all: &'static [Self], arg: Arg<'_>) -> Option<&'static Self> {
        all.iter().find(|wording| wording.case.fits(arg))
    }
}
