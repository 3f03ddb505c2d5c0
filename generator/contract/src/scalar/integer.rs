//! `integer`: a whole number of 64 bits.

use serde_json::json;

use super::{Facts, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "integer",
    wire: Wire::Integer,
    noun: "an integer",
    wanted: "a whole number of 64 bits",
    label: "integer",
    format: Some("int64"),
    kind: Kind::Integer,
    sample: |number| json!(number + 1),
};
