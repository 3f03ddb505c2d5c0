//! `json`: anything.

use serde_json::json;

use super::{Facts, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "json",
    wire: Wire::Any,
    noun: "any JSON",
    wanted: "anything",
    label: "anything",
    format: None,
    kind: |_| Kind::Object,
    sample: |_| json!({}),
};
