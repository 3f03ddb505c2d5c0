//! The members of an answer that say how it went.

use serde_json::{Map, Value as Any};

use super::typed;
use stipula_contract::{Api, ClassOfResult, Field, Object, Outcome, ResultCode, TypeRef};

/// Writes how it went into a body: into its result object, or beside the other members.
pub(super) fn write(
    api: &Api,
    outcome: &Outcome,
    body: Option<&Object>,
    code: Option<&ResultCode>,
    members: &mut Map<String, Any>,
) {
    let field = body.and_then(|it| outcome.object.iter().find_map(|name| named(it, name)));
    let name = field.map(|it| &it.wire).or(outcome.object.first());
    let inner = match field.map(|it| &it.item.ty) {
        Some(TypeRef::Object(id)) => api.type_(*id).object(),
        None if name.is_none() => body,
        Some(_) | None => None,
    };
    let told = said(outcome, inner, code);
    match name {
        // Nothing more to say than that it came.
        Some(_) if told.is_empty() => {}
        Some(name) => {
            let object = members
                .entry(name.clone())
                .or_insert_with(|| Any::Object(Map::new()));
            match object {
                Any::Object(own) => own.extend(told),
                other => *other = Any::Object(told),
            }
        }
        None => members.extend(told),
    }
}

/// Code, status and message, each where the object has a member for it; by their first names where nobody
/// says what the object is.
fn said(outcome: &Outcome, object: Option<&Object>, code: Option<&ResultCode>) -> Map<String, Any> {
    let status = match code {
        Some(code) => Some(&code.status),
        None => outcome.success.first(),
    };
    let parts = [
        (&outcome.code, code.map(|it| &it.code)),
        (&outcome.status, status),
        (&outcome.message, code.map(|it| &it.doc)),
    ];
    let parts = parts.into_iter().filter_map(|(names, text)| {
        let text = text?.trim();
        match object {
            Some(object) => names.iter().find_map(|name| typed(object, name, text)),
            None => Some((names.first()?.clone(), plain(text)?)),
        }
    });
    let mut said: Map<String, Any> = parts.collect();
    // What a code means is for readers of the spec; what servers say of success is on the page.
    if code.is_none_or(|it| it.class == ClassOfResult::Success) {
        let message = object.and_then(|it| outcome.message.iter().find_map(|name| named(it, name)));
        if let Some((field, sample)) = message.and_then(|it| Some((it, it.sample.as_ref()?))) {
            said.insert(field.wire.clone(), sample.as_str().into());
        }
    }
    said
}

/// A text of the contract where no type says what it is.
fn plain(text: &str) -> Option<Any> {
    match text {
        "" => None,
        "true" => Some(true.into()),
        "false" => Some(false.into()),
        text => Some(text.into()),
    }
}

/// The member with this name, aliases included.
pub(super) fn named<'a>(object: &'a Object, name: &String) -> Option<&'a Field> {
    let mut fields = object.fields.iter();
    fields.find(|it| it.wire == *name || it.aliases.contains(name))
}
