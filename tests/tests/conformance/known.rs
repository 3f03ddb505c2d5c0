//! Rows about which we differ from JSON Schema on purpose, with the reason.

use serde_json::Value;

use crate::{Verdicts, rows::Row};

/// Rows, by what they are and by what we say instead.
struct Known {
    is: fn(&Row) -> bool,
    /// What the evaluator, the schema and the client say.
    verdicts: [bool; 3],
    reason: &'static str,
}

const ALL: &[Known] = &[
    Known {
        is: |row| row.fits && is_format(row, "email") && is_quoted_or_literal(&row.value),
        verdicts: [false; 3],
        reason: "`email` is an address as forms take it: few servers take a quoted name or an IP address",
    },
    Known {
        is: |row| row.fits && row.schema.get("const").is_some() && is_whole_double(&row.value),
        verdicts: [false, true, false],
        reason: "a whole number is written without a fraction, or the client does not read it; JSON Schema goes by its value",
    },
    Known {
        is: |row| has_null(&row.value),
        verdicts: [false, true, false],
        reason: "a member that is `null` is not given; JSON Schema takes it for given",
    },
    Known {
        is: |row| !row.fits && row.schema["multipleOf"].is_f64(),
        verdicts: [false, true, false],
        reason: "decimal places of a number are not in the emitted schema: validators that divide doubles would refuse 0.07 as a multiple of 0.01",
    },
];

/// Why a row has another verdict from us; none when it has to have its own.
pub(crate) fn reason(row: &Row, found: Verdicts) -> Option<&'static str> {
    let found = [found.evaluator, found.schema, found.client];
    let mut all = ALL.iter();
    let known = all.find(|it| it.verdicts == found && (it.is)(row));
    known.map(|it| it.reason)
}

fn is_format(row: &Row, format: &str) -> bool {
    row.schema["format"] == format
}

fn is_quoted_or_literal(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    text.starts_with('"') || text.ends_with(']')
}

fn is_whole_double(value: &Value) -> bool {
    value.is_f64() && value.as_f64().is_some_and(|it| it.fract() == 0.0)
}

fn has_null(value: &Value) -> bool {
    value
        .as_object()
        .is_some_and(|it| it.values().any(Value::is_null))
}
