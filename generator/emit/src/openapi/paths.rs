//! Operations by path.

use std::collections::BTreeMap;

use serde_json::{Value as Any, json};

use stipula_contract::{Api, ClassOfResult, Operation, OperationId, ResultCode};

use super::{Json, names::Names, pages, requests, responses, security};

/// Every operation below its path. An overlay shares the path of its base, for which OpenAPI has
/// no words: it stands beside the base as an extension.
pub(super) fn paths(api: &Api, bodies: &Api, names: &Names) -> Any {
    let mut paths = Json::new();
    let mut overlays: BTreeMap<OperationId, Vec<Any>> = BTreeMap::new();
    for overlay in &api.operations {
        if let Some(base) = overlay.overlay_of {
            overlays
                .entry(base)
                .or_default()
                .push(operation(api, bodies, overlay, names));
        }
    }
    for base in &api.operations {
        if base.overlay_of.is_some() {
            continue;
        }
        let mut value = operation(api, bodies, base, names);
        if let (Some(overlays), Some(value)) = (overlays.remove(&base.id), value.as_object_mut()) {
            value.insert("x-stipula-overlays".into(), Any::Array(overlays));
        }
        // OpenAPI wants a path that begins with a slash.
        let key = match base.hosts.as_slice() {
            [] => base.path.clone(),
            _ => format!("/{}", base.path),
        };
        let path = paths.entry(key).or_insert_with(|| json!({}));
        path[base.method.as_str().to_ascii_lowercase()] = value;
    }
    Any::Object(paths)
}

fn operation(api: &Api, bodies: &Api, operation: &Operation, names: &Names) -> Any {
    let mut value = Json::new();
    value.insert("operationId".into(), json!(operation.name));
    value.insert(
        "tags".into(),
        json!([operation.group.as_ref().unwrap_or(&api.title)]),
    );
    value.insert("summary".into(), json!(operation.summary));
    let pages = operation.pages.as_ref().map(|it| it.text.as_str());
    let repeats = operation.idempotency.as_ref().map(|it| it.text.as_str());
    let told = [
        operation.doc.trim(),
        repeats.unwrap_or_default(),
        pages.unwrap_or_default(),
    ];
    let told: Vec<_> = told.into_iter().filter(|it| !it.is_empty()).collect();
    if !told.is_empty() {
        value.insert("description".into(), json!(told.join("\n\n")));
    }
    let parameters = requests::parameters(api, operation, names);
    if !parameters.is_empty() {
        value.insert("parameters".into(), json!(parameters));
    }
    if let Some(body) = requests::body(api, bodies, operation, names) {
        value.insert("requestBody".into(), body);
    }
    value.insert("responses".into(), responses::all(api, operation, names));
    if let Some(security) = security::of_operation(api, operation) {
        value.insert("security".into(), security);
    }
    if !operation.hosts.is_empty() {
        let server = |it: &String| json!({ "url": format!("https://{it}") });
        let servers: Vec<_> = operation.hosts.iter().map(server).collect();
        value.insert("servers".into(), json!(servers));
        let field = operation.path.trim_matches(['{', '}']);
        value.insert("x-stipula-url-from".into(), json!(field));
    }
    if let Some(it) = &operation.pages {
        value.insert("x-stipula-pages".into(), pages::extension(it));
    }
    if !operation.errors.is_empty() {
        value.insert("x-stipula-codes".into(), codes(&operation.errors));
    }
    Any::Object(value)
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
