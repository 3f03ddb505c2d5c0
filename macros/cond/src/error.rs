//! What can be wrong with a condition, where, and what to do about it.

use std::fmt;
use std::ops::Range;

use proc_macro2::Span;

/// One mistake in a condition.
#[derive(Debug, Clone)]
pub struct Error {
    /// What is wrong.
    pub kind: ErrorKind,
    /// The token at fault.
    pub span: Span,
}

/// The mistakes there are.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is longer than [`MAX_TEXT`](crate::MAX_TEXT) bytes.
    TooLong,
    /// Nested deeper than [`MAX_DEPTH`](crate::MAX_DEPTH).
    TooDeep,
    /// The text does not fall into tokens: an open quote or bracket, a stray character.
    Tokens,
    /// Something else was expected here.
    Expected {
        /// What would have been right.
        what: &'static str,
        /// What stands there.
        found: String,
    },
    /// An operator of another language.
    Foreign {
        /// As written.
        written: &'static str,
        /// As it is written here.
        meant: &'static str,
    },
    /// A literal that cannot be read.
    Literal(&'static str),
    /// `a < b < c`
    Chained,
    /// `in []`
    EmptyList,
    /// No field of this name.
    UnknownField {
        /// The name as written.
        name: String,
        /// The nearest name there is.
        suggestion: Option<String>,
        /// What else may have been meant.
        hint: Option<Hint>,
    },
    /// The enum has no such value.
    UnknownValue {
        /// The name as written.
        name: String,
        /// The type that lacks it.
        of: String,
        /// The nearest value there is.
        suggestion: Option<String>,
    },
    /// A field of this type cannot be used like this.
    Unsuitable {
        /// The field.
        place: String,
        /// Its type, in words.
        ty: String,
        /// The use that was tried, in words.
        use_of: &'static str,
    },
    /// The two sides have different types.
    Mismatch {
        /// The type of the left side, in words.
        left: String,
        /// The type of the right side, in words.
        right: String,
    },
    /// `!=` or `not in` on a field that may be absent.
    UnequalOptional {
        /// The field.
        place: String,
        /// The positive form of what was written, `x == A` or `x in [A, B]`.
        positive: String,
        /// What was written.
        written: String,
    },
    /// Two values are compared, and no field.
    NoField,
    /// `true` or `false` as a part of a larger condition.
    ConstantInside,
    /// A mistake that the scope found, in its own words.
    Other {
        /// What is wrong.
        message: String,
        /// What to do.
        help: Option<String>,
    },
}

/// What may have been meant by a name that no field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hint {
    /// One more value, as in `type == A or B`.
    Value,
    /// A name of a number, as in `level == Open`.
    Number,
    /// A text without its quotes, as in `name == x`.
    Text,
    /// Absence, as in `name == null`.
    Absence,
}

impl Error {
    /// A mistake at a place.
    pub fn new(kind: ErrorKind, span: Span) -> Self {
        Self { kind, span }
    }

    /// There is no field of that name.
    pub fn unknown_field(name: impl Into<String>, suggestion: Option<&str>, span: Span) -> Self {
        let suggestion = suggestion.map(str::to_owned);
        let kind = ErrorKind::UnknownField {
            name: name.into(),
            suggestion,
            hint: None,
        };
        Self::new(kind, span)
    }

    /// The type `of` has no such value.
    pub fn unknown_value(
        name: impl Into<String>,
        of: impl Into<String>,
        suggestion: Option<&str>,
        span: Span,
    ) -> Self {
        let suggestion = suggestion.map(str::to_owned);
        Self::new(
            ErrorKind::UnknownValue {
                name: name.into(),
                of: of.into(),
                suggestion,
            },
            span,
        )
    }

    /// A mistake in the words of the caller.
    pub fn other(message: impl Into<String>, help: Option<String>, span: Span) -> Self {
        Self::new(
            ErrorKind::Other {
                message: message.into(),
                help,
            },
            span,
        )
    }

