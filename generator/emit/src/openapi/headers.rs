//! Documented headers.

use serde_json::{Value as Any, json};

use stipula_contract::{Api, FixedQuery, Header, HeaderNeed};

use super::{Json, security};

/// Headers sent with requests. OpenAPI says the content type elsewhere, and what proves the sender
/// under `security`.
pub(super) fn sent(api: &Api) -> impl Iterator<Item = &Header> {
    documented(api).filter(|it| it.in_request && !security::has(api, &it.name))
}

/// Headers that come with answers.
pub(super) fn received(api: &Api) -> impl Iterator<Item = &Header> {
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
            value.insert("schema".into(), schema(None));
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
    value.insert("schema".into(), schema(header.value.as_deref()));
    if let Some(sample) = &header.sample {
        value.insert("example".into(), json!(sample));
    }
    value
}

/// A text, which may be always the same.
fn schema(value: Option<&str>) -> Any {
    match value {
        Some(value) => json!({ "type": "string", "const": value }),
        None => json!({ "type": "string" }),
    }
}

/// A parameter of the query that every request carries.
pub(super) fn query(it: &FixedQuery) -> Any {
    let mut value = Json::new();
    value.insert("name".into(), json!(it.name));
    value.insert("in".into(), json!("query"));
    let doc = it.doc.trim();
    if !doc.is_empty() {
        value.insert("description".into(), json!(doc));
    }
    value.insert("required".into(), json!(true));
    value.insert("schema".into(), schema(Some(&it.value)));
    Any::Object(value)
}
