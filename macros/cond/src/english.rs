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
    let mood = &Mood::IS;
    Say { words, mood }.cond(cond).text
}

/// Says what a condition demands: "`type` must be `COUPON`".
///
/// The result is a sentence without its final period. It may begin with "the".
pub fn demand<P, V>(cond: &Cond<P, V>, words: &impl Words<P, V>) -> String {
    let mood = &Mood::MUST;
    Say { words, mood }.cond(cond).text
}

/// Says what a condition advises, as [`demand`] does: "`type` should be `COUPON`".
pub fn advice<P, V>(cond: &Cond<P, V>, words: &impl Words<P, V>) -> String {
    let mood = &Mood::SHOULD;
    Say { words, mood }.cond(cond).text
}

/// The verbs of a sentence.
struct Mood {
    is: &'static str,
    is_not: &'static str,
    starts: &'static str,
    starts_not: &'static str,
    is_not_so: &'static str,
}

impl Mood {
    const IS: Self = Self {
        is: "is",
        is_not: "is not",
        starts: "starts",
        starts_not: "does not start",
        is_not_so: "it is not so",
    };
    const MUST: Self = Self {
        is: "must be",
        is_not: "must not be",
        starts: "must start",
        starts_not: "must not start",
        is_not_so: "it must not be so",
    };
    const SHOULD: Self = Self {
        is: "should be",
        is_not: "should not be",
        starts: "should start",
        starts_not: "should not start",
        is_not_so: "it should not be so",
    };
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

/// What every part of a sentence needs.
struct Say<'a, W> {
    words: &'a W,
    mood: &'a Mood,
}

impl<W> Say<'_, W> {
    fn cond<P, V>(&self, cond: &Cond<P, V>) -> Phrase
    where
        W: Words<P, V>,
    {
        let (words, is) = (self.words, self.mood.is);
        match cond {
            Cond::Constant(true) => Phrase::clause("always".to_owned()),
            Cond::Constant(false) => Phrase::clause("never".to_owned()),
            Cond::All(all) => together(all.iter().map(|it| self.cond(it)).collect()),
            Cond::Any(all) => either(all.iter().map(|it| self.cond(it)).collect()),
            Cond::Not(inner) => self.opposite(inner),
            Cond::Iff(left, right) => self.same(left, right),
            Cond::Present(place) => Phrase::clause(format!("{} {is} given", words.place(place))),
            Cond::True(place) => Phrase::clause(format!("{} {is} true", words.place(place))),
            Cond::OneOf { place, values } => self.one_of(&words.place(place), values),
            Cond::Compare { left, op, right } => {
                let (left, right) = (subject(left, words), operand(right, words));
                Phrase::clause(format!("{left} {is} {} {right}", relation(*op)))
            }
            Cond::StartsWith { place, prefix } => Phrase::clause(format!(
                "{} {} with {}",
                words.place(place),
                self.mood.starts,
                quoted(prefix)
            )),
        }
    }

    /// "`a` must be given exactly when `b` is given"
    fn same<P, V>(&self, left: &Cond<P, V>, right: &Cond<P, V>) -> Phrase
    where
        W: Words<P, V>,
    {
        let side = |phrase: Phrase| match phrase.shape {
            Shape::Clause => phrase.text,
            Shape::Choice | Shape::Sum | Shape::Loose => phrase.bracketed(),
        };
        let mood = &Mood::IS;
        let words = self.words;
        let right = Say { words, mood }.cond(right);
        let text = format!("{} exactly when {}", side(self.cond(left)), side(right));
        Phrase {
            text,
            shape: Shape::Loose,
        }
    }

    fn opposite<P, V>(&self, inner: &Cond<P, V>) -> Phrase
    where
        W: Words<P, V>,
    {
        let (words, mood) = (self.words, self.mood);
        let text = match inner {
            Cond::Present(place) => format!("{} {} given", words.place(place), mood.is_not),
            Cond::True(place) => format!("{} {} true", words.place(place), mood.is_not),
            Cond::OneOf { place, values } => {
                let (place, all) = (words.place(place), values.iter().map(|v| words.value(v)));
                let all: Vec<_> = all.collect();
                match all.as_slice() {
                    [one] => format!("{place} {} {one}", mood.is_not),
                    _ => format!("{place} {} neither {}", mood.is, all.join(" nor ")),
                }
            }
            Cond::StartsWith { place, prefix } => {
                let (place, prefix) = (words.place(place), quoted(prefix));
                format!("{place} {} with {prefix}", mood.starts_not)
            }
            Cond::Constant(_)
            | Cond::All(_)
            | Cond::Any(_)
            | Cond::Not(_)
            | Cond::Iff(..)
            | Cond::Compare { .. } => {
                let is = &Mood::IS;
                let inner = Say { words, mood: is }.cond(inner).bracketed();
                format!("{} that {inner}", mood.is_not_so)
            }
        };
        Phrase::clause(text)
    }

    fn one_of<P, V>(&self, place: &str, values: &[V]) -> Phrase
    where
        W: Words<P, V>,
    {
        let is = self.mood.is;
        let all: Vec<_> = values.iter().map(|v| self.words.value(v)).collect();
        match all.as_slice() {
            [first @ .., last] if first.len() > 1 => Phrase {
                text: format!("{place} {is} {} or {last}", first.join(", ")),
                shape: Shape::Choice,
            },
            [first, last] => Phrase {
                text: format!("{place} {is} {first} or {last}"),
                shape: Shape::Choice,
            },
            _ => Phrase::clause(format!("{place} {is} {}", all.concat())),
        }
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
