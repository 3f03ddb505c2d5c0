//! `string`: any text.

use serde_json::json;

use super::{Facts, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "string",
    wire: Wire::Text,
    noun: "a text",
    wanted: "a text",
    label: "text",
    format: None,
    kind: Kind::Text,
    sample: |number| json!((number + 1).to_string()),
};
