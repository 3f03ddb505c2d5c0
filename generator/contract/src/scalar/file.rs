//! `file`: a part of a multipart body, with a name and a content type.

use serde_json::{Value as Any, json};

use super::{Facts, Form, Wire};
use crate::Kind;
use stipula_rules::base64;

pub(super) const FACTS: &Facts = &Facts {
    name: "file",
    wire: Wire::File,
    noun: "a file",
    wanted: "a file: an object with `name`, `content_type` and, in Base64, `bytes`",
    label: "file",
    schema: || {
        vec![
            ("format", json!("binary")),
            ("contentMediaType", json!("application/octet-stream")),
        ]
    },
    form: Form::Free,
    kind: |_| Kind::Object,
    sample: |number| {
        let bytes = ["Zm9v", "YmFy", "cXV4"][number % 3];
        json!({ "name": format!("{number}.txt"), "content_type": "text/plain", "bytes": bytes })
    },
};

/// Whether a value is a file, as requests are written in JSON.
pub(super) fn is_file(value: &Any) -> bool {
    let text = |name| value.get(name).and_then(Any::as_str);
    let is_typed = value.get("content_type").is_none_or(Any::is_string);
    is_typed && text("name").is_some() && text("bytes").is_some_and(base64::is_base64)
}
