//! A checked condition as text of the language again, in whatever names the caller chooses.

use crate::cond::{Cond, Operand, Subject};
use crate::english::Words;
use crate::print::quote;

/// Writes a checked condition in the condition language.
///
/// `words` gives places as paths and values as values, each in the syntax of the language: so
/// a condition checked in wire names can be written in the names of Rust fields. `!=` comes out
/// as `not (… == …)`, which is right for optional fields too.
pub fn source<P, V>(cond: &Cond<P, V>, words: &impl Words<P, V>) -> String {
    match cond {
        Cond::Constant(constant) => constant.to_string(),
        Cond::All(all) => {
            let parts: Vec<_> = all.iter().map(|c| inside(c, words)).collect();
            parts.join(" and ")
        }
        Cond::Any(all) => {
            // `and` binds tighter than `or`, so only a nested `or` needs brackets.
            let part = |c: &Cond<P, V>| match c {
                Cond::All(_) => source(c, words),
                Cond::Constant(_)
                | Cond::Any(_)
                | Cond::Not(_)
                | Cond::Iff(..)
                | Cond::Present(_)
                | Cond::True(_)
                | Cond::OneOf { .. }
                | Cond::Compare { .. }
                | Cond::StartsWith { .. } => inside(c, words),
            };
            all.iter().map(part).collect::<Vec<_>>().join(" or ")
        }
        Cond::Not(inner) => match **inner {
            Cond::Present(_) | Cond::True(_) | Cond::Not(_) => {
                format!("not {}", source(inner, words))
            }
            Cond::Constant(_)
            | Cond::All(_)
            | Cond::Any(_)
            | Cond::Iff(..)
            | Cond::OneOf { .. }
            | Cond::Compare { .. }
            | Cond::StartsWith { .. } => format!("not ({})", source(inner, words)),
        },
        Cond::Iff(left, right) => {
            format!("({}) == ({})", source(left, words), source(right, words))
        }
        Cond::Present(place) => format!("present({})", words.place(place)),
        Cond::True(place) => words.place(place),
        Cond::OneOf { place, values } => {
            let all: Vec<_> = values.iter().map(|v| words.value(v)).collect();
            match all.as_slice() {
                [one] => format!("{} == {one}", words.place(place)),
                _ => format!("{} in [{}]", words.place(place), all.join(", ")),
            }
        }
        Cond::Compare { left, op, right } => {
            format!(
                "{} {} {}",
                subject(left, words),
                op.as_str(),
                operand(right, words)
            )
        }
        Cond::StartsWith { place, prefix } => {
            let mut text = format!("{} starts_with ", words.place(place));
            // Writing to a string cannot fail.
            let _ = quote(&mut text, prefix);
            text
        }
    }
}

fn inside<P, V>(cond: &Cond<P, V>, words: &impl Words<P, V>) -> String {
    let text = source(cond, words);
    match cond {
        Cond::All(_) | Cond::Any(_) => format!("({text})"),
        Cond::Constant(_)
        | Cond::Not(_)
        | Cond::Iff(..)
        | Cond::Present(_)
        | Cond::True(_)
        | Cond::OneOf { .. }
        | Cond::Compare { .. }
        | Cond::StartsWith { .. } => text,
    }
}

fn subject<P, V>(subject: &Subject<P>, words: &impl Words<P, V>) -> String {
    match subject {
        Subject::Place(place) => words.place(place),
        Subject::Len(place) => format!("len({})", words.place(place)),
    }
}

fn operand<P, V>(operand: &Operand<P, V>, words: &impl Words<P, V>) -> String {
    match operand {
        Operand::Subject(it) => subject(it, words),
        Operand::Value(value) => words.value(value),
    }
}
