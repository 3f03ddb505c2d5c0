//! What is told when a rule is broken: what is there, what is expected, and why.

use stipula_cond::{Cond, Operand, Subject, ast::Op, relation};
use stipula_rules::{Open, Severity, Told};

use super::{Demand, Rule};
use crate::{Base, Condition, Kind, Place, Value, words};

/// A piece of a sentence about a body: words, or what the body says there.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Words.
    Text(String),
    /// What the blamed value says.
    Open(Open),
    /// Which of these members are given; by wire name.
    Given(Vec<String>),
    /// The value at a place.
    At(Place),
    /// The length of the value at a place.
    Length(Place),
}

impl Rule {
    /// What is told of a body that breaks it, at the pointer of the blamed member.
    pub fn told(&self) -> Vec<Part> {
        let opened = |word: &str| vec![text(format!("{word}; {}", self.message()))];
        let left_open = |told: Option<Vec<Told>>| match told {
            Some(told) => told.into_iter().map(part).collect(),
            None => opened("given"),
        };
        match &self.demand {
            Demand::Given => {
                let applies = self.applies.iter().filter(|it| !is_plain(&it.cond));
                let reads = applies.flat_map(|it| reads(&it.cond));
                opened("missing").into_iter().chain(reads).collect()
            }
            Demand::Allowed(only) | Demand::Effective(only) => {
                let reads = reads(&only.cond);
                opened("given").into_iter().chain(reads).collect()
            }
            Demand::Holds(expect) => self.compared(expect).unwrap_or_else(|| {
                let mut parts = vec![text(self.message())];
                parts.extend(reads(&expect.cond));
                parts
            }),
            Demand::Count(_, names) => vec![
                Part::Given(names.clone()),
                text(format!("; {}", self.message())),
            ],
            Demand::Key(it) => left_open(it.rule.code.told_of_key(it.argument.arg())),
            Demand::Value(it) => left_open(it.rule.code.told(it.argument.arg())),
        }
    }

    /// One comparison of the blamed member, with both of its sides.
    fn compared(&self, expect: &Condition) -> Option<Vec<Part>> {
        let Cond::Compare { left, op, right } = &expect.cond else {
            return None;
        };
        let is_blamed = |it: &Subject<Place>| {
            let place = it.place();
            let is_own = place.base == Base::This && place.steps.len() == 1;
            is_own && place.steps[0].wire == self.at
        };
        let (own, op, other) = match right {
            Operand::Subject(other) if is_blamed(other) && !is_blamed(left) => {
                (other, op.flipped(), Operand::Subject(left.clone()))
            }
            _ if is_blamed(left) => (left, *op, right.clone()),
            _ => return None,
        };
        let must = match self.level {
            Severity::Error => "must be",
            Severity::Warning => "should be",
        };
        let mut parts = match own {
            Subject::Place(_) => vec![Part::Open(Open::Value), text(format!(" {must} "))],
            Subject::Len(place) => vec![
                text("the length, ".to_owned()),
                Part::Length(place.clone()),
                text(format!(", {must} ")),
            ],
        };
        parts.extend(against(op, &other));
        if let Some(when) = &self.applies {
            parts.push(text(format!(", when {}", when.english)));
        }
        Some(parts)
    }
}

/// "greater than `start`, which is `2026-02-01`"
fn against(op: Op, other: &Operand<Place, Value>) -> Vec<Part> {
    let relation = match other {
        Operand::Subject(Subject::Place(place)) if matches!(place.kind, Kind::Moment(_)) => {
            in_time(op)
        }
        _ => relation(op),
    };
    let which =
        |named: String, part: Part| vec![text(format!("{relation} {named}, which is ")), part];
    match other {
        Operand::Value(value) => vec![text(format!("{relation} {}", words::value_words(value)))],
        Operand::Subject(Subject::Place(place)) => {
            which(words::place(place), Part::At(place.clone()))
        }
        Operand::Subject(Subject::Len(place)) => which(
            format!("the length of {}", words::place(place)),
            Part::Length(place.clone()),
        ),
    }
}

/// How two times compare.
fn in_time(op: Op) -> &'static str {
    match op {
        Op::Lt => "earlier than",
        Op::Le => "not later than",
        Op::Gt => "later than",
        Op::Ge => "not earlier than",
        Op::Eq | Op::Ne => relation(op),
    }
}

/// "; here `type` is `TICKET` and `product` is missing": what a condition reads.
pub fn reads(cond: &Cond<Place, Value>) -> Vec<Part> {
    let mut places: Vec<&Place> = Vec::new();
    for place in cond.leaves().flat_map(stipula_cond::Leaf::places) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let last = places.len().saturating_sub(1);
    let part = |(index, place): (usize, &&Place)| {
        let before = match index {
            0 => "; here ",
            it if it == last => " and ",
            _ => ", ",
        };
        let words = format!("{before}{} is ", words::place(place));
        [text(words), Part::At((*place).clone())]
    };
    places.iter().enumerate().flat_map(part).collect()
}

/// A condition that says what it found, when it holds.
fn is_plain(cond: &Cond<Place, Value>) -> bool {
    match cond {
        Cond::All(all) => all.iter().all(is_plain),
        Cond::OneOf { values, .. } => values.len() == 1,
        Cond::Not(inner) => matches!(**inner, Cond::Present(_)),
        Cond::Constant(_) | Cond::Present(_) | Cond::True(_) => true,
        Cond::Any(_) | Cond::Iff(..) | Cond::Compare { .. } | Cond::StartsWith { .. } => false,
    }
}

fn part(told: Told) -> Part {
    match told {
        Told::Text(words) => Part::Text(words),
        Told::Open(open) => Part::Open(open),
    }
}

fn text(words: String) -> Part {
    Part::Text(words)
}
