//! What a contract adds to the registry of value rules: which types a rule fits, its keyword in
//! JSON Schema, bounds that it sets, values that keep and values that break it. A file each.

mod case_of;
mod constant;
mod contains;
mod decimal_places;
mod format;
mod known;
mod known_keys;
mod max_bytes;
mod max_chars;
mod max_items;
mod min_bytes;
mod min_chars;
mod min_items;
mod multiple_of;
mod pattern;
mod prefix;
mod range;
mod sample;
mod segment;
mod unique;
mod url;

use serde_json::Value as Any;
use stipula_rules::{Subject, VALUE_RULES, ValueRule};

use super::{Argument, Bounds, Scalar, TypeRef, ValueDemand, Wire};

pub use sample::{Around, Good};

/// What is known of a value rule beyond its words and its function.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    code: &'static str,
    keyword: fn(&Argument, &TypeRef) -> Keyword,
    bounds: fn(&Argument) -> Bounds,
    good: fn(&Argument) -> Good,
    bad: fn(&Argument, &Around<'_>) -> Vec<Any>,
}

/// Where JSON Schema says a rule.
#[derive(Debug, Clone, PartialEq)]
pub enum Keyword {
    /// In the schema of the value.
    Here(Vec<(&'static str, Any)>),
    /// In the schema of the nearest map: a greatest length by key.
    ByKey,
    /// By a reference that stands there anyway, in front of which this keyword names the rule.
    Reference(&'static str),
    /// By the choice of a case.
    Case,
    /// Nowhere: in prose only.
    Nowhere,
}

const ENTRIES: &[Entry] = &[
    min_chars::ENTRY,
    max_chars::ENTRY,
    min_bytes::ENTRY,
    max_bytes::ENTRY,
    range::ENTRY,
    multiple_of::ENTRY,
    min_items::ENTRY,
    max_items::ENTRY,
    unique::ENTRY,
    contains::ENTRY,
    constant::ENTRY,
    prefix::ENTRY,
    pattern::ENTRY,
    decimal_places::ENTRY,
    format::EMAIL_ENTRY,
    format::URI_ENTRY,
    format::UUID_ENTRY,
    format::IPV4_ENTRY,
    format::IPV6_ENTRY,
    format::HOSTNAME_ENTRY,
    format::COUNTRY_ENTRY,
    format::CURRENCY_ENTRY,
    format::PHONE_ENTRY,
    url::ENTRY,
    segment::ENTRY,
    known::ENTRY,
    known_keys::ENTRY,
    case_of::ENTRY,
];

impl Entry {
    /// About which nothing is known but how it is said.
    const fn new(code: &'static str, keyword: fn(&Argument, &TypeRef) -> Keyword) -> Self {
        Self {
            code,
            keyword,
            bounds: |_| Bounds {
                min: None,
                max: None,
            },
            good: |_| Good::Any,
            bad: |_, _| Vec::new(),
        }
    }

    const fn bounds(mut self, bounds: fn(&Argument) -> Bounds) -> Self {
        self.bounds = bounds;
        self
    }

    const fn good(mut self, good: fn(&Argument) -> Good) -> Self {
        self.good = good;
        self
    }

    const fn bad(mut self, bad: fn(&Argument, &Around<'_>) -> Vec<Any>) -> Self {
        self.bad = bad;
        self
    }
}

impl ValueDemand {
    /// A rule of the registry by its code; none when there is no such rule.
    pub fn of(code: &str, argument: Argument) -> Option<Self> {
        let rule = VALUE_RULES.iter().find(|it| it.code.name == code)?;
        Some(Self { rule, argument })
    }

    /// Where JSON Schema says it of a value of this type.
    pub fn keyword(&self, ty: &TypeRef) -> Keyword {
        self.entry()
            .map_or(Keyword::Nowhere, |it| (it.keyword)(&self.argument, ty))
    }

    /// Bounds of the number, or of the number of characters or items.
    pub fn bounds(&self) -> Bounds {
        self.entry()
            .map_or_else(Bounds::default, |it| (it.bounds)(&self.argument))
    }

    /// What values keep it.
    pub fn good(&self) -> Good {
        self.entry()
            .map_or(Good::Any, |it| (it.good)(&self.argument))
    }

    /// Values that may break it.
    pub fn bad(&self, around: &Around<'_>) -> Vec<Any> {
        self.entry()
            .map_or_else(Vec::new, |it| (it.bad)(&self.argument, around))
    }

    fn entry(&self) -> Option<&'static Entry> {
        ENTRIES.iter().find(|it| self.is(it.code))
    }
}

/// Whether a rule can be about values of a type.
pub fn fits(rule: &ValueRule, ty: &TypeRef) -> bool {
    let ty = &ty.plain();
    match rule.subject() {
        Subject::Text => matches!(ty, TypeRef::Scalar(it) if it.is_free_text()),
        Subject::Digits => match ty {
            TypeRef::Scalar(it) => it.is_free_text() || *it == Scalar::Decimal,
            _ => false,
        },
        Subject::Constant => has_constants(ty),
        Subject::Constants => matches!(ty, TypeRef::List(of) if has_constants(&of.ty.plain())),
        Subject::Integer => {
            let others = [Scalar::Decimal, Scalar::Duration].map(TypeRef::Scalar);
            let is_other = rule.code.name == "range" && others.contains(ty);
            let is_whole = |it: &Scalar| matches!(it.wire(), Wire::Integer | Wire::Unsigned);
            is_other || matches!(ty, TypeRef::Scalar(it) if is_whole(it))
        }
        Subject::Length => matches!(ty, TypeRef::List(_) | TypeRef::Map { .. }),
        Subject::List => matches!(ty, TypeRef::List(_)),
        Subject::Enum => matches!(ty, TypeRef::Enum(_) | TypeRef::IntegerEnum(_)),
        Subject::Keys => matches!(ty, TypeRef::Map { key: Some(_), .. }),
        Subject::Case => matches!(ty, TypeRef::Union(_)),
    }
}

/// Whether a constant can be a value of a type.
fn has_constants(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Enum(_) | TypeRef::IntegerEnum(_) => true,
        TypeRef::Scalar(it) => {
            it.is_free_text() || matches!(it.wire(), Wire::Integer | Wire::Unsigned)
        }
        _ => false,
    }
}

/// A keyword with a value.
fn here(keyword: &'static str, value: impl Into<Any>) -> Keyword {
    Keyword::Here(vec![(keyword, value.into())])
}

/// The keyword for a list, or the one for a map.
fn of_items(ty: &TypeRef, list: &'static str, map: &'static str) -> &'static str {
    if matches!(ty, TypeRef::Map { .. }) {
        map
    } else {
        list
    }
}

/// The number of an argument; 0 for one that has none.
fn count(argument: &Argument) -> u64 {
    argument.arg().count().unwrap_or_default()
}

/// The number as a bound, unless it is too large to be reached.
fn bound(argument: &Argument) -> Option<i64> {
    i64::try_from(argument.arg().count()?).ok()
}

/// The number as a size in memory.
fn size(argument: &Argument) -> usize {
    usize::try_from(count(argument)).unwrap_or(usize::MAX)
}

/// The text of an argument; empty for one that has none.
fn text(argument: &Argument) -> &str {
    match argument {
        Argument::Text(text) => text,
        Argument::None
        | Argument::Count(_)
        | Argument::Lengths { .. }
        | Argument::Range { .. }
        | Argument::Bounds { .. }
        | Argument::Decimals(_) => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_rule_has_an_entry_and_in_the_same_order() {
        let rules: Vec<&str> = VALUE_RULES.iter().map(|it| it.code.name).collect();
        let entries: Vec<&str> = ENTRIES.iter().map(|it| it.code).collect();
        assert_eq!(entries, rules);
    }
}
