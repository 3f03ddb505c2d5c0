//! A value of the wrong type: what is expected, what is found, and what was probably meant.

use serde_json::{Map, Value as Any};
use stipula_contract::{Api, JsonKind, Scalar, TypeId, TypeKind, TypeRef, Union};
use stipula_rules::suggest;

use super::{
    convert::converted,
    shown::{Seen, near_told},
    words::{self, filled},
};

/// What is told of a value of the wrong type.
pub(super) struct Mismatch {
    pub(super) message: String,
    pub(super) wanted: String,
    pub(super) suggestion: Option<String>,
}

/// What was expected, and what was found instead.
pub(super) fn mismatch(api: &Api, ty: &TypeRef, seen: Seen<'_>) -> Mismatch {
    let wanted = wanted(api, ty);
    if let (TypeRef::Union(id), Any::Object(members)) = (ty, seen.value)
        && let Some((union, tag)) = tagged(api, *id)
    {
        return untagged(api, union, tag, members, seen.is_hidden, wanted);
    }
    let found = match (ty, seen.value) {
        (TypeRef::Any(_) | TypeRef::Union(_), Any::Object(_)) => words::OTHER.to_owned(),
        (ty, _) if is_single(ty) => seen.kind(),
        // It may stand for something inside that is sensitive.
        (_, value) => Seen {
            value,
            is_hidden: true,
        }
        .kind(),
    };
    Mismatch {
        message: filled(words::EXPECTED, &[&wanted, &found, hint(ty, seen.value)]),
        wanted,
        suggestion: None,
    }
}

/// Whether a value of the type has nothing inside.
pub(super) const fn is_single(ty: &TypeRef) -> bool {
    matches!(
        ty,
        TypeRef::Scalar(_) | TypeRef::AsText(_) | TypeRef::Enum(_) | TypeRef::IntegerEnum(_)
    )
}

/// An object that is no case of its union.
fn untagged(
    api: &Api,
    union: &Union,
    tag: &str,
    members: &Map<String, Any>,
    is_hidden: bool,
    wanted: String,
) -> Mismatch {
    let held = members.get(tag).filter(|it| !api.counts_as_absent(it));
    let Some(value) = held else {
        return Mismatch {
            message: filled(words::EXPECTED, &[&wanted, words::UNTAGGED, ""]),
            wanted,
            suggestion: None,
        };
    };
    let is_sensitive = union.cases.iter().any(|case| {
        let field = api.type_(case.of).object().and_then(|it| it.field(tag));
        field.is_some_and(|it| it.sensitive)
    });
    let is_hidden = is_hidden || is_sensitive;
    let cases = union.cases.iter().map(|it| it.wire.as_str());
    let written = value.as_str().filter(|_| !is_hidden);
    let near = written.and_then(|it| suggest(it, cases));
    let seen = Seen { value, is_hidden };
    Mismatch {
        message: filled(words::TAG, &[&wanted, &seen.told(), &near_told(near)]),
        wanted,
        suggestion: near.map(str::to_owned),
    }
}

/// The commonest slips.
fn hint(ty: &TypeRef, value: &Any) -> &'static str {
    let begins = |with: &str| value.as_str().is_some_and(|it| it.starts_with(with));
    let is_one = value.as_array().is_some_and(|it| it.len() == 1);
    let is_single = value.is_string() || value.is_number() || value.is_boolean();
    match ty {
        TypeRef::List(_) if begins("[") => words::BARE,
        TypeRef::List(_) if is_single || value.is_object() => words::LISTED,
        TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Map { .. } if begins("{") => words::BARE,
        TypeRef::Any(_) | TypeRef::List(_) => "",
        _ if is_one => words::UNLISTED,
        TypeRef::Scalar(it) if it.is_free_text() && is_single => words::QUOTED,
        TypeRef::Enum(_) if is_single => words::QUOTED,
        TypeRef::AsText(_) if value.is_number() && converted(ty, value).is_some() => words::QUOTED,
        TypeRef::Scalar(_) | TypeRef::IntegerEnum(_)
            if value.is_string() && converted(ty, value).is_some() =>
        {
            words::UNQUOTED
        }
        _ => "",
    }
}

fn wanted(api: &Api, ty: &TypeRef) -> String {
    match ty {
        TypeRef::Scalar(it) => it.facts().wanted.to_owned(),
        TypeRef::AsText(it) => it.wanted_as_text().to_owned(),
        TypeRef::IntegerEnum(_) => Scalar::Integer.facts().wanted.to_owned(),
        TypeRef::Enum(_) => JsonKind::Text.noun().to_owned(),
        TypeRef::Object(_) => JsonKind::Object.noun().to_owned(),
        TypeRef::List(_) => JsonKind::List.noun().to_owned(),
        TypeRef::Map { .. } => words::MAP.to_owned(),
        TypeRef::Union(id) | TypeRef::Any(id) => match &api.type_(*id).kind {
            TypeKind::Union(union) => union.wanted(),
            TypeKind::Any(any) => any.wanted(),
            TypeKind::Object(_) | TypeKind::Enum(_) => JsonKind::Object.noun().to_owned(),
        },
    }
}

fn tagged(api: &Api, id: TypeId) -> Option<(&Union, &str)> {
    match &api.type_(id).kind {
        TypeKind::Union(union) => Some((union, union.tag()?)),
        TypeKind::Object(_) | TypeKind::Enum(_) | TypeKind::Any(_) => None,
    }
}
