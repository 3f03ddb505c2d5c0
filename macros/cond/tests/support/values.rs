//! What is known of an object, as a table.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use proptest::prelude::*;
use stipula_cond::ast::{Op, ValueKind};
use stipula_cond::{Operand, Subject, Values};

/// What stands at a place. A place that is not in the table is absent.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Datum {
    Text(String),
    Number(f64),
    Bool(bool),
    /// A list, of which only the length matters.
    Items(usize),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Table(BTreeMap<String, Datum>);

impl Table {
    #[must_use]
    pub(crate) fn with(mut self, place: &str, datum: Datum) -> Self {
        self.0.insert(place.to_owned(), datum);
        self
    }

    #[must_use]
    pub(crate) fn text(self, place: &str, text: &str) -> Self {
        self.with(place, Datum::Text(text.to_owned()))
    }

    #[must_use]
    pub(crate) fn number(self, place: &str, number: f64) -> Self {
        self.with(place, Datum::Number(number))
    }

    pub(crate) fn has(&self, place: &str) -> bool {
        self.0.contains_key(place)
    }

    fn subject(&self, subject: &Subject<String>) -> Option<Datum> {
        match subject {
            Subject::Place(place) => self.0.get(place).cloned(),
            Subject::Len(place) => Some(Datum::Number(match self.0.get(place)? {
                Datum::Text(text) => size(text.chars().count()),
                Datum::Items(count) => size(*count),
                Datum::Number(_) | Datum::Bool(_) => return None,
            })),
        }
    }

    fn operand(&self, operand: &Operand<String, ValueKind>) -> Option<Datum> {
        match operand {
            Operand::Subject(subject) => self.subject(subject),
            Operand::Value(value) => Some(datum(value)),
        }
    }
}

fn size(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

#[allow(clippy::cast_precision_loss)] // the tests use small numbers
fn datum(value: &ValueKind) -> Datum {
    match value {
        ValueKind::Name(text) | ValueKind::Text(text) => Datum::Text(text.clone()),
        ValueKind::Integer(number) => Datum::Number(*number as f64),
        ValueKind::Decimal(text) => Datum::Number(text.parse().unwrap()),
        ValueKind::Bool(bool) => Datum::Bool(*bool),
    }
}

fn order(left: &Datum, right: &Datum) -> Option<Ordering> {
    match (left, right) {
        (Datum::Number(a), Datum::Number(b)) => a.partial_cmp(b),
        (a, b) if a == b => Some(Ordering::Equal),
        // Unequal, and in no order that a checked condition could ask for.
        (Datum::Text(a), Datum::Text(b)) => Some(a.cmp(b)),
        (Datum::Bool(a), Datum::Bool(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

impl Values<String, ValueKind> for Table {
    fn present(&self, place: &String) -> bool {
        self.has(place)
    }

    fn is_true(&self, place: &String) -> bool {
        self.0.get(place) == Some(&Datum::Bool(true))
    }

    fn one_of(&self, place: &String, values: &[ValueKind]) -> bool {
        let found = self.0.get(place);
        found.is_some_and(|it| values.iter().any(|value| datum(value) == *it))
    }

    fn starts_with(&self, place: &String, prefix: &str) -> bool {
        matches!(self.0.get(place), Some(Datum::Text(text)) if text.starts_with(prefix))
    }

    fn compare(&self, left: &Subject<String>, op: Op, right: &Operand<String, ValueKind>) -> bool {
        let (Some(left), Some(right)) = (self.subject(left), self.operand(right)) else {
            return false;
        };
        order(&left, &right).is_some_and(|order| op.admits(order))
    }
}

/// Any object of the [`Shop`](super::Shop), in which anything may be absent.
pub(crate) fn table() -> impl Strategy<Value = Table> {
    let texts = |all: &'static [&'static str]| {
        prop::sample::select(all).prop_map(|text| Datum::Text(text.to_owned()))
    };
    let number = || (-2_i32..4).prop_map(|n| Datum::Number(f64::from(n) / 2.0));
    let fields = [
        ("type", texts(&["COUPON", "TICKET"]).boxed()),
        ("product", texts(&["PASS", "MOVIE", "EAN-13"]).boxed()),
        ("start", number().boxed()),
        ("end", number().boxed()),
        ("stock", number().boxed()),
        ("rate", number().boxed()),
        ("name", texts(&["", "a", "ab", "b", "é"]).boxed()),
        ("open", any::<bool>().prop_map(Datum::Bool).boxed()),
        ("tags", (0_usize..3).prop_map(Datum::Items).boxed()),
        ("root.stock", number().boxed()),
        ("key", texts(&["a", "zh"]).boxed()),
    ];
    let maybe = fields.map(|(name, datum)| prop::option::of(datum).prop_map(move |it| (name, it)));
    Vec::from(maybe).prop_map(|all| {
        all.into_iter().fold(Table::default(), |table, (name, it)| {
            it.into_iter().fold(table, |table, it| table.with(name, it))
        })
    })
}
