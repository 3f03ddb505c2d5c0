//! Decoding answers, with errors that say where but never what the value was.

use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;

use crate::path::write_name;

/// Why a body is not what was expected.
pub(crate) struct Misfit {
    /// What is wrong, and where.
    pub(crate) why: String,
    /// The JSON Pointer of the value that does not fit; `None` when the body is no JSON.
    pub(super) pointer: Option<String>,
}

/// Reads `body`; the error says what is wrong, and where as a JSON Pointer.
pub(crate) fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, Misfit> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let pointer = pointer(error.path());
        let problem = problem(error.inner());
        if !error.inner().is_data() {
            return Misfit {
                why: problem,
                pointer: None,
            };
        }
        let why = if pointer.is_empty() {
            problem
        } else {
            format!("`{pointer}`: {problem}")
        };
        Misfit {
            why,
            pointer: Some(pointer),
        }
    })?;
    // Whatever follows the JSON makes it none.
    json.end().map_err(|error| Misfit {
        why: problem(&error),
        pointer: None,
    })?;
    Ok(read)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    let mut pointer = String::new();
    for segment in path {
        // Writing to a string does not fail.
        let _ = match segment {
            Segment::Seq { index } => write_name(&mut pointer, &index.to_string()),
            Segment::Map { key } => write_name(&mut pointer, key),
            Segment::Enum { .. } | Segment::Unknown => Ok(()),
        };
    }
    pointer
}

/// What is wrong with JSON that cannot be read at all, or with one value in it.
pub(super) fn problem(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    match error.classify() {
        serde_json::error::Category::Eof => {
            format!("the JSON ends too early, at line {line} column {column}")
        }
        serde_json::error::Category::Syntax => {
            format!("not valid JSON at line {line} column {column}")
        }
        serde_json::error::Category::Io => "the body cannot be read".to_owned(),
        serde_json::error::Category::Data => without_value(&error.to_string()),
    }
}

/// Serde quotes the value it met; this keeps its type and what was expected.
fn without_value(message: &str) -> String {
    let message = message
        .rsplit_once(" at line ")
        .map_or(message, |(message, _)| message);
    for safe in ["missing field ", "expected ", "duplicate field "] {
        if message.starts_with(safe) {
            return message.to_owned();
        }
    }
    let expected = message.rsplit_once("expected ").map(|(_, what)| what);
    let found = message
        .strip_prefix("invalid type: ")
        .and_then(|rest| rest.split([' ', ',', '`', '"']).next())
        .filter(|word| !word.is_empty());
    match (found, expected) {
        (Some(found), Some(expected)) => format!("expected {expected}, found {found}"),
        (None, Some(expected)) => format!("expected {expected}, found something else"),
        _ => "the value does not fit".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    struct Answer {
        #[serde(default, deserialize_with = "crate::read::maybe")]
        list: Option<Vec<BTreeMap<String, i64>>>,
        #[serde(default, deserialize_with = "crate::read::lenient")]
        stock: Option<i64>,
        name: String,
    }

    fn refusal(json: &str) -> String {
        let error = decode::<Answer>(json.as_bytes()).map(|a| (a.list, a.stock, a.name));
        error.map_err(|misfit| misfit.why).unwrap_err()
    }

    #[test]
    fn says_where_and_never_the_value() {
        assert_eq!(
            refusal(r#"{"list":[{"a/b":"secret"}]}"#),
            "`/list/0/a~1b`: expected i64, found string"
        );
        assert_eq!(
            refusal(r#"{"stock":"12 secret"}"#),
            "`/stock`: expected a whole number or a string of digits, found a string with white space"
        );
        assert_eq!(
            refusal(r#"{"name":5}"#),
            "`/name`: expected a string, found integer"
        );
        assert_eq!(refusal("{}"), "missing field `name`");
    }

    #[test]
    fn says_what_kind_of_broken() {
        assert_eq!(
            refusal(r#"{"name":"#),
            "the JSON ends too early, at line 1 column 8"
        );
        assert_eq!(refusal("<html>"), "not valid JSON at line 1 column 1");
        assert_eq!(refusal("\u{feff}{}"), "not valid JSON at line 1 column 1");
        assert_eq!(
            refusal(r#"{"name":"a"} x"#),
            "not valid JSON at line 1 column 14"
        );
    }
}
