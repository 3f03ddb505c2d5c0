//! `url`: a text that is an address with a scheme.

use serde_json::json;

use super::{Facts, Form, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "url",
    wire: Wire::Text,
    noun: "an address",
    wanted: "a text",
    label: "URL",
    schema: || vec![],
    form: Form::Free,
    kind: Kind::Text,
    sample: |number| json!(format!("https://example.com/{}", number + 1)),
};
