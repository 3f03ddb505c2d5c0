//! Operations, headers and examples.

use std::collections::BTreeMap;

use serde_json::{Value as Any, json};

use crate::judge::canonical;
use crate::model::{Api, Body, ClassOfResult, Header, HeaderNeed, Operation, ResultCode, TypeId};

use super::{Json, names::Names};

/// Every operation below its path. An overlay shares the path of its base, for which OpenAPI has
/// no words: it stands beside the base as an extension.
pub(super) fn paths(api: &Api, names: &Names) -> Any {
    let mut paths = Json::new();
    let mut overlays: BTreeMap<usize, Vec<Any>> = BTreeMap::new();
    for overlay in &api.operations {
        if let Some(base) = overlay.overlay_of {
            overlays
                .entry(base)
                .or_default()
                .push(operation(api, overlay, names));
        }
    }
    for (index, base) in api.operations.iter().enumerate() {
        if base.overlay_of.is_some() {
            continue;
        }
        let mut value = operation(api, base, names);
        if let (Some(overlays), Some(value)) = (overlays.remove(&index), value.as_object_mut()) {
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
    let media = api
        .signing
        .as_ref()
        .map_or("application/json", |it| it.content_type.as_str());
    let request = content(api, operation, operation.request, Body::Request, names);
    value.insert(
        "requestBody".into(),
        json!({ "required": true, "content": { media: request } }),
    );
    let mut answer = Json::new();
    answer.insert(
        "description".into(),
        json!("The answer, whatever the outcome: see the result codes."),
    );
    let received: Json = received(api)
        .map(|header| {
            (
                header.name.clone(),
                json!({ "$ref": format!("#/components/headers/{}", header.name) }),
            )
        })
        .collect();
    if !received.is_empty() {
        answer.insert("headers".into(), Any::Object(received));
    }
    let response = content(api, operation, operation.response, Body::Response, names);
    answer.insert("content".into(), json!({ "application/json": response }));
    value.insert("responses".into(), json!({ "200": answer }));
    if !operation.errors.is_empty() {
        value.insert("x-stipula-codes".into(), codes(&operation.errors));
    }
    Any::Object(value)
}

fn content(api: &Api, operation: &Operation, ty: TypeId, body: Body, names: &Names) -> Any {
    let mut content = Json::new();
    content.insert("schema".into(), json!({ "$ref": names.reference(ty) }));
    let examples: Json = operation
        .examples
        .iter()
        .filter(|example| example.body == body)
        .map(|example| {
            let mut value = Json::new();
            if !example.doc.trim().is_empty() {
                value.insert("description".into(), json!(example.doc.trim()));
            }
            value.insert("value".into(), canonical(api, ty, &example.json));
            if !example.context.is_empty() {
                let beside: Json = example
                    .context
                    .iter()
                    .map(|(name, it)| (name.clone(), json!(it)))
                    .collect();
                value.insert("x-stipula-context".into(), Any::Object(beside));
            }
            (example.name.clone(), Any::Object(value))
        })
        .collect();
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

/// Headers sent with requests. OpenAPI says the content type elsewhere.
fn sent(api: &Api) -> impl Iterator<Item = &Header> {
    documented(api).filter(|header| header.in_request)
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
