//! `unsigned`: a whole number of 64 bits that is not negative.

use serde_json::json;

use super::{Facts, Form, Wire};
use crate::{Bounds, Kind};

pub(super) const FACTS: &Facts = &Facts {
    name: "unsigned",
    wire: Wire::Unsigned,
    noun: "an integer",
    wanted: "a whole number of 64 bits that is not negative",
    label: "unsigned integer",
    schema: || vec![("format", json!("uint64")), ("minimum", json!(0))],
    form: Form::Free,
    kind: |bounds| {
        Kind::Integer(Bounds {
            min: Some(bounds.min.unwrap_or(0).max(0)),
            ..bounds
        })
    },
    sample: |number| json!(number + 1),
};
