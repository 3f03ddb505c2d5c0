//! The English sentence of a condition, the same in errors, documentation and schemas.

use crate::ast::Op;
use crate::cond::{Cond, Operand, Subject};
use crate::print::quote;
use crate::unseen::is_unseen;

/// How places and values are called.
pub trait Words<P, V> {
    /// The place, such as "`type`" or "the `product` of the request".
    fn place(&self, place: &P) -> String;
    /// The value, such as "`COUPON`".
    fn value(&self, value: &V) -> String;
}

/// A text in backticks, as a sentence quotes it.
///
/// What would end the quotes too early, or could not be seen, is escaped as in a string of the
/// language and stands in quotes of its own; so no text can pass for the rest of a sentence.
pub fn quoted(text: &str) -> String {
    let plain = |c: char| !matches!(c, '`' | '"' | '\\') && !is_unseen(c);
    if !text.is_empty() && text.trim() == text && text.chars().all(plain) {
        return format!("`{text}`");
    }
    let mut inside = String::with_capacity(text.len() + 2);
    // Writing to a string cannot fail.
    let _ = quote(&mut inside, text);
    format!("`{}`", inside.replace('`', "\\u{60}"))
}

/// Says a condition in English: "`type` is `COUPON`, or `product` is `PASS` or `MOVIE`".
///
/// The result fits after "when" and carries no final period.
pub fn english<P, V>(cond: &Cond<P, V>, words: &impl Words<P, V>) -> String {
    say(cond, words).text
}

/// How a phrase may be used inside a larger one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// One clause.
    Clause,
    /// One clause that holds an "or" of values: needs a comma before an "and".
    Choice,
    /// Several clauses joined by " and ", no comma inside.
    Sum,
    /// Holds commas: needs brackets inside anything.
    Loose,
}

struct Phrase {
    text: String,
    shape: Shape,
}

impl Phrase {
    fn clause(text: String) -> Self {
        Self {
            text,
            shape: Shape::Clause,
        }
    }

    fn bracketed(self) -> String {
        format!("({})", self.text)
    }
}

fn say<P, V>(cond: &Cond<P, V>, words: &impl Words<P, V>) -> Phrase {
    match cond {
        Cond::Constant(true) => Phrase::clause("always".to_owned()),
        Cond::Constant(false) => Phrase::clause("never".to_owned()),
        Cond::All(all) => together(all.iter().map(|c| say(c, words)).collect()),
        Cond::Any(all) => either(all.iter().map(|c| say(c, words)).collect()),
        Cond::Not(inner) => opposite(inner, words),
        Cond::Iff(left, right) => {
            let side = |c| match say(c, words) {
                phrase if phrase.shape == Shape::Clause => phrase.text,
                phrase => phrase.bracketed(),
            };
            let text = format!("{} exactly when {}", side(left), side(right));
            Phrase {
                text,
                shape: Shape::Loose,
            }
        }
        Cond::Present(place) => Phrase::clause(format!("{} is given", words.place(place))),
        Cond::True(place) => Phrase::clause(format!("{} is true", words.place(place))),
        Cond::OneOf { place, values } => one_of(&words.place(place), values, words),
        Cond::Compare { left, op, right } => {
            let (left, right) = (subject(left, words), operand(right, words));
            Phrase::clause(format!("{left} is {} {right}", relation(*op)))
        }
        Cond::StartsWith { place, prefix } => Phrase::clause(format!(
            "{} starts with {}",
            words.place(place),
            quoted(prefix)
        )),
    }
}

fn opposite<P, V>(inner: &Cond<P, V>, words: &impl Words<P, V>) -> Phrase {
    let text = match inner {
        Cond::Present(place) => format!("{} is not given", words.place(place)),
        Cond::True(place) => format!("{} is not true", words.place(place)),
        Cond::OneOf { place, values } => {
            let (place, all) = (words.place(place), values.iter().map(|v| words.value(v)));
            let all: Vec<_> = all.collect();
            match all.as_slice() {
                [one] => format!("{place} is not {one}"),
                _ => format!("{place} is neither {}", all.join(" nor ")),
            }
        }
        Cond::StartsWith { place, prefix } => {
            format!(
                "{} does not start with {}",
                words.place(place),
                quoted(prefix)
            )
        }
        Cond::Constant(_)
        | Cond::All(_)
        | Cond::Any(_)
        | Cond::Not(_)
        | Cond::Iff(..)
        | Cond::Compare { .. } => {
            format!("it is not so that {}", say(inner, words).bracketed())
        }
    };
    Phrase::clause(text)
}

fn one_of<P, V>(place: &str, values: &[V], words: &impl Words<P, V>) -> Phrase {
    let all: Vec<_> = values.iter().map(|v| words.value(v)).collect();
    match all.as_slice() {
        [first @ .., last] if first.len() > 1 => {
            let text = format!("{place} is {} or {last}", first.join(", "));
            Phrase {
                text,
                shape: Shape::Choice,
            }
        }
        [first, last] => Phrase {
            text: format!("{place} is {first} or {last}"),
            shape: Shape::Choice,
        },
        _ => Phrase::clause(format!("{place} is {}", all.concat())),
    }
}

fn together(parts: Vec<Phrase>) -> Phrase {
    let plain = parts.iter().all(|p| p.shape == Shape::Clause);
    let texts: Vec<_> = parts
        .into_iter()
        .map(|p| {
            if matches!(p.shape, Shape::Sum | Shape::Loose) {
                p.bracketed()
            } else {
                p.text
            }
        })
        .collect();
    if plain {
        Phrase {
            text: texts.join(" and "),
            shape: Shape::Sum,
        }
    } else {
        Phrase {
            text: texts.join(", and "),
            shape: Shape::Loose,
        }
    }
}

fn either(parts: Vec<Phrase>) -> Phrase {
    let texts: Vec<_> = parts
        .into_iter()
        .map(|p| {
            if p.shape == Shape::Loose {
                p.bracketed()
            } else {
                p.text
            }
        })
        .collect();
    Phrase {
        text: texts.join(", or "),
        shape: Shape::Loose,
    }
}

fn subject<P, V>(subject: &Subject<P>, words: &impl Words<P, V>) -> String {
    match subject {
        Subject::Place(place) => words.place(place),
        Subject::Len(place) => format!("the length of {}", words.place(place)),
    }
}

fn operand<P, V>(operand: &Operand<P, V>, words: &impl Words<P, V>) -> String {
    match operand {
        Operand::Subject(it) => subject(it, words),
        Operand::Value(value) => words.value(value),
    }
}

/// How two values compare: "greater than".
pub fn relation(op: Op) -> &'static str {
    match op {
        Op::Eq => "equal to",
        Op::Ne => "different from",
        Op::Lt => "less than",
        Op::Le => "at most",
        Op::Gt => "greater than",
        Op::Ge => "at least",
    }
}
