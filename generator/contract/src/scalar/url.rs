//! `url`: a text that is an address with a scheme.

use serde_json::json;

use super::{Facts, Wire};
use crate::Kind;

pub(super) const FACTS: &Facts = &Facts {
    name: "url",
    wire: Wire::Text,
    noun: "an address",
    wanted: "a text",
    label: "address",
    format: None,
    kind: Kind::Text,
    sample: |number| json!(format!("https://example.com/{}", number + 1)),
};
