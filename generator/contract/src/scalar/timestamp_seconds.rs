//! `timestamp_seconds`: seconds since 1970-01-01 UTC, a number.

use serde_json::json;

use super::{Facts, Form, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "timestamp_seconds",
    wire: Wire::Integer,
    noun: "a time",
    wanted: "a time in seconds, a whole number",
    label: "timestamp (s)",
    schema: || vec![("format", json!("int64"))],
    form: Form::Free,
    kind: Kind::Integer,
    sample: |number| json!(MOMENT + number),
};

/// 2023-11-14 22:13:20 UTC.
const MOMENT: usize = 1_700_000_000;
