//! `integer`: a whole number of 64 bits.

use serde_json::json;

use super::{Facts, Form, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "integer",
    wire: Wire::Integer,
    noun: "an integer",
    wanted: "a whole number of 64 bits",
    label: "integer",
    schema: || vec![("format", json!("int64"))],
    form: Form::Free,
    kind: Kind::Integer,
    sample: |number| json!(number + 1),
};
