//! `string`: any text.

use serde_json::json;

use super::{Facts, Form, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "string",
    wire: Wire::Text,
    noun: "a text",
    wanted: "a text",
    label: "string",
    schema: || vec![],
    form: Form::Free,
    kind: Kind::Text,
    sample: |number| json!((number + 1).to_string()),
};
