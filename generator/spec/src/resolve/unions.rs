//! Unions: objects whose type a sibling chooses.

use heck::ToUpperCamelCase;

use super::{
    Cx,
    site::Site,
    types::{named, reserve},
};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawField, RawTypeKind},
    yaml::Text,
};
use stipula_contract::{Case, Module, Scalar, TypeId, TypeKind, TypeRef, Union};

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
    if site.is_inside() && site.module == Module::Request {
        let message = format!(
            "`{}` stands beside the list or map, so it cannot choose the type of each value in it",
            by.value
        );
        cx.sink.report(
            Diagnostic::new(Code::WrongType, by.span, message)
                .help("hold objects, each with the union and the field that chooses its case"),
        );
        return None;
    }
    let cases: Vec<Case> = cases
        .iter()
        .filter_map(|(value, of)| case(cx, by_type, value, of, site.module))
        .collect();
    let mut name = site.wire.to_upper_camel_case();
    if cx.types.has(&name, site.module) || cx.index.declares(&name) {
        name = format!("{}{name}", site.owner);
    }
    let id = reserve(cx, &name, site.named, site.module);
    cx.types.list[id.0].kind = TypeKind::Union(Union {
        by: by.value.clone(),
        by_type,
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
    let TypeRef::Object(target) = named(cx, of, module)? else {
        let message = format!("`{}` is not an object, so it cannot be a case", of.value);
        cx.sink
            .report(Diagnostic::new(Code::WrongType, of.span, message));
        return None;
    };
    is_known.then(|| Case {
        wire: value.value.clone(),
        of: target,
    })
}
