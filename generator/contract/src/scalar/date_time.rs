//! `date_time`: a date and time as RFC 3339 writes it.

use super::{Facts, Form, Wire};
use crate::{Kind, Moment};
use serde_json::json;
use stipula_rules::moment;

pub(super) const FACTS: &Facts = &Facts {
    name: "date_time",
    wire: Wire::Text,
    noun: "a date and time",
    wanted: "a date and time such as `2026-01-31T08:00:00Z`",
    label: "date and time",
    schema: || vec![("format", json!("date-time"))],
    form: Form::Counts(moment::date_time),
    kind: |_| Kind::Moment(Moment::DateTime),
    sample: |number| json!(format!("2024-01-31T08:00:{:02}Z", number % 60)),
};
