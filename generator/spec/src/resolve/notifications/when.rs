//! What of a body tells which kind of notification it is.

use stipula_cond::Leaf;

use super::super::{
    Cx,
    conditions::{self, Site},
    decide,
};
use crate::{
    diag::{Code, Diagnostic},
    yaml::Text,
};
use stipula_contract::{Answer, Condition, Kind, Place, Value};

/// The condition; it looks at what members say, for the body is not read before it is known.
pub(super) fn of(cx: &mut Cx<'_>, written: &Text, body: &Answer) -> Option<Condition> {
    let Some(id) = body.object() else {
        let message = "`when` looks into an object, and the body is none";
        cx.sink.report(
            Diagnostic::new(Code::WrongType, written.span, message)
                .help("make the body an object, or leave `when` out"),
        );
        return None;
    };
    let site = Site {
        this: Some(id),
        ..Site::default()
    };
    let when = conditions::condition(cx, written, &[site])?;
    decide::report_constant(cx, written, &when);
    if when.cond.leaves().any(|it| !is_seen(&it)) {
        let message = "`when` compares what cannot be seen before the body is read";
        cx.sink.report(
            Diagnostic::new(Code::ConditionType, written.span, message).help(
                "compare texts, enums, whole numbers and booleans with `==` or `in`, or ask `present` or `starts_with`",
            ),
        );
        return None;
    }
    Some(when)
}

fn is_seen(leaf: &Leaf<'_, Place, Value>) -> bool {
    match leaf {
        Leaf::Present(_) | Leaf::True(_) | Leaf::StartsWith { .. } => true,
        Leaf::OneOf { place, .. } => matches!(
            place.kind,
            Kind::Text(_) | Kind::Enum(_) | Kind::Integer(_) | Kind::IntegerEnum(_) | Kind::Boolean
        ),
        Leaf::Compare { .. } => false,
    }
}
