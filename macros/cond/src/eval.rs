//! A checked condition judged on facts, for whoever has values and no compiler.

use crate::ast::Op;
use crate::cond::{Cond, Operand, Subject};

/// What is known of the places of a condition. Each question is the twin of one leaf of
/// [`Lower`](crate::Lower), and an absent place answers every one of them with `false`.
pub trait Facts<P, V> {
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
pub fn holds<P, V>(cond: &Cond<P, V>, facts: &impl Facts<P, V>) -> bool {
    match cond {
        Cond::Constant(constant) => *constant,
        Cond::All(all) => all.iter().all(|c| holds(c, facts)),
        Cond::Any(all) => all.iter().any(|c| holds(c, facts)),
        Cond::Not(inner) => !holds(inner, facts),
        Cond::Iff(left, right) => holds(left, facts) == holds(right, facts),
        Cond::Present(place) => facts.present(place),
        Cond::True(place) => facts.is_true(place),
        Cond::OneOf { place, values } => facts.one_of(place, values),
        Cond::Compare { left, op, right } => facts.compare(left, *op, right),
        Cond::StartsWith { place, prefix } => facts.starts_with(place, prefix),
    }
}
