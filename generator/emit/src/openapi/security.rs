//! Authentication, as far as OpenAPI can say it: a header that holds a key for each proof.
//!
//! How a proof is made, it cannot say; the description does.

use serde_json::{Value, json};

use super::Json;
use stipula_contract::{Api, Carrier, Purpose, Scheme};

/// What operations need that name no scheme: every proof of the first one.
pub(super) fn required(api: &Api) -> Option<Value> {
    let first = api.schemes.first()?;
    let mut needed = Json::new();
    for (name, _) in first.carriers().iter().filter_map(proof) {
        needed.insert(name.to_owned(), json!([]));
    }
    Some(json!([needed]))
}

/// Whether a header is told as a proof.
pub(super) fn has(api: &Api, header: &str) -> bool {
    let schemes = api.schemes.iter();
    schemes
        .flat_map(Scheme::carriers)
        .any(|it| proof(&it).is_some_and(|(_, it)| it.header.eq_ignore_ascii_case(header)))
}

/// Every proof by its name; nothing without schemes.
pub(super) fn schemes(api: &Api) -> Option<Value> {
    let mut schemes = Json::new();
    for scheme in &api.schemes {
        for (name, it) in scheme.carriers().iter().filter_map(proof) {
            schemes.insert(name.to_owned(), carrier(api, it));
        }
    }
    (!schemes.is_empty()).then_some(Value::Object(schemes))
}

fn proof<'c, 'a>(it: &'c Carrier<'a>) -> Option<(&'static str, &'c Carrier<'a>)> {
    match it.purpose {
        Purpose::Proof(name) => Some((name, it)),
        Purpose::Companion => None,
    }
}

fn carrier(api: &Api, it: &Carrier<'_>) -> Value {
    let mut headers = api.headers.iter();
    let documented = headers.find(|header| header.name.eq_ignore_ascii_case(it.header));
    let doc = documented.map_or("", |it| it.doc.trim());
    let sample = documented.and_then(|it| it.sample.as_ref());
    let sample = sample.map_or_else(String::new, |it| format!("For example `{it}`."));
    let parts = [doc, &it.how, &sample];
    let doc: Vec<&str> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    let mut scheme = json!({ "type": "apiKey", "in": "header", "name": it.header });
    if !doc.is_empty() {
        scheme["description"] = json!(doc.join(" "));
    }
    scheme
}
