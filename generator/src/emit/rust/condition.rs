//! A condition as it stands in an attribute: the grammar of the spec with Rust names.

use stipula_cond::{Cond, Operand, ast::Op};

use super::{file::File, rules::literal};
use crate::model::{Base, Condition, Place, Value};

/// The condition in Rust names.
pub(super) fn written(file: &mut File<'_>, condition: &Condition) -> String {
    whole(file, &condition.cond)
}

fn whole(file: &mut File<'_>, cond: &Cond<Place, Value>) -> String {
    match cond {
        Cond::Constant(value) => value.to_string(),
        Cond::All(parts) => joined(file, parts, " and "),
        Cond::Any(parts) => joined(file, parts, " or "),
        Cond::Not(inner) => format!("not {}", grouped_unless_simple(file, inner)),
        Cond::Iff(left, right) => {
            format!("({}) == ({})", whole(file, left), whole(file, right))
        }
        Cond::Present(place) => format!("present({})", path(place)),
        Cond::True(place) => path(place),
        Cond::OneOf { place, values } => one_of(file, place, values),
        Cond::Compare { left, op, right } => {
            let subject = [left, right].into_iter().find_map(|side| match side {
                Operand::Place(place) | Operand::Len(place) => Some(place),
                Operand::Value(_) => None,
            });
            let left = operand(file, left, subject);
            let right = operand(file, right, subject);
            format!("{left} {} {right}", sign(*op))
        }
        Cond::StartsWith { place, prefix } => {
            format!("{} starts_with {}", path(place), literal(prefix))
        }
    }
}

/// Parts of `and` or `or`; a part that binds less tightly, or looks as if, stands in parentheses.
fn joined(file: &mut File<'_>, parts: &[Cond<Place, Value>], word: &str) -> String {
    let parts: Vec<_> = parts
        .iter()
        .map(|part| match part {
            Cond::All(inner) | Cond::Any(inner) if inner.len() > 1 => {
                format!("({})", whole(file, part))
            }
            _ => whole(file, part),
        })
        .collect();
    parts.join(word)
}

fn grouped_unless_simple(file: &mut File<'_>, cond: &Cond<Place, Value>) -> String {
    match cond {
        Cond::Present(_) | Cond::True(_) => whole(file, cond),
        _ => format!("({})", whole(file, cond)),
    }
}

fn one_of(file: &mut File<'_>, place: &Place, values: &[Value]) -> String {
    let subject = path(place);
    let values: Vec<_> = values
        .iter()
        .map(|it| value(file, it, Some(place)))
        .collect();
    match values.as_slice() {
        [only] => format!("{subject} == {only}"),
        _ => format!("{subject} in [{}]", values.join(", ")),
    }
}

fn operand(
    file: &mut File<'_>,
    operand: &Operand<Place, Value>,
    subject: Option<&Place>,
) -> String {
    match operand {
        Operand::Place(place) => path(place),
        Operand::Len(place) => format!("len({})", path(place)),
        Operand::Value(it) => value(file, it, subject),
    }
}

/// The path with a `?` after each step that may be absent, the last one apart.
fn path(place: &Place) -> String {
    let base = match place.base {
        Base::This => None,
        Base::Parent => Some("parent".to_owned()),
        Base::Root => Some("root".to_owned()),
        Base::Context => Some("ctx".to_owned()),
        Base::Key => Some("key".to_owned()),
    };
    let last = place.steps.len().saturating_sub(1);
    let steps = place.steps.iter().enumerate().map(|(index, step)| {
        let optional = step.optional && index < last;
        format!("{}{}", step.rust, if optional { "?" } else { "" })
    });
    base.into_iter().chain(steps).collect::<Vec<_>>().join(".")
}

/// A value beside the member it is compared with.
fn value(file: &mut File<'_>, value: &Value, subject: Option<&Place>) -> String {
    match value {
        Value::Symbol { of, wire, rust, .. } => match subject {
            // The derive sees the type of a sibling, so the variant is enough.
            Some(place) if place.base == Base::This && place.steps.len() == 1 => rust.clone(),
            // A key is a text at run time.
            Some(place) if place.base == Base::Key => literal(wire),
            _ => format!("{}::{rust}", file.type_name(*of)),
        },
        Value::Text(text) => literal(text),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number) => number.clone(),
        Value::Bool(value) => value.to_string(),
    }
}

fn sign(op: Op) -> &'static str {
    match op {
        Op::Eq => "==",
        Op::Ne => "!=",
        Op::Lt => "<",
        Op::Le => "<=",
        Op::Gt => ">",
        Op::Ge => ">=",
    }
}
