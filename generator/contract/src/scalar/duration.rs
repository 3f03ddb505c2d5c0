//! `duration`: a length of time as ISO 8601 writes it, of units with a fixed length.

use super::{Facts, Form, SAMPLES, Wire};
use crate::Kind;
use serde_json::json;
use stipula_rules::duration;

pub(super) const FACTS: &Facts = &Facts {
    name: "duration",
    wire: Wire::Text,
    noun: "a duration",
    wanted: "a duration such as `PT5M30S`, without years and months",
    label: "duration",
    // The format `duration` of JSON Schema knows no fractions, and no `PT1H5S`.
    schema: || vec![("pattern", json!(duration::PATTERN))],
    form: Form::Counts(duration::duration),
    kind: Kind::Duration,
    sample: |number| json!(format!("PT{}M", number % SAMPLES + 1)),
};
