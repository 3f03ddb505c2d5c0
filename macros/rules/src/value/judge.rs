//! What rules look at, and how they judge it.

use std::fmt;

use super::digits::Exact;
use crate::Arg;

/// What a value rule looks at.
///
/// Readers handle each of them, so a new one is a breaking change on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A text.
    Text,
    /// A text, or a number that may have a fraction.
    Digits,
    /// A text, the text of an enum, or an integer.
    Constant,
    /// An integer or a time.
    Integer,
    /// The number of elements of a list or of entries of a map.
    Length,
    /// The elements of a list.
    List,
    /// The elements of a list, which are texts, texts of an enum or integers.
    Constants,
    /// The text of an open enum.
    Enum,
    /// The keys of a map, which are texts of an enum. The derive writes it as `keys(known)`.
    Keys,
    /// An object whose type a sibling chooses.
    Case,
}

impl Subject {
    /// What it takes, in English: "a text".
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Digits => "a text or a `Decimal`",
            Self::Constant => "a text, an enum or an integer",
            Self::Integer => "an integer",
            Self::Length => "a list or a map",
            Self::List => "a list",
            Self::Constants => "a list of texts, enums or integers",
            Self::Enum => "an open enum",
            Self::Keys => "a map whose keys are an enum",
            Self::Case => "an enum of cases",
        }
    }
}

/// How a rule judges what it looks at. The functions answer `None` to an argument that is none of
/// theirs.
#[derive(Clone, Copy)]
pub enum Judge {
    /// A text by itself.
    Text(fn(&str, Arg<'_>) -> Option<bool>),
    /// A text by how it is written, a number by its value.
    Digits {
        /// Of a text.
        text: fn(&str, Arg<'_>) -> Option<bool>,
        /// Of a number.
        number: fn(Exact, Arg<'_>) -> Option<bool>,
    },
    /// A number by itself.
    Integer(fn(Exact, Arg<'_>) -> Option<bool>),
    /// A text or an integer must be the one that the argument is.
    Constant,
    /// A number of elements by itself.
    Length(fn(usize, Arg<'_>) -> Option<bool>),
    /// A list must not hold an element twice.
    Unique,
    /// A list must hold the item that the argument is.
    Contains,
    /// A text must be documented, which its type knows.
    Known,
    /// The keys must be documented, which their type knows.
    KnownKeys,
    /// The case must be the chosen one, which type and sibling know.
    Case,
}

impl Judge {
    pub(super) const fn subject(self) -> Subject {
        match self {
            Self::Text(_) => Subject::Text,
            Self::Digits { .. } => Subject::Digits,
            Self::Constant => Subject::Constant,
            Self::Integer(_) => Subject::Integer,
            Self::Length(_) => Subject::Length,
            Self::Unique => Subject::List,
            Self::Contains => Subject::Constants,
            Self::Known => Subject::Enum,
            Self::KnownKeys => Subject::Keys,
            Self::Case => Subject::Case,
        }
    }
}

impl fmt::Debug for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.subject().fmt(f)
    }
}
