//! A checked condition judged on values, for whoever has values and no compiler.

use crate::ast::Op;
use crate::cond::{Cond, Operand, Subject};

/// What is known of the places of a condition. Each question is the twin of one leaf of
/// [`Lower`](crate::Lower), and an absent place answers every one of them with `false`.
pub trait Values<P, V> {
    /// The place has a value.
    fn present(&self, place: &P) -> bool;
    /// The place is present and true.
    fn is_true(&self, place: &P) -> bool;
    /// The place is present and equal to one of the values.
    fn one_of(&self, place: &P, values: &[V]) -> bool;
    /// The place is present and begins so.
    fn starts_with(&self, place: &P, prefix: &str) -> bool;
    /// Both sides are present and stand in this relation.
    fn compare(&self, left: &Subject<P>, op: Op, right: &Operand<P, V>) -> bool;
}

/// Whether a condition holds.
pub fn holds<P, V>(cond: &Cond<P, V>, known: &impl Values<P, V>) -> bool {
    match cond {
        Cond::Constant(constant) => *constant,
        Cond::All(all) => all.iter().all(|c| holds(c, known)),
        Cond::Any(all) => all.iter().any(|c| holds(c, known)),
        Cond::Not(inner) => !holds(inner, known),
        Cond::Iff(left, right) => holds(left, known) == holds(right, known),
        Cond::Present(place) => known.present(place),
        Cond::True(place) => known.is_true(place),
        Cond::OneOf { place, values } => known.one_of(place, values),
        Cond::Compare { left, op, right } => known.compare(left, *op, right),
        Cond::StartsWith { place, prefix } => known.starts_with(place, prefix),
    }
}
