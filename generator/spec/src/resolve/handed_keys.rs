//! Keys of the vendor that an answer hands out.

use super::Cx;
use crate::{
    diag::{Code, Diagnostic},
    raw::RawOperation,
    yaml::Text,
};
use stipula_contract::{Field, HandedKeys, Operation, Scalar, TypeId, TypeRef};

/// The members that hold them. A missing key of the mapping was reported when it was read.
pub(super) fn of(
    cx: &mut Cx<'_>,
    raw: &RawOperation,
    base: Option<&RawOperation>,
    operation: &Operation,
    before: &[Operation],
) -> Option<HandedKeys> {
    let written = raw.keys.as_ref().or_else(|| base?.keys.as_ref())?;
    let (list, id, key) = (
        written.list.as_ref()?,
        written.id.as_ref()?,
        written.key.as_ref()?,
    );
    let Some(body) = operation.answer.object() else {
        let message = "keys come from a member of an answer, and this answer has none";
        cx.sink.report(
            Diagnostic::new(Code::WrongType, list.span, message)
                .help("make `response` an object with a list of keys"),
        );
        return None;
    };
    let list_field = member(cx, body, list)?;
    let TypeRef::List(of) = &list_field.item.ty else {
        return wrong(cx, list, "a list of objects");
    };
    let TypeRef::Object(each) = of.ty else {
        return wrong(cx, list, "a list of objects");
    };
    let (id_field, key_field) = (member(cx, each, id), member(cx, each, key));
    let (id_field, key_field) = (id_field?, key_field?);
    for (field, written) in [(&id_field, id), (&key_field, key)] {
        if field.item.ty != TypeRef::Scalar(Scalar::String) {
            return wrong(cx, written, "a `string`");
        }
    }
    if operation.unsigned_answer && !key_field.sealed {
        unproven(cx, key);
    }
    let keys = HandedKeys {
        list: list_field.id,
        id: id_field.id,
        key: key_field.id,
    };
    let mut others = before.iter().filter_map(|it| it.keys.as_ref());
    if others.any(|it| it.list.of == keys.list.of && *it != keys) {
        let message = "another operation takes other keys from an answer of this type";
        cx.sink.report(
            Diagnostic::new(Code::Exclusive, list.span, message).help(
                "name the same members at both places, or give each answer a type of its own",
            ),
        );
        return None;
    }
    Some(keys)
}

fn member(cx: &mut Cx<'_>, of: TypeId, name: &Text) -> Option<Field> {
    let object = cx.types.object(of)?;
    if let Some(field) = object.field(&name.value) {
        return Some(field.clone());
    }
    let known: Vec<String> = object.fields.iter().map(|it| it.wire.clone()).collect();
    let message = format!(
        "there is no field `{}` in `{}`",
        name.value, cx.types.list[of.0].name
    );
    let known = known.iter().map(String::as_str);
    cx.sink.report(
        Diagnostic::new(Code::UnknownField, name.span, message).suggest(&name.value, known),
    );
    None
}

fn wrong(cx: &mut Cx<'_>, at: &Text, wanted: &str) -> Option<HandedKeys> {
    let message = format!("`{}` has to be {wanted}", at.value);
    cx.sink
        .report(Diagnostic::new(Code::WrongType, at.span, message).help("name another member"));
    None
}

/// Whoever can change an answer that nothing proves could hand out a key of its own.
fn unproven(cx: &mut Cx<'_>, key: &Text) {
    let message = "a key that comes unsigned and open could be anybody's";
    cx.sink.report(
        Diagnostic::new(Code::UnsignedStatus, key.span, message)
            .help("give it the type `{ sealed: string }`, or leave `answer: unsigned` out"),
    );
}

/// What is told of them.
pub(super) const NOTE: &str =
    "Its answer hands out keys of the vendor, which verify answers and notifications.";
