//! `decimal`: any JSON number.

use serde_json::json;

use super::{Facts, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "decimal",
    wire: Wire::Number,
    noun: "a decimal",
    wanted: "a number",
    label: "number",
    format: None,
    kind: |_| Kind::Decimal,
    sample: |number| json!(number + 1),
};
