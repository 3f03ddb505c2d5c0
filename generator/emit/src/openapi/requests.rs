//! Requests: parameters by place, and the body.

use serde_json::{Value as Any, json};

use stipula_contract::{Api, BodyForm, Field, Lists, Location, Nested, Operation, TypeRef};

use super::{
    Json, examples,
    field::{self, Way},
    headers,
    names::Names,
};

/// Parameters of an operation: its own, the key of repeats, then the headers of the API.
pub(super) fn parameters(api: &Api, operation: &Operation, names: &Names) -> Vec<Any> {
    let own = fields(api, operation).filter_map(|it| parameter(it, names));
    let common = headers::sent(api)
        .map(|header| json!({ "$ref": format!("#/components/parameters/{}", header.name) }));
    own.chain(api.queries_of(operation).iter().map(headers::query))
        .chain(operation.idempotency_header().map(key))
        .chain(common)
        .collect()
}

/// The header that makes a repeat the same request.
fn key(header: &str) -> Any {
    json!({
        "name": header,
        "in": "header",
        "description": "Your key of this call: a new one for each call, the same one when you send the call again.",
        "schema": { "type": "string" },
    })
}

fn fields<'a>(api: &'a Api, operation: &Operation) -> impl Iterator<Item = &'a Field> {
    let object = api.type_(operation.request).object();
    object.into_iter().flat_map(|it| &it.fields)
}

fn parameter(it: &Field, names: &Names) -> Option<Any> {
    let place = match it.location {
        Location::Path | Location::Query | Location::Header => it.location.word(),
        Location::Body | Location::Payload | Location::Status => return None,
    };
    let brackets = matches!(it.item.ty, TypeRef::List(_)) && it.style.lists == Lists::Brackets;
    let end = if brackets { "[]" } else { "" };
    let mut value = Json::new();
    value.insert("name".into(), json!(format!("{}{end}", it.sent_name())));
    value.insert("in".into(), json!(place));
    let mut schema = field::member(it, Way::Request, names);
    let taken = schema.as_object_mut();
    let (doc, deprecated) = taken.map_or((None, None), |it| {
        (it.remove("description"), it.remove("deprecated"))
    });
    value.extend(doc.map(|it| ("description".to_owned(), it)));
    value.extend(deprecated.map(|it| ("deprecated".to_owned(), it)));
    if it.always_required() {
        value.insert("required".into(), json!(true));
    }
    match written(it) {
        Written::Style(name, explode) => {
            value.insert("style".into(), json!(name));
            value.insert("explode".into(), json!(explode));
            value.insert("schema".into(), schema);
        }
        Written::Json => {
            let content = json!({ "application/json": { "schema": schema } });
            value.insert("content".into(), content);
        }
        Written::Plain => {
            value.insert("schema".into(), schema);
        }
    }
    Some(Any::Object(value))
}

/// How OpenAPI says that a parameter is written.
enum Written {
    Plain,
    Style(&'static str, bool),
    Json,
}

fn written(it: &Field) -> Written {
    match (&it.item.ty, it.location) {
        (TypeRef::List(_), Location::Query) => match it.style.lists {
            Lists::Repeat | Lists::Brackets => Written::Style("form", true),
            Lists::Comma => Written::Style("form", false),
            Lists::Json => Written::Json,
        },
        (TypeRef::Object(_) | TypeRef::Union(_) | TypeRef::Map { .. }, Location::Query) => {
            match it.style.nested {
                Nested::Brackets => Written::Style("deepObject", true),
                Nested::Json => Written::Json,
            }
        }
        _ => Written::Plain,
    }
}

/// The parts of a multipart body that are JSON. Files and texts are what OpenAPI takes them for.
fn encoding(api: &Api, operation: &Operation) -> Json {
    let is_json = |it: &&Field| {
        let has_members = matches!(
            it.item.ty,
            TypeRef::List(_) | TypeRef::Map { .. } | TypeRef::Object(_) | TypeRef::Union(_)
        );
        has_members && it.location == Location::Body && !api.holds_file(&it.item.ty)
    };
    let is_multipart = operation.body == BodyForm::Multipart;
    let parts = fields(api, operation).filter(|it| is_multipart && is_json(it));
    let parts = parts.map(|it| {
        (
            it.wire.clone(),
            json!({ "contentType": "application/json" }),
        )
    });
    parts.collect()
}

/// The body of an operation; nothing where it has none. `bodies` is the API as its bodies show it.
pub(super) fn body(api: &Api, bodies: &Api, operation: &Operation, names: &Names) -> Option<Any> {
    let media = match operation.body {
        BodyForm::None => return None,
        BodyForm::Json => api.content_type.as_str(),
        BodyForm::Form => "application/x-www-form-urlencoded",
        BodyForm::Multipart => "multipart/form-data",
        BodyForm::Text => "text/plain",
        BodyForm::Bytes => "application/octet-stream",
    };
    let payload = fields(api, operation).find(|it| it.location == Location::Payload);
    let (schema, required) = match payload {
        Some(it) if operation.body == BodyForm::Json => {
            (field::member(it, Way::Request, names), it.always_required())
        }
        Some(it) => (json!({ "type": "string" }), it.always_required()),
        None => (json!({ "$ref": names.reference(operation.request) }), true),
    };
    let mut content = Json::from_iter([("schema".to_owned(), schema)]);
    let encoding = encoding(api, operation);
    if !encoding.is_empty() {
        content.insert("encoding".into(), Any::Object(encoding));
    }
    let has_others = fields(api, operation).any(|it| it.location != Location::Body);
    let examples = if has_others {
        Json::new()
    } else {
        examples::of_request(bodies, operation)
    };
    if !examples.is_empty() {
        content.insert("examples".into(), Any::Object(examples));
    }
    Some(json!({ "required": required, "content": { media: content } }))
}
