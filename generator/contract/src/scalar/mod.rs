//! Types that no spec declares: single values with nothing inside. A file each says what is known
//! of one; what a language makes of it is the matter of its emitter.

mod boolean;
mod bytes;
mod date;
mod date_time;
mod decimal;
mod duration;
mod file;
mod integer;
mod json;
mod string;
mod timestamp_millis;
mod timestamp_seconds;
mod unsigned;
mod url;

use serde::Serialize;
use serde_json::Value as Any;
use stipula_rules::{duration::written, number_text};

use super::{Bounds, Kind, Moment};

/// So many samples of a date or a time come after one another.
pub const SAMPLES: usize = 28;

/// A type that no spec declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Scalar {
    /// Any text.
    String,
    /// A text that is an address with a scheme.
    Url,
    /// 64-bit integer.
    Integer,
    /// 64-bit integer that is not negative.
    Unsigned,
    /// Any JSON number.
    Decimal,
    /// `true` or `false`.
    Boolean,
    /// Milliseconds since 1970-01-01 UTC, a number.
    TimestampMillis,
    /// Seconds since 1970-01-01 UTC, a number.
    TimestampSeconds,
    /// A date and time as RFC 3339 writes it, a text.
    DateTime,
    /// A date as RFC 3339 writes it, a text.
    Date,
    /// A length of time as ISO 8601 writes it, a text.
    Duration,
    /// Bytes in Base64, a text.
    Bytes,
    /// A file: a part of a multipart body.
    File,
    /// Anything.
    Json,
}

/// What a scalar is on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// A text.
    Text,
    /// A whole number of 64 bits.
    Integer,
    /// A whole number of 64 bits that is not negative.
    Unsigned,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A part with a file name; where a request is written as JSON, an object.
    File,
    /// Anything.
    Any,
}

/// Which texts a scalar takes.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// Any.
    Free,
    /// Those of which this is true.
    Only(fn(&str) -> bool),
    /// Those that stand for a number, by which they are compared.
    Counts(fn(&str) -> Option<i128>),
}

/// What is known of a scalar.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Facts {
    /// Its name in a spec.
    pub name: &'static str,
    /// What it is on the wire.
    pub wire: Wire,
    /// What it is called in findings about a spec: "a text".
    pub noun: &'static str,
    /// What a body should have held: "a whole number of 64 bits".
    pub wanted: &'static str,
    /// What it is called in documentation: "string".
    pub label: &'static str,
    schema: fn() -> Vec<(&'static str, Any)>,
    /// Of a text: which texts it takes.
    form: Form,
    kind: fn(Bounds) -> Kind,
    sample: fn(usize) -> Any,
}

