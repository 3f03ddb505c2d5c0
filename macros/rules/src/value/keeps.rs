//! Whether a value keeps a rule, for those who read rules as data.

use super::constant;
use super::digits::Exact;
use super::unique::unique;
use super::{Judge, ValueRule};
use crate::Arg;

/// A value to judge, as far as value rules look.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a, T> {
    /// A text.
    Text(&'a str),
    /// An integer or a time.
    Integer(i128),
    /// A number that may have a fraction.
    Decimal(Exact),
    /// A list.
    List(&'a [T]),
    /// A map with so many entries.
    Map(usize),
}

/// Whether the value is the text or the integer that the argument is. `None` when it is neither.
fn is_constant<T>(value: Value<'_, T>, arg: Arg<'_>) -> Option<bool> {
    match (value, arg) {
        (Value::Text(text), Arg::Text(constant)) => Some(text == constant),
        (Value::Integer(number), Arg::Text(constant)) => {
            Some(constant::is_number(number, constant))
        }
        _ => None,
    }
}

impl ValueRule {
    /// Whether the value keeps the rule. `None` when the rule
    /// is not about such a value, or only its type knows.
    ///
    /// Lengths by key are those of [`Arg::under`] that key.
    pub fn keeps<T: PartialEq>(&self, value: Value<'_, T>, arg: Arg<'_>) -> Option<bool> {
        match (self.judge, value) {
            (Judge::Text(keeps), Value::Text(text)) => keeps(text, arg),
            (Judge::Digits { text: keeps, .. }, Value::Text(text)) => keeps(text, arg),
            (Judge::Digits { number: keeps, .. }, Value::Integer(number)) => {
                keeps(number.into(), arg)
            }
            (Judge::Digits { number: keeps, .. }, Value::Decimal(number)) => keeps(number, arg),
            (Judge::Constant, value) => is_constant(value, arg),
            (Judge::Integer(keeps), Value::Integer(number)) => keeps(number.into(), arg),
            (Judge::Integer(keeps), Value::Decimal(number)) => keeps(number, arg),
            (Judge::Length(keeps), Value::List(items)) => keeps(items.len(), arg),
            (Judge::Length(keeps), Value::Map(entries)) => keeps(entries, arg),
            (Judge::Unique, Value::List(items)) => Some(unique(items)),
            (
                Judge::Text(_)
                | Judge::Digits { .. }
                | Judge::Integer(_)
                | Judge::Length(_)
                | Judge::Unique
                | Judge::Contains
                | Judge::Known
                | Judge::KnownKeys
                | Judge::Case,
                _,
            ) => None,
        }
    }
}
