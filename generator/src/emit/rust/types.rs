//! Types of members: as written, as read, as given to a setter.

use super::file::File;
use crate::model::{Empty, Field, Module, Type, TypeRef};

/// How the file writes a type.
pub(super) fn written(file: &mut File<'_>, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Text | TypeRef::Url => "String".to_owned(),
        TypeRef::Integer => "i64".to_owned(),
        TypeRef::Decimal => "serde_json::Number".to_owned(),
        TypeRef::Boolean => "bool".to_owned(),
        TypeRef::Millis => file.foreign("stipula", "UnixMillis"),
        TypeRef::Json => "serde_json::Value".to_owned(),
        TypeRef::Enum(id) | TypeRef::Object(id) | TypeRef::Union(id) => file.type_name(*id),
        TypeRef::List(of) => format!("Vec<{}>", written(file, &of.ty)),
        TypeRef::Map { key, of } => {
            let map = file.foreign("std::collections", "BTreeMap");
            let key = match key {
                Some(id) => file.type_name(*id),
                None => "String".to_owned(),
            };
            format!("{map}<{key}, {}>", written(file, &of.ty))
        }
    }
}

/// The type of a member.
pub(super) fn of_field(file: &mut File<'_>, owner: &Type, field: &Field) -> String {
    let mut text = written(file, &field.item.ty);
    if field.sensitive {
        text = format!("{}<{text}>", file.foreign("stipula", "Sensitive"));
    }
    if is_optional(owner, field) {
        text = format!("Option<{text}>");
    }
    text
}

/// Whether the member may be absent: always, but for what an answer is known to hold.
pub(super) fn is_optional(owner: &Type, field: &Field) -> bool {
    !(field.guaranteed && owner.module == Module::Response)
}

/// The function that reads the member, when the one of its type would not do.
pub(super) fn reader(file: &File<'_>, owner: &Type, field: &Field) -> Option<&'static str> {
    let absent = file.api.empty == Empty::Absent;
    let drifts = field.lenient || (owner.module == Module::Response && absent);
    if drifts && is_lenient(&field.item.ty) {
        Some("stipula::read::lenient")
    } else if absent && is_optional(owner, field) {
        Some("stipula::read::maybe")
    } else {
        None
    }
}

/// Types that the runtime reads from a number as well as from a text.
fn is_lenient(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Text
        | TypeRef::Url
        | TypeRef::Integer
        | TypeRef::Boolean
        | TypeRef::Millis
        | TypeRef::Enum(_) => true,
        TypeRef::List(of) => is_lenient(&of.ty),
        TypeRef::Decimal
        | TypeRef::Json
        | TypeRef::Object(_)
        | TypeRef::Union(_)
        | TypeRef::Map { .. } => false,
    }
}

/// Whether a setter takes anything that turns into the type.
pub(super) fn is_converted(ty: &TypeRef) -> bool {
    matches!(
        ty,
        TypeRef::Text
            | TypeRef::Url
            | TypeRef::Decimal
            | TypeRef::Millis
            | TypeRef::Json
            | TypeRef::Union(_)
    )
}