impl Scalar {
    /// All of them, in the order of documentation.
    pub const ALL: &'static [Self] = &[
        Self::String,
        Self::Integer,
        Self::Unsigned,
        Self::Decimal,
        Self::Boolean,
        Self::TimestampMillis,
        Self::TimestampSeconds,
        Self::DateTime,
        Self::Date,
        Self::Duration,
        Self::Url,
        Self::Bytes,
        Self::File,
        Self::Json,
    ];

    /// What is known of it.
    pub const fn facts(self) -> &'static Facts {
        match self {
            Self::String => string::FACTS,
            Self::Url => url::FACTS,
            Self::Integer => integer::FACTS,
            Self::Decimal => decimal::FACTS,
            Self::Boolean => boolean::FACTS,
            Self::TimestampMillis => timestamp_millis::FACTS,
            Self::TimestampSeconds => timestamp_seconds::FACTS,
            Self::DateTime => date_time::FACTS,
            Self::Date => date::FACTS,
            Self::Duration => duration::FACTS,
            Self::Bytes => bytes::FACTS,
            Self::File => file::FACTS,
            Self::Unsigned => unsigned::FACTS,
            Self::Json => json::FACTS,
        }
    }

    /// The scalar that a spec calls so.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|it| it.facts().name == name)
    }

    /// What it is on the wire.
    pub const fn wire(self) -> Wire {
        self.facts().wire
    }

    /// What can stand in it, as far as conditions can ask.
    pub fn kind(self, bounds: Bounds) -> Kind {
        (self.facts().kind)(bounds)
    }

    /// Whether a value is of it.
    pub fn fits(self, value: &Any) -> bool {
        let is_formed = |text: &str| match self.facts().form {
            Form::Free => true,
            Form::Only(is) => is(text),
            Form::Counts(number) => number(text).is_some(),
        };
        self.wire().fits(value) && value.as_str().is_none_or(is_formed)
    }

    /// The number that a text of it stands for: nanoseconds or days since 1970-01-01, of a duration its nanoseconds. None when it
    /// is compared as what it is.
    pub fn counted(self, text: &str) -> Option<i128> {
        match self.facts().form {
            Form::Counts(number) => number(text),
            Form::Free | Form::Only(_) => None,
        }
    }

    /// What JSON Schema says of it beside its type.
    pub fn keywords(self) -> Vec<(&'static str, Any)> {
        (self.facts().schema)()
    }

    /// Whether it is a number, so that it can travel as text.
    pub const fn is_number(self) -> bool {
        matches!(self.wire(), Wire::Integer | Wire::Unsigned | Wire::Number)
    }

    /// Of a number: whether a text writes one of it, as JSON would.
    pub fn is_written(self, text: &str) -> bool {
        let whole = number_text::whole(text);
        match self.wire() {
            Wire::Integer => whole.is_some_and(|it| i64::try_from(it).is_ok()),
            Wire::Unsigned => whole.is_some_and(|it| u64::try_from(it).is_ok()),
            Wire::Number => number_text::is_decimal(text),
            Wire::Text | Wire::Boolean | Wire::File | Wire::Any => false,
        }
    }

    /// Of a number: the texts that [write](Self::is_written) one, as a regular expression.
    pub fn written_pattern(self) -> String {
        match self.wire() {
            Wire::Integer => number_text::integers(),
            Wire::Unsigned => number_text::unsigned(),
            _ => number_text::decimals(),
        }
    }

    /// Of a number: what a body should have held when it travels as text.
    pub const fn wanted_as_text(self) -> &'static str {
        match self {
            Self::Unsigned => "a whole number of 64 bits that is not negative, as text",
            Self::TimestampMillis => "a time in milliseconds, a whole number, as text",
            Self::TimestampSeconds => "a time in seconds, a whole number, as text",
            Self::Decimal => "a number, as text",
            _ => "a whole number of 64 bits, as text",
        }
    }

    /// Whether any text is one of it.
    pub const fn is_free_text(self) -> bool {
        matches!(self.wire(), Wire::Text) && matches!(self.facts().form, Form::Free)
    }

    /// Whether several texts say one value, such as `PT60M` and `PT1H`.
    pub const fn has_synonyms(self) -> bool {
        matches!(self, Self::DateTime | Self::Duration)
    }

    /// The sample that stands for a number, when it is one of the first: see [`counted`](Self::counted).
    pub fn sample_of(self, number: i128) -> Option<Any> {
        let is = |own: &Any| own.as_str().and_then(|it| self.counted(it)) == Some(number);
        (0..SAMPLES).map(|at| self.sample(at)).find(is)
    }

    /// A value of it. Those of different numbers differ, where the type has enough of them.
    pub fn sample(self, number: usize) -> Any {
        (self.facts().sample)(number)
    }
}

impl Moment {
    /// The scalar that says it.
    pub const fn scalar(self) -> Scalar {
        match self {
            Self::DateTime => Scalar::DateTime,
            Self::Date => Scalar::Date,
        }
    }
}

impl Kind {
    /// The number by which a text that stands here is compared: nanoseconds or days. None of any
    /// other text.
    pub fn counted(self, text: &str) -> Option<i128> {
        match self {
            Self::Moment(it) => it.scalar().counted(text),
            Self::Duration(_) => Scalar::Duration.counted(text),
            _ => None,
        }
    }

    /// A text that stands for a number here: see [`counted`](Self::counted). None when there is none,
    /// or when numbers are not texts here.
    pub fn text_of(self, number: i128) -> Option<String> {
        match self {
            Self::Moment(it) => {
                let own = it.scalar().sample_of(number)?;
                own.as_str().map(str::to_owned)
            }
            Self::Duration(_) => written(number),
            _ => None,
        }
    }
}

impl Wire {
    /// Whether a value is of this form.
    pub fn fits(self, value: &Any) -> bool {
        match self {
            Self::Text => value.is_string(),
            // `1.0` is no whole number here, as it is none to the client.
            Self::Integer => value.is_i64(),
            Self::Unsigned => value.is_u64(),
            Self::Number => value.is_number(),
            Self::Boolean => value.is_boolean(),
            Self::File => file::is_file(value),
            Self::Any => true,
        }
    }
}
