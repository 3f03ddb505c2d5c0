//! Rules about one value: what they have in common, and all of them.

mod bound;
mod case_of;
mod constant;
mod contains;
mod decimal_places;
pub mod digits;
mod format;
mod judge;
mod keeps;
mod known;
mod known_keys;
mod max_bytes;
mod max_chars;
mod max_items;
mod min_bytes;
mod min_chars;
mod min_items;
mod multiple_of;
mod number;
mod pattern;
mod prefix;
mod range;
mod scan;
mod segment;
mod shape;
mod unique;
mod url;

pub use judge::{Judge, Subject};
pub use keeps::Value;
pub use range::end as range_end;
pub use shape::Shape;

use crate::wording::Wording;
use crate::{Code, Unit};

/// All value rules, in the order of documentation.
pub const VALUE_RULES: &[&ValueRule] = &[
    min_chars::RULE,
    max_chars::RULE,
    min_bytes::RULE,
    max_bytes::RULE,
    range::RULE,
    multiple_of::RULE,
    min_items::RULE,
    max_items::RULE,
    unique::RULE,
    contains::RULE,
    constant::RULE,
    prefix::RULE,
    pattern::RULE,
    decimal_places::RULE,
    format::email::RULE,
    format::uri::RULE,
    format::uuid::RULE,
    format::ipv4::RULE,
    format::ipv6::RULE,
    format::hostname::RULE,
    format::country::RULE,
    format::currency::RULE,
    format::phone::RULE,
    url::RULE,
    segment::RULE,
    known::RULE,
    known_keys::RULE,
    case_of::RULE,
];

/// Whether a value keeps a rule: the functions that derived code calls, each with the name of its
/// rule, and what some of them take.
pub mod checks {
    pub use super::bound::{Bound, above, below, within};
    pub use super::constant::r#const;
    pub use super::contains::contains;
    pub use super::decimal_places::{decimal_places, has_decimal_places};
    pub use super::format::country::country;
    pub use super::format::currency::currency;
    pub use super::format::email::email;
    pub use super::format::hostname::hostname;
    pub use super::format::ipv4::ipv4;
    pub use super::format::ipv6::ipv6;
    pub use super::format::phone::phone;
    pub use super::format::uri::uri;
    pub use super::format::uuid::uuid;
    pub use super::max_bytes::max_bytes;
    pub use super::max_chars::max_chars;
    pub use super::max_items::max_items;
    pub use super::min_bytes::min_bytes;
    pub use super::min_chars::min_chars;
    pub use super::min_items::min_items;
    pub use super::multiple_of::multiple_of;
    pub use super::number::Number;
    #[cfg(feature = "pattern")]
    pub use super::pattern::{Pattern, pattern};
    pub use super::prefix::prefix;
    pub use super::range::range;
    pub use super::scan::Scan;
    pub use super::segment::segment;
    pub use super::unique::unique;
    pub use super::url::url;
}

/// How much there is of what a rule counts in a text, when that breaks the rule: each with the name of
/// its rule. Who tells of a broken rule counts no second time.
pub mod counts {
    pub use super::max_bytes::count as max_bytes;
    pub use super::max_chars::count as max_chars;
    pub use super::min_bytes::count as min_bytes;
    pub use super::min_chars::count as min_chars;
}

/// A rule about one value, as data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ValueRule {
    /// Name and sentences.
    pub code: Code,
    /// What it looks at, and how it judges that.
    pub judge: Judge,
    /// The form of its argument.
    pub argument: Shape,
    /// What a spec says with this key. Absent when there is no such key, for the type implies the
    /// rule.
    pub key: Option<&'static str>,
    /// A spec names it as a `format`.
    pub is_format: bool,
    /// What to write in an attribute instead, where the value is another one than the rule looks
    /// at.
    pub instead: &'static [(Subject, &'static str)],
}

impl ValueRule {
    const fn new(
        name: &'static str,
        judge: Judge,
        argument: Shape,
        wordings: &'static [Wording],
    ) -> Self {
        Self {
            code: Code::new(name, wordings),
            judge,
            argument,
            key: None,
            is_format: false,
            instead: &[],
        }
    }

    const fn unit(mut self, unit: Unit) -> Self {
        self.code.unit = unit;
        self
    }

    const fn key(mut self, says: &'static str) -> Self {
        self.key = Some(says);
        self
    }

    const fn format(mut self) -> Self {
        self.is_format = true;
        self
    }

    const fn instead(mut self, instead: &'static [(Subject, &'static str)]) -> Self {
        self.instead = instead;
        self
    }

    /// What it looks at.
    pub const fn subject(&self) -> Subject {
        self.judge.subject()
    }
}

/// The codes of countries and of currencies, with a space in between.
pub use format::{country::COUNTRIES, currency::CURRENCIES};

/// The value rule of this name.
pub fn value_rule(name: &str) -> Option<&'static ValueRule> {
    let mut all = VALUE_RULES.iter().copied();
    all.find(|rule| rule.code.name == name)
}
