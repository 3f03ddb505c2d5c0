//! Types of members.

use stipula_contract::{Item, Scalar, TypeRef};

use crate::{
    Row,
    cx::{At, Cx, Said},
    words,
};

/// Tells how a type differs; whether it is the same, so that what is inside can be compared.
pub(super) fn compare(cx: &Cx<'_>, at: &At, is_request: bool, old: &Item, new: &Item) -> bool {
    if is_same(cx, &old.ty, &new.ty) {
        return true;
    }
    let row = row(is_request, &old.ty, &new.ty);
    let what = match row {
        Row::TextOfNumber if new.ty.as_text().is_some() => {
            "is a number that travels as a string now"
        }
        Row::TextOfNumber => "is a number that no longer travels as a string",
        Row::ShapeChanged => "is of another shape",
        _ => "is of another type",
    };
    let said = Said::of(what)
        .was(words::item(cx.old, old))
        .is(words::item(cx.new, new));
    cx.tell(at, row, "type", said);
    row == Row::TextOfNumber
}

fn row(is_request: bool, old: &TypeRef, new: &TypeRef) -> Row {
    let is_number_still = old.plain() == new.plain();
    match (is_request, is_number_still) {
        (_, true) => Row::TextOfNumber,
        (false, false) => Row::AnswerTypeChanged,
        (true, false) if is_single(old) != is_single(new) => Row::ShapeChanged,
        (true, false) if is_list(old) != is_list(new) => Row::ShapeChanged,
        (true, false) => Row::TypeChanged,
    }
}

const fn is_single(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(it) => !matches!(it, Scalar::Json | Scalar::File),
        TypeRef::AsText(_) | TypeRef::Enum(_) | TypeRef::IntegerEnum(_) => true,
        TypeRef::Object(_)
        | TypeRef::Union(_)
        | TypeRef::Any(_)
        | TypeRef::List(_)
        | TypeRef::Map { .. } => false,
    }
}

const fn is_list(ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::List(_))
}

/// Whether two types are the same, whatever they are called.
pub(super) fn is_same(cx: &Cx<'_>, old: &TypeRef, new: &TypeRef) -> bool {
    match (old, new) {
        (TypeRef::Scalar(a), TypeRef::Scalar(b)) | (TypeRef::AsText(a), TypeRef::AsText(b)) => {
            a == b
        }
        (TypeRef::Enum(a), TypeRef::Enum(b))
        | (TypeRef::IntegerEnum(a), TypeRef::IntegerEnum(b))
        | (TypeRef::Object(a), TypeRef::Object(b))
        | (TypeRef::Union(a), TypeRef::Union(b))
        | (TypeRef::Any(a), TypeRef::Any(b)) => cx.types.new_of(*a) == Some(*b),
        (TypeRef::List(a), TypeRef::List(b)) => is_same(cx, &a.ty, &b.ty),
        (TypeRef::Map { key: a, of: inner }, TypeRef::Map { key: b, of: other }) => {
            let keys = match (a, b) {
                (None, None) => true,
                (Some(a), Some(b)) => cx.types.new_of(*a) == Some(*b),
                _ => false,
            };
            keys && is_same(cx, &inner.ty, &other.ty)
        }
        _ => false,
    }
}
