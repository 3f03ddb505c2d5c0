//! The request of an operation: fields of its own, or those of a named object; those of its base first.

use super::{
    Cx,
    sentences::text,
    types::{self, Raws},
};
use crate::{
    diag::{Code, Diagnostic},
    raw::{RawBody, RawOperation, RawTypeDef, RawTypeDefKind},
    yaml::Text,
};
use stipula_contract::{Location, Module, Scalar, TypeId};

/// The type of a request. That of a named object has its fields and rules, and is one of its own all the
/// same: fields of one operation may travel where those of another do not.
pub(super) fn request<'a>(
    cx: &mut Cx<'a>,
    raw: &'a RawOperation,
    base: Option<&'a RawOperation>,
) -> TypeId {
    let named = raw.request_type.as_ref().and_then(|it| object(cx, it));
    let told = named.as_ref().map(|(def, _)| text(def.doc.as_ref()));
    let doc = told.filter(|it| !it.is_empty());
    let doc = doc.unwrap_or_else(|| body_of(raw));
    let mut raws = Raws::default();
    for it in base.into_iter().chain([raw]) {
        if let Some((_, body)) = it.request_type.as_ref().and_then(|it| known(cx, it)) {
            add(&mut raws, body);
        }
        add(&mut raws, &it.request);
    }
    let id = types::body(cx, raw, "Request", Module::Request, raws, doc);
    if let Some((def, _)) = named {
        cx.types.list[id.0].evidence = cx.index.evidence(&def.evidence, &mut cx.sink);
    }
    id
}

/// What a request is when nothing is said of it.
fn body_of(raw: &RawOperation) -> String {
    format!("Body of a `{}` request.", raw.name.value)
}

/// Calls it a request where it is more than a body, or none.
pub(super) fn say(cx: &mut Cx<'_>, raw: &RawOperation, request: TypeId) {
    let fields = cx.types.object(request).map(|it| it.fields.as_slice());
    let mut places = fields.into_iter().flatten().map(|it| it.location);
    let is_more = places.any(|it| !matches!(it, Location::Body | Location::Payload));
    let ty = &mut cx.types.list[request.0];
    if is_more && ty.doc == body_of(raw) {
        ty.doc = format!("A `{}` request.", raw.name.value);
    }
}

/// Adds fields and rules; a field of a name that is there replaces it in its place.
fn add<'a>(raws: &mut Raws<'a>, body: &'a RawBody) {
    for field in &body.fields {
        let mut others = raws.fields.iter_mut();
        match others.find(|it| it.wire.value == field.wire.value) {
            Some(other) => *other = field,
            None => raws.fields.push(field),
        }
    }
    raws.rules.extend(&body.rules);
    raws.closed |= body.closed;
}

/// The object that a request names; any other type is reported.
fn object<'a>(cx: &mut Cx<'a>, name: &Text) -> Option<(&'a RawTypeDef, &'a RawBody)> {
    let what = match Scalar::named(&name.value) {
        Some(_) => "a type of single values",
        None => match &cx.index.type_(name, &mut cx.sink)?.kind {
            RawTypeDefKind::Object(_) => return known(cx, name),
            RawTypeDefKind::Enum(_) => "an enum",
            RawTypeDefKind::Choice(_) => "a union",
        },
    };
    let message = format!("`{}` is {what}, and a request is an object", name.value);
    cx.sink.report(
        Diagnostic::new(Code::WrongType, name.span, message).help(format!(
            "where the body is nothing else, write `body: {{ type: {}, in: payload, required: true }}`",
            name.value
        )),
    );
    None
}

/// The declared object of this name.
fn known<'a>(cx: &Cx<'a>, name: &Text) -> Option<(&'a RawTypeDef, &'a RawBody)> {
    let def = cx.index.declared(&name.value)?;
    match &def.kind {
        RawTypeDefKind::Object(body) => Some((def, body)),
        RawTypeDefKind::Enum(_) | RawTypeDefKind::Choice(_) => None,
    }
}
