//! `decimal`: any JSON number.

use serde_json::json;

use super::{Facts, Form, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "decimal",
    wire: Wire::Number,
    noun: "a decimal",
    wanted: "a number",
    label: "number",
    schema: || vec![],
    form: Form::Free,
    kind: |_| Kind::Decimal,
    sample: |number| json!(number + 1),
};
