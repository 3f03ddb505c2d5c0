//! Whether each body is of one kind.

use super::super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::RawNotification,
};
use stipula_contract::{Bounds, Condition, Kind, Notification, Place, Test, Value};
use stipula_logic::cases::Space;

/// Reports kinds that one body fits both of. Kinds with different proofs are told apart by them.
pub(super) fn report(cx: &mut Cx<'_>, found: &[Notification], written: &[&RawNotification]) {
    for (late, other) in found.iter().enumerate() {
        for (early, one) in found[..late].iter().enumerate() {
            if one.proof != other.proof {
                continue;
            }
            if let Some(body) = both(cx, one.when.as_ref(), other.when.as_ref()) {
                let (first, second) = (written[early], written[late]);
                let at = |raw: &RawNotification| raw.when.as_ref().unwrap_or(&raw.name).span;
                let message = format!("`{}` and `{}` {body}", one.name, other.name);
                cx.sink.report(
                    Diagnostic::new(Code::NotificationsAlike, at(second), message)
                        .also(at(first), "the other one")
                        .help("write a `when` for each that no body meets with another"),
                );
            }
        }
    }
}

/// A body that is of both kinds, in words.
fn both(cx: &Cx<'_>, one: Option<&Condition>, other: Option<&Condition>) -> Option<String> {
    let (Some(one), Some(other)) = (one, other) else {
        return Some("fit one body: only one of them, or none, says `when`".to_owned());
    };
    let (one, other) = (plain(one), plain(other));
    let Some(space) = Space::of(&cx.types.list, &[&one, &other]) else {
        return Some("have conditions that are too long to be held against each other".to_owned());
    };
    let case = space.find(&[&one, &other])?;
    let places: Vec<&Place> = case.values().map(|(place, _)| place).collect();
    Some(format!("fit one body, where {}", case.said(&places)))
}

/// The same over texts: a member of one name may have another type in the other kind.
fn plain(when: &Condition) -> Test {
    let text = |place: &Place| Place {
        kind: match place.kind {
            Kind::Text(_) | Kind::Enum(_) => Kind::Text(Bounds::default()),
            Kind::IntegerEnum(_) => Kind::Integer(Bounds::default()),
            other => other,
        },
        ..place.clone()
    };
    let value = |value: &Value| match value {
        Value::Symbol { wire, .. } => Value::Text(wire.clone()),
        Value::Number { number, .. } => Value::Integer(*number),
        other => other.clone(),
    };
    when.cond.map(&mut { text }, &mut { value })
}
