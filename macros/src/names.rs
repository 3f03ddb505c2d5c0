//! The words of the attributes.

/// Rules for the value of a field, an item or a key.
pub(crate) const VALUE: &[&str] = &[
    "max_chars",
    "min_chars",
    "max_bytes",
    "range",
    "min_items",
    "max_items",
    "unique",
    "prefix",
    "pattern",
    "decimal_places",
    "url",
    "known",
    "items",
];

/// Everything that may stand on a field.
pub(crate) const FIELD: &[&str] = &[
    "required",
    "required_if",
    "allowed_if",
    "effective_if",
    "max_chars",
    "min_chars",
    "max_bytes",
    "range",
    "min_items",
    "max_items",
    "unique",
    "prefix",
    "pattern",
    "decimal_places",
    "url",
    "known",
    "case_of",
    "nested",
    "items",
    "keys",
];

/// Everything that may stand on a struct.
pub(crate) const STRUCT: &[&str] = &[
    "root",
    "parent",
    "context",
    "crate",
    "rule",
    "at_least_one",
    "exactly_one",
    "at_most_one",
    "all_or_none",
];

/// Everything that may stand on an enum.
pub(crate) const ENUM: &[&str] = &["root", "parent", "context", "crate"];

/// What every rule takes.
pub(crate) const OPTIONS: &[&str] = &["severity", "id", "because", "evidence"];
