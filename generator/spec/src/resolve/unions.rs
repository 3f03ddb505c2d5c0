//! Unions: objects whose type a member chooses, beside them or inside them.

use heck::ToUpperCamelCase;

use super::{
    Cx, shapes,
    site::Site,
    types::{named, reserve},
};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawField, RawType, RawTypeKind},
    yaml::Text,
};
use stipula_contract::{Case, Choice, Module, Scalar, TypeId, TypeKind, TypeRef, Union};

/// Reads `{ by: FIELD, cases: … }` into a type of its own.
pub(super) fn union<'a>(
    cx: &mut Cx<'a>,
    by: &'a Text,
    cases: &'a [(Text, Text)],
    site: &Site<'_>,
    siblings: &[&'a RawField],
) -> Option<TypeRef> {
    let Some(sibling) = siblings.iter().find(|raw| raw.wire.value == by.value) else {
        let message = format!("there is no field `{}` beside this one", by.value);
        let known = siblings.iter().map(|raw| raw.wire.value.as_str());
        cx.sink.report(
            Diagnostic::new(Code::UnknownField, by.span, message).suggest(&by.value, known),
        );
        return None;
    };
    let by_type = match &sibling.ty.kind {
        RawTypeKind::Name(name) => named(cx, name, site.module)?,
        RawTypeKind::Unreadable => return None,
        _ => TypeRef::Scalar(Scalar::Json),
    };
    let TypeRef::Enum(by_type) = by_type else {
        let message = format!("`{}` is not an enum, so it cannot choose a type", by.value);
        cx.sink.report(
            Diagnostic::new(Code::WrongType, by.span, message).also(sibling.ty.span, "its type"),
        );
        return None;
    };
    let cases: Vec<Case> = cases
        .iter()
        .filter_map(|(value, of)| case(cx, by_type, value, of, site.module))
        .collect();
    let mut name = site.wire.to_upper_camel_case();
    if cx.types.has(&name, site.module) {
        name = format!("{}{name}", site.owner);
    }
    let id = reserve(cx, &name, site.named, site.module);
    cx.types.list[id.0].kind = TypeKind::Union(Union {
        choice: Choice::Sibling {
            by: by.value.clone(),
            by_type,
        },
        cases,
    });
    cx.types.list[id.0].doc = format!("The type depends on `{}`.", by.value);
    Some(TypeRef::Union(id))
}

fn case<'a>(
    cx: &mut Cx<'a>,
    by: TypeId,
    value: &Text,
    of: &'a Text,
    module: Module,
) -> Option<Case> {
    let it = cx.types.list[by.0].enum_()?;
    let known: Vec<String> = it.values.iter().map(|value| value.wire.clone()).collect();
    let is_known = known.contains(&value.value);
    if !is_known {
        let message = format!(
            "`{}` is not a value of `{}`",
            value.value, cx.types.list[by.0].name
        );
        let known = known.iter().map(String::as_str);
        cx.sink.report(
            Diagnostic::new(Code::UnknownValue, value.span, message).suggest(&value.value, known),
        );
    }
    let of = object(cx, of, module)?;
    is_known.then(|| Case {
        wire: value.value.clone(),
        of,
    })
}

/// The object of a case.
fn object<'a>(cx: &mut Cx<'a>, of: &'a Text, module: Module) -> Option<TypeId> {
    if let TypeRef::Object(target) = named(cx, of, module)? {
        return Some(target);
    }
    let message = format!("`{}` is not an object, so it cannot be a case", of.value);
    cx.sink
        .report(Diagnostic::new(Code::WrongType, of.span, message));
    None
}

/// Reads `{ tag: MEMBER, cases: … }` into a type that is reserved.
pub(super) fn tagged<'a>(
    cx: &mut Cx<'a>,
    id: TypeId,
    tag: &'a Text,
    cases: &'a [(Text, Text)],
) -> TypeRef {
    let choice = Choice::Tag {
        member: tag.value.clone(),
    };
    // A case may lead back to it.
    cx.types.list[id.0].kind = TypeKind::Union(Union {
        choice: choice.clone(),
        cases: Vec::new(),
    });
    let module = cx.types.list[id.0].module;
    let mut made: Vec<Case> = Vec::new();
    for (value, of) in cases {
        let case = object(cx, of, module).map(|of| Case {
            wire: value.value.clone(),
            of,
        });
        made.extend(case);
    }
    if cases.is_empty() {
        let message = "a union needs a case";
        cx.sink
            .report(Diagnostic::new(Code::MissingValue, tag.span, message));
    }
    cx.types.list[id.0].kind = TypeKind::Union(Union {
        choice,
        cases: made,
    });
    if cx.types.list[id.0].doc.is_empty() {
        cx.types.list[id.0].doc = format!("The type depends on the member `{}`.", tag.value);
    }
    TypeRef::Union(id)
}

/// Reads a choice that is written in place into a type of its own.
pub(super) fn inline<'a>(cx: &mut Cx<'a>, raw: &'a RawType, site: &Site<'_>) -> Option<TypeRef> {
    let mut name = site.wire.to_upper_camel_case();
    if cx.types.has(&name, site.module) || cx.index.has_type(&name) {
        name = format!("{}{name}", site.owner);
    }
    let id = reserve(cx, &name, site.named, site.module);
    choice(cx, id, raw, site.named)
}

/// Reads a choice into a type that is reserved.
pub(super) fn choice<'a>(
    cx: &mut Cx<'a>,
    id: TypeId,
    raw: &'a RawType,
    named: &Text,
) -> Option<TypeRef> {
    match &raw.kind {
        RawTypeKind::Tagged(tag, cases) => Some(tagged(cx, id, tag, cases)),
        RawTypeKind::Any(all) => Some(shapes::any(cx, id, all, named)),
        _ => None,
    }
}
