//! Authentication, as far as OpenAPI can say it.
//!
//! A signature is a key in a header for each proof; how it is made, and how answers prove
//! themselves, OpenAPI cannot say, and the description does.

use serde_json::{Value, json};

use super::Json;
use stipula_contract::{Api, CarriedIn, Carrier, OAuth2, Operation, Purpose, Scheme, SchemeKind};

/// What operations need that say nothing else: every proof of the first scheme.
pub(super) fn required(api: &Api) -> Option<Value> {
    let first = api.schemes_of_requests().next()?;
    Some(needed(api, first))
}

/// What an operation needs, where that is not what others need.
pub(super) fn of_operation(api: &Api, operation: &Operation) -> Option<Value> {
    let first = api.schemes_of_requests().next().map(|it| it.id);
    match operation.authentication {
        Some(id) if Some(id) == first => None,
        Some(id) => Some(needed(api, api.scheme(id))),
        None => first.map(|_| json!([])),
    }
}

fn needed(api: &Api, scheme: &Scheme) -> Value {
    let mut needed = Json::new();
    let scopes = match &scheme.kind {
        SchemeKind::OAuth2(it) => json!(it.scopes),
        _ => json!([]),
    };
    for (name, _) in scheme.carriers(&api.credentials).iter().filter_map(proof) {
        needed.insert(name.to_owned(), scopes.clone());
    }
    json!([needed])
}

/// Whether a header is told as a proof.
pub(super) fn has(api: &Api, header: &str) -> bool {
    let carried = api
        .schemes
        .iter()
        .flat_map(|it| it.carriers(&api.credentials));
    let mut headers = carried.filter(|it| it.part == CarriedIn::Header);
    headers.any(|it| proof(&it).is_some_and(|(_, it)| it.name.eq_ignore_ascii_case(header)))
}

/// Every proof by its name; nothing without schemes.
pub(super) fn schemes(api: &Api) -> Option<Value> {
    let mut schemes = Json::new();
    for scheme in &api.schemes {
        for (name, it) in scheme.carriers(&api.credentials).iter().filter_map(proof) {
            schemes.insert(name.to_owned(), carrier(api, scheme, it));
        }
    }
    (!schemes.is_empty()).then_some(Value::Object(schemes))
}

fn proof<'c, 'a>(it: &'c Carrier<'a>) -> Option<(&'a str, &'c Carrier<'a>)> {
    match it.purpose {
        Purpose::Proof(name) => Some((name, it)),
        Purpose::Companion => None,
    }
}

fn carrier(api: &Api, scheme: &Scheme, it: &Carrier<'_>) -> Value {
    let mut value = match &scheme.kind {
        SchemeKind::Bearer(_) => json!({ "type": "http", "scheme": "bearer" }),
        SchemeKind::Basic(_) => json!({ "type": "http", "scheme": "basic" }),
        SchemeKind::OAuth2(it) => oauth2(api, it),
        SchemeKind::ApiKey(_) | SchemeKind::Signature(_) | SchemeKind::Signed(_) => {
            let part = match it.part {
                CarriedIn::Header => "header",
                CarriedIn::Query => "query",
            };
            json!({ "type": "apiKey", "in": part, "name": it.name })
        }
    };
    let doc = description(api, scheme, it);
    if !doc.is_empty() {
        value["description"] = json!(doc);
    }
    value
}

/// The flow; a path is told below the first environment.
fn oauth2(api: &Api, it: &OAuth2) -> Value {
    let below = it.token_url.starts_with('/');
    let base = api.environments.first().filter(|_| below);
    let base = base.map_or("", |it| it.url.as_str());
    let mut scopes = Json::new();
    for scope in &it.scopes {
        scopes.insert(scope.clone(), json!(""));
    }
    let url = format!("{base}{}", it.token_url);
    json!({
        "type": "oauth2",
        "flows": { "clientCredentials": { "tokenUrl": url, "scopes": scopes } },
    })
}

/// What the header holds, how it is made, and what the credentials are.
fn description(api: &Api, scheme: &Scheme, it: &Carrier<'_>) -> String {
    let mut headers = api.headers.iter();
    let documented = headers.find(|header| header.name.eq_ignore_ascii_case(it.name));
    let doc = documented.map_or("", |it| it.doc.trim());
    let sample = documented.and_then(|it| it.sample.as_ref());
    let sample = sample.map_or_else(String::new, |it| format!("For example `{it}`."));
    let credentials = scheme
        .credentials()
        .into_iter()
        .map(|it| api.credential(it));
    let is_told = |name: &str, variable: &str| {
        it.value.contains(variable) || it.how.contains(&format!("`{name}`"))
    };
    let credentials = credentials.filter(|it| is_told(&it.name, &it.variable()));
    let credentials = credentials.filter(|it| !it.doc.trim().is_empty());
    let credentials = credentials.map(|it| format!("`{}`: {}", it.name, it.doc.trim()));
    let credentials = credentials.collect::<Vec<_>>().join(" ");
    let parts = [doc, &it.how, &credentials, &sample];
    let parts: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(" ")
}
