//! `date`: a date as RFC 3339 writes it.

use super::{Facts, Form, SAMPLES, Wire};
use crate::{Kind, Moment};
use serde_json::json;
use stipula_rules::moment;

pub(super) const FACTS: &Facts = &Facts {
    name: "date",
    wire: Wire::Text,
    noun: "a date",
    wanted: "a date such as `2026-01-31`",
    label: "date",
    schema: || vec![("format", json!("date"))],
    form: Form::Counts(|text| moment::date(text).map(i128::from)),
    kind: |_| Kind::Moment(Moment::Date),
    sample: |number| json!(format!("2024-01-{:02}", number % SAMPLES + 1)),
};
