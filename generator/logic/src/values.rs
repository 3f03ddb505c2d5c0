//! What a condition asks of values, whatever holds them: a body, or a case that is tried out.

use std::{borrow::Cow, cmp::Ordering};

use stipula_cond::{Cond, Operand, Subject, Values, ast::Op};

use stipula_contract::{Kind, Place, Value};

/// The value at a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum<'a> {
    /// A text, or the value of an enum.
    Text(Cow<'a, str>),
    /// A whole number, or a time: of a text, nanoseconds or days since 1970-01-01, or nanoseconds of
    /// a duration.
    Integer(i128),
    /// A number with a fraction.
    Decimal(f64),
    /// True or false.
    Bool(bool),
    /// A list, map or object with so many items.
    Many(usize),
}

impl Datum<'_> {
    /// Whether it is of the type that stands at a place.
    pub const fn is_of(&self, kind: Kind) -> bool {
        match self {
            Self::Text(_) => matches!(kind, Kind::Text(_) | Kind::Enum(_)),
            Self::Integer(_) => {
                matches!(
                    kind,
                    Kind::Integer(_)
                        | Kind::IntegerEnum(_)
                        | Kind::Decimal
                        | Kind::Moment(_)
                        | Kind::Duration(_)
                )
            }
            Self::Decimal(_) => matches!(kind, Kind::Decimal),
            Self::Bool(_) => matches!(kind, Kind::Boolean),
            Self::Many(_) => matches!(kind, Kind::Many(_) | Kind::Object),
        }
    }
}

/// Whoever knows values.
pub trait Look {
    /// The value; `None` when it, or a step on the way, is absent.
    fn look(&self, place: &Place) -> Option<Datum<'_>>;
}

/// Whether a condition holds. A comparison with an absent value is false.
pub fn holds(cond: &Cond<Place, Value>, look: &impl Look) -> bool {
    stipula_cond::holds(cond, &Seen(look))
}

struct Seen<'a, L>(&'a L);

impl<L: Look> Values<Place, Value> for Seen<'_, L> {
    fn present(&self, place: &Place) -> bool {
        self.0.look(place).is_some()
    }

    fn is_true(&self, place: &Place) -> bool {
        self.0.look(place) == Some(Datum::Bool(true))
    }

    fn one_of(&self, place: &Place, values: &[Value]) -> bool {
        let found = self.0.look(place);
        let equals = |value| order(found.as_ref(), Some(&of(value))) == Some(Ordering::Equal);
        values.iter().any(equals)
    }

    fn starts_with(&self, place: &Place, prefix: &str) -> bool {
        matches!(self.0.look(place), Some(Datum::Text(text)) if text.starts_with(prefix))
    }

    fn compare(&self, left: &Subject<Place>, op: Op, right: &Operand<Place, Value>) -> bool {
        let (left, right) = (self.subject(left), self.operand(right));
        order(left.as_ref(), right.as_ref()).is_some_and(|it| op.admits(it))
    }
}

impl<L: Look> Seen<'_, L> {
    fn operand<'a>(&'a self, operand: &'a Operand<Place, Value>) -> Option<Datum<'a>> {
        match operand {
            Operand::Subject(subject) => self.subject(subject),
            Operand::Value(value) => Some(of(value)),
        }
    }

    fn subject(&self, subject: &Subject<Place>) -> Option<Datum<'_>> {
        match subject {
            Subject::Place(place) => self.0.look(place),
            Subject::Len(place) => match self.0.look(place)? {
                Datum::Text(text) => length(text.chars().count()),
                Datum::Many(items) => length(items),
                Datum::Integer(_) | Datum::Decimal(_) | Datum::Bool(_) => None,
            },
        }
    }
}

fn length(count: usize) -> Option<Datum<'static>> {
    i128::try_from(count).ok().map(Datum::Integer)
}

fn of(value: &Value) -> Datum<'_> {
    match value {
        Value::Symbol { wire: text, .. } | Value::Text(text) => Datum::Text(text.into()),
        Value::Integer(number) | Value::Number { number, .. } => Datum::Integer((*number).into()),
        Value::Decimal(text) => Datum::Decimal(text.parse().unwrap_or(f64::NAN)),
        Value::Bool(it) => Datum::Bool(*it),
    }
}

/// How two values compare; `None` when one is absent or they are of different kinds.
fn order(left: Option<&Datum<'_>>, right: Option<&Datum<'_>>) -> Option<Ordering> {
    #[allow(clippy::cast_precision_loss)] // what a JSON number is to most readers
    let real = |number: i128| number as f64;
    match (left?, right?) {
        (Datum::Text(a), Datum::Text(b)) => Some(a.cmp(b)),
        (Datum::Integer(a), Datum::Integer(b)) => Some(a.cmp(b)),
        (Datum::Decimal(a), Datum::Decimal(b)) => a.partial_cmp(b),
        (Datum::Integer(a), Datum::Decimal(b)) => real(*a).partial_cmp(b),
        (Datum::Decimal(a), Datum::Integer(b)) => a.partial_cmp(&real(*b)),
        (Datum::Bool(a), Datum::Bool(b)) => Some(a.cmp(b)),
        _ => None,
    }
}
