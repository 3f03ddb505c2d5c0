//! `bytes`: bytes in Base64.

use super::{Facts, Form, Wire};
use crate::Kind;
use serde_json::json;
use stipula_rules::base64;

pub(super) const FACTS: &Facts = &Facts {
    name: "bytes",
    wire: Wire::Text,
    noun: "bytes",
    wanted: "bytes in Base64, a text",
    label: "bytes in Base64",
    schema: || {
        vec![
            ("contentEncoding", json!("base64")),
            ("pattern", json!(BASE64)),
        ]
    },
    form: Form::Only(base64::is_base64),
    kind: |_| Kind::Object,
    sample: |number| json!(["Zm9v", "YmFy", "cXV4"][number % 3]),
};

/// The texts that [`base64::is_base64`] takes.
const BASE64: &str = concat!(
    "^(?:[A-Za-z0-9+/]{4})*",
    "(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$"
);
