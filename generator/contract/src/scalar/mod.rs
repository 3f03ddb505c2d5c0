//! Types that no spec declares: single values with nothing inside. A file each says what is known
//! of one; what a language makes of it is the matter of its emitter.

mod boolean;
mod decimal;
mod integer;
mod json;
mod string;
mod timestamp_millis;
mod url;

use serde::Serialize;
use serde_json::Value as Any;

use super::{Bounds, Kind};

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
    /// Any JSON number.
    Decimal,
    /// `true` or `false`.
    Boolean,
    /// Milliseconds since 1970-01-01 UTC, a number.
    TimestampMillis,
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
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Anything.
    Any,
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
    /// What it is called in documentation: "text".
    pub label: &'static str,
    /// The `format` of JSON Schema.
    pub format: Option<&'static str>,
    kind: fn(Bounds) -> Kind,
    sample: fn(usize) -> Any,
}

impl Scalar {
    /// All of them, in the order of documentation.
    pub const ALL: &'static [Self] = &[
        Self::String,
        Self::Integer,
        Self::Decimal,
        Self::Boolean,
        Self::TimestampMillis,
        Self::Url,
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

    /// A value of it. Those of different numbers differ, where the type has enough of them.
    pub fn sample(self, number: usize) -> Any {
        (self.facts().sample)(number)
    }
}

impl Wire {
    /// Whether a value is of this form.
    pub fn fits(self, value: &Any) -> bool {
        match self {
            Self::Text => value.is_string(),
            // `1.0` is no whole number here, as it is none to the client.
            Self::Integer => value.is_i64(),
            Self::Number => value.is_number(),
            Self::Boolean => value.is_boolean(),
            Self::Any => true,
        }
    }
}
