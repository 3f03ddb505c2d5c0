//! What a failure tells, as a type.

use super::{Cx, types};
use crate::{
    diag::{Code, Diagnostic},
    raw::RawOutcome,
    yaml::Text,
};
use stipula_contract::{Module, Outcome, TypeId, TypeRef, sealed_in};

/// The object that `detail` names.
pub(super) fn of(cx: &mut Cx<'_>, name: &Text) -> Option<TypeId> {
    match types::named(cx, name, Module::Response)? {
        TypeRef::Object(id) => Some(id),
        _ => {
            let message = format!("`{}` is no object", name.value);
            let found = Diagnostic::new(Code::WrongType, name.span, message);
            cx.sink
                .report(found.help("`detail` names an object of `types`"));
            None
        }
    }
}

/// Reports sealed members, which are opened in answers of success only.
pub(super) fn check(cx: &mut Cx<'_>, raw: Option<&RawOutcome>, outcome: Option<&Outcome>) {
    let name = raw.and_then(|it| it.detail.as_ref());
    let (Some(name), Some(item)) = (name, outcome.and_then(Outcome::detail_item)) else {
        return;
    };
    if sealed_in(&cx.types.list, &[item]).is_empty() {
        return;
    }
    let message = format!(
        "`{}` holds a sealed member, and failures are not opened",
        name.value
    );
    let found = Diagnostic::new(Code::BadPlace, name.span, message);
    cx.sink
        .report(found.help("leave the member out of the type of a failure"));
}