    /// The bytes of the text at fault; meaningful for [`parse`](crate::parse()).
    pub fn range(&self) -> Range<usize> {
        span_range(self.span)
    }

    /// What to do about it.
    pub fn help(&self) -> Option<String> {
        let nearest = |s: &Option<String>| s.as_ref().map(|s| format!("did you mean `{s}`?"));
        match &self.kind {
            ErrorKind::UnknownField {
                suggestion: None,
                hint: Some(hint),
                ..
            } => Some(hint.help().to_owned()),
            ErrorKind::UnknownField { suggestion, .. }
            | ErrorKind::UnknownValue { suggestion, .. } => nearest(suggestion),
            ErrorKind::TooDeep => Some("split it into several rules".to_owned()),
            ErrorKind::Chained => Some("join two comparisons with `and`".to_owned()),
            ErrorKind::Foreign { meant, .. } => Some(format!("write `{meant}`")),
            ErrorKind::Tokens => {
                Some("close every quote and bracket; text stands in \"…\"".to_owned())
            }
            ErrorKind::ConstantInside => {
                Some("leave it out, or make it the whole condition".to_owned())
            }
            ErrorKind::UnequalOptional {
                place,
                positive,
                written,
            } => Some(format!(
                "write `present({place}) and {written}` if it must be given, or `not ({positive})` if absent counts too"
            )),
            ErrorKind::Other { help, .. } => help.clone(),
            ErrorKind::TooLong
            | ErrorKind::Expected { .. }
            | ErrorKind::Literal(_)
            | ErrorKind::EmptyList
            | ErrorKind::Unsuitable { .. }
            | ErrorKind::Mismatch { .. }
            | ErrorKind::NoField => None,
        }
    }
}

impl Hint {
    fn help(self) -> &'static str {
        match self {
            Hint::Value => "to compare with one of several values, write `field in [A, B]`",
            Hint::Number => "the values of this enum are whole numbers",
            Hint::Text => "a text stands in quotes",
            Hint::Absence => "absence is asked for with `not present(field)`",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ErrorKind::TooLong => {
                write!(f, "the condition is longer than {} bytes", crate::MAX_TEXT)
            }
            ErrorKind::TooDeep => {
                write!(
                    f,
                    "the condition is nested deeper than {} levels",
                    crate::MAX_DEPTH
                )
            }
            ErrorKind::Tokens => f.write_str("this cannot be read as a condition"),
            ErrorKind::Expected { what, found } => write!(f, "expected {what}, found {found}"),
            ErrorKind::Foreign { written, .. } => write!(f, "`{written}` is not an operator here"),
            ErrorKind::Literal(reason) => f.write_str(reason),
            ErrorKind::Chained => f.write_str("comparisons cannot be chained"),
            ErrorKind::EmptyList => f.write_str("an empty list: nothing is in it"),
            ErrorKind::UnknownField { name, .. } => write!(f, "unknown field `{name}`"),
            ErrorKind::UnknownValue { name, of, .. } => write!(f, "`{of}` has no value `{name}`"),
            ErrorKind::Unsuitable { place, ty, use_of } => {
                write!(f, "`{place}` is {ty} and {use_of}")
            }
            ErrorKind::Mismatch { left, right } => write!(f, "cannot compare {left} with {right}"),
            ErrorKind::UnequalOptional { place, .. } => {
                write!(
                    f,
                    "`{place}` may be absent, so `!=` and `not in` would be ambiguous"
                )
            }
            ErrorKind::NoField => f.write_str("this compares two values and no field"),
            ErrorKind::ConstantInside => {
                f.write_str("a constant inside a larger condition decides nothing")
            }
            ErrorKind::Other { message, .. } => f.write_str(message),
        }
    }
}

impl std::error::Error for Error {}

/// The bytes that a span covers in the text given to [`parse`](crate::parse()).
pub fn span_range(span: Span) -> Range<usize> {
    span.byte_range()
}
