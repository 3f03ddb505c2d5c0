//! `timestamp_millis`: milliseconds since 1970-01-01 UTC, a number.

use serde_json::json;

use super::{Facts, Form, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "timestamp_millis",
    wire: Wire::Integer,
    noun: "a time",
    wanted: "a time in milliseconds, a whole number",
    label: "timestamp (ms)",
    schema: || vec![("format", json!("int64"))],
    form: Form::Free,
    kind: Kind::Integer,
    sample: |_| json!(MOMENT),
};

/// 2023-11-14 22:13:20 UTC.
const MOMENT: i64 = 1_700_000_000_000;
