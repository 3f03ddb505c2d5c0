//! What a value rule demands: a rule of the registry with its argument.

use serde::{Serialize, Serializer, ser::SerializeMap};
use stipula_rules::{Arg, ValueRule};

/// A rule of the registry with its argument.
#[derive(Debug, Clone)]
pub struct ValueDemand {
    /// The rule.
    pub rule: &'static ValueRule,
    /// What it is told beside the value.
    pub argument: Argument,
}

impl ValueDemand {
    /// Whether it is the rule of this code.
    pub fn is(&self, code: &str) -> bool {
        self.rule.code.name == code
    }
}

/// The registry has one rule of a name.
impl PartialEq for ValueDemand {
    fn eq(&self, other: &Self) -> bool {
        self.is(other.rule.code.name) && self.argument == other.argument
    }
}

/// As the spec writes it: `{ "max_chars": 32 }`.
impl Serialize for ValueDemand {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.rule.code.name, &self.argument)?;
        map.end()
    }
}

/// An end of a range, as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// It is in the range.
    Included(String),
    /// The range goes up to it, without it.
    Excluded(String),
}

impl End {
    /// As the registry takes it.
    pub fn arg(&self) -> stipula_rules::End<'_> {
        match self {
            Self::Included(text) => stipula_rules::End::Included(text),
            Self::Excluded(text) => stipula_rules::End::Excluded(text),
        }
    }

    /// As it is written.
    pub fn text(&self) -> &str {
        self.arg().text()
    }

    /// Whether it is in the range.
    pub const fn is_included(&self) -> bool {
        matches!(self, Self::Included(_))
    }
}

/// The argument of a value rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Argument {
    /// Nothing.
    None,
    /// A number.
    Count(u64),
    /// A length for each of some keys of the nearest map.
    Lengths {
        /// Wire text of the key and its length, in order.
        keys: Vec<(String, u64)>,
        /// For any other key: the smallest.
        default: u64,
    },
    /// Bounds, both included; an absent end is open.
    Range {
        /// Lowest.
        min: Option<i64>,
        /// Highest.
        max: Option<i64>,
    },
    /// Bounds that need neither be whole nor included; an absent end is open.
    Bounds {
        /// The lower end.
        min: Option<End>,
        /// The upper end.
        max: Option<End>,
    },
    /// A text.
    Text(String),
    /// Digits after the decimal point.
    Decimals(u32),
}

impl Argument {
    /// As the registry takes it.
    pub fn arg(&self) -> Arg<'_> {
        match self {
            Self::None => Arg::None,
            Self::Count(count) => Arg::Count(*count),
            Self::Lengths { keys, default } => Arg::Lengths {
                keys,
                default: *default,
            },
            Self::Range { min, max } => Arg::Range {
                min: *min,
                max: *max,
            },
            Self::Bounds { min, max } => Arg::Bounds {
                min: min.as_ref().map(End::arg),
                max: max.as_ref().map(End::arg),
            },
            Self::Text(text) => Arg::Text(text),
            Self::Decimals(places) => Arg::Decimals(*places),
        }
    }
}
