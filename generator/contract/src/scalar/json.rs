//! `json`: anything.

use serde_json::json;

use super::{Facts, Form, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "json",
    wire: Wire::Any,
    noun: "any JSON",
    wanted: "anything",
    label: "any JSON",
    schema: || vec![],
    form: Form::Free,
    kind: |_| Kind::Object,
    sample: |_| json!({}),
};
