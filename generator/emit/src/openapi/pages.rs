//! How answers are pages, as an extension: OpenAPI has no words for it.

use serde_json::{Value as Any, json};

use stipula_contract::{PageBy, Pages};

/// The keys of the spec.
pub(super) fn extension(pages: &Pages) -> Any {
    let step = |of: String, into: &str| json!({ "of": of, "into": into });
    let mut value = match &pages.by {
        PageBy::Cursor { of, into } => json!({ "cursor": step(of.to_string(), into) }),
        PageBy::LastId { of, into } => {
            let names = pages.items.0.iter().chain(&of.0);
            let of = names.map(String::as_str).collect::<Vec<_>>().join(".");
            json!({ "last_id": step(of, into) })
        }
        PageBy::Number { into, from } => json!({ "number": { "into": into, "from": from } }),
        PageBy::Link => json!({ "link": "next" }),
    };
    if let Some(more) = &pages.more {
        value["more"] = json!(more.to_string());
    }
    if !pages.items.0.is_empty() {
        value["items"] = json!(pages.items.to_string());
    }
    value
}
