//! Operations, headers and examples.

use std::collections::BTreeMap;

use serde_json::{Value as Any, json};

use stipula_contract::{
    Api, ClassOfResult, Header, HeaderNeed, Operation, OperationId, ResultCode, TypeId,
};

use super::{Json, examples, names::Names, security};

const ANSWER: &str = "The answer, whatever the outcome: see the result codes.";
const OTHER: &str = "Any other status. It is read like the documented answer where it holds a \
    result; where it holds none, nobody knows whether the operation was carried out.";

/// Every operation below its path. An overlay shares the path of its base, for which OpenAPI has
/// no words: it stands beside the base as an extension.
pub(super) fn paths(api: &Api, names: &Names) -> Any {
    let mut paths = Json::new();
    let mut overlays: BTreeMap<OperationId, Vec<Any>> = BTreeMap::new();
    for overlay in &api.operations {
        if let Some(base) = overlay.overlay_of {
            overlays
                .entry(base)
                .or_default()
                .push(operation(api, overlay, names));
        }
    }
    for base in &api.operations {
        if base.overlay_of.is_some() {
            continue;
        }
        let mut value = operation(api, base, names);
        if let (Some(overlays), Some(value)) = (overlays.remove(&base.id), value.as_object_mut()) {
            value.insert("x-stipula-overlays".into(), Any::Array(overlays));
        }
        let path = paths.entry(base.path.clone()).or_insert_with(|| json!({}));
        path[base.method.as_str().to_ascii_lowercase()] = value;
    }
    Any::Object(paths)
}

fn operation(api: &Api, operation: &Operation, names: &Names) -> Any {
    let mut value = Json::new();
    value.insert("operationId".into(), json!(operation.name));
    value.insert("tags".into(), json!([api.title]));
    value.insert("summary".into(), json!(operation.summary));
    if !operation.doc.trim().is_empty() {
        value.insert("description".into(), json!(operation.doc.trim()));
    }
    let sent: Vec<Any> = sent(api)
        .map(|header| json!({ "$ref": format!("#/components/parameters/{}", header.name) }))
        .collect();
    if !sent.is_empty() {
        value.insert("parameters".into(), json!(sent));
    }
    let media = api.content_type.as_str();
    let examples = examples::of_request(api, operation);
    let request = content(operation.request, examples, names);
    value.insert(
        "requestBody".into(),
        json!({ "required": true, "content": { media: request } }),
    );
    value.insert("responses".into(), responses(api, operation, names));
    if let Some(security) = security::of_operation(api, operation) {
        value.insert("security".into(), security);
    }
    if !operation.errors.is_empty() {
        value.insert("x-stipula-codes".into(), codes(&operation.errors));
    }
    Any::Object(value)
}

/// The answers. Whether a call went well is not a matter of the HTTP status.
fn responses(api: &Api, operation: &Operation, names: &Names) -> Any {
    let mut answer = json!({ "description": ANSWER });
    let received: Json = received(api)
        .map(|header| {
            let target = format!("#/components/headers/{}", header.name);
            (header.name.clone(), json!({ "$ref": target }))
        })
        .collect();
    if !received.is_empty() {
        answer["headers"] = Any::Object(received);
    }
    let examples = examples::of_response(api, operation);
    answer["content"] = json!({ "application/json": content(operation.response, examples, names) });
    let other = content(operation.response, Json::new(), names);
    json!({
        "200": answer,
        "default": { "description": OTHER, "content": { "application/json": other } },
    })
}

fn content(ty: TypeId, examples: Json, names: &Names) -> Any {
    let mut content = Json::new();
    content.insert("schema".into(), json!({ "$ref": names.reference(ty) }));
    if !examples.is_empty() {
        content.insert("examples".into(), Any::Object(examples));
    }
    Any::Object(content)
}

/// Result codes with what they mean.
pub(super) fn codes(codes: &[ResultCode]) -> Any {
    codes.iter().map(code).collect()
}

fn code(code: &ResultCode) -> Any {
    let class = match code.class {
        ClassOfResult::Success => "success",
        ClassOfResult::Failed => "failed",
        ClassOfResult::Unknown => "unknown",
    };
    json!({ "code": code.code, "status": code.status, "class": class, "description": code.doc.trim() })
}

/// Headers sent with requests. OpenAPI says the content type elsewhere, and what proves the sender
/// under `security`.
fn sent(api: &Api) -> impl Iterator<Item = &Header> {
    documented(api).filter(|it| it.in_request && !security::has(api, &it.name))
}

fn received(api: &Api) -> impl Iterator<Item = &Header> {
    documented(api).filter(|header| header.in_response)
}

fn documented(api: &Api) -> impl Iterator<Item = &Header> {
    let elsewhere = ["accept", "authorization", "content-type"];
    api.headers.iter().filter(move |header| {
        !elsewhere
            .iter()
            .any(|it| header.name.eq_ignore_ascii_case(it))
    })
}

/// Request headers as components.
pub(super) fn parameters(api: &Api) -> Json {
    sent(api)
        .map(|it| {
            let mut value = Json::new();
            value.insert("name".into(), json!(it.name));
            value.insert("in".into(), json!("header"));
            value.extend(header(it));
            (it.name.clone(), Any::Object(value))
        })
        .collect()
}

/// Response headers as components. None is required: an answer that went wrong may lack any.
pub(super) fn response_headers(api: &Api) -> Json {
    received(api)
        .map(|it| {
            let mut value = header(it);
            value.remove("required");
            (it.name.clone(), Any::Object(value))
        })
        .collect()
}

fn header(header: &Header) -> Json {
    let mut value = Json::new();
    let mut doc = header.doc.trim().to_owned();
    if let HeaderNeed::When(when) = &header.need {
        doc = format!("{doc} Required {when}.");
    }
    if !doc.is_empty() {
        value.insert("description".into(), json!(doc.trim()));
    }
    if header.need == HeaderNeed::Required {
        value.insert("required".into(), json!(true));
    }
    value.insert("schema".into(), json!({ "type": "string" }));
    if let Some(sample) = &header.sample {
        value.insert("example".into(), json!(sample));
    }
    value
}
