//! `boolean`: `true` or `false`.

use serde_json::json;

use super::{Facts, Form, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "boolean",
    wire: Wire::Boolean,
    noun: "a boolean",
    wanted: "`true` or `false`",
    label: "boolean",
    schema: || vec![],
    form: Form::Free,
    kind: |_| Kind::Boolean,
    sample: |_| json!(true),
};
