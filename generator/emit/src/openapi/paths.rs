//! Operations by path.

use serde_json::{Value as Any, json};

use stipula_contract::{Api, ClassOfResult, Operation, ResultCode};

use super::{Json, names::Names, pages, requests, responses, security};

/// Every operation below its path. An overlay has the path of its base, which OpenAPI allows only once:
/// a fragment, which no client sends, tells it from its base.
pub(super) fn paths(api: &Api, bodies: &Api, names: &Names) -> Any {
    let mut paths = Json::new();
    for it in &api.operations {
        let mut value = operation(api, bodies, it, names);
        // OpenAPI wants a path that begins with a slash.
        let mut key = match it.hosts.as_slice() {
            [] => it.path.clone(),
            _ => format!("/{}", it.path),
        };
        if let Some(base) = it.overlay_of {
            key = format!("{key}#{}", it.name);
            value["x-stipula-overlay-of"] = json!(api.operation(base).name);
        }
        let path = paths.entry(key).or_insert_with(|| json!({}));
        path[it.method.as_str().to_ascii_lowercase()] = value;
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
