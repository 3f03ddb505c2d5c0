//! Files of JSON lines: one object a line, in the order they are given.

use serde::{Serialize, de::DeserializeOwned};

/// One JSON object a line.
pub fn to_lines<'a, T: Serialize + 'a>(items: impl IntoIterator<Item = &'a T>) -> String {
    let mut text = String::new();
    for item in items {
        // What is kept holds texts, numbers and plain values only, which JSON can hold.
        text.push_str(&serde_json::to_string(item).unwrap_or_default());
        text.push('\n');
    }
    text
}

/// Reads them; an error has the line, from 1, and what is wrong with it.
pub fn from_lines<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, (usize, String)> {
    let lines = text.lines().enumerate();
    lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| {
            serde_json::from_str(line).map_err(|error| (index + 1, error.to_string()))
        })
        .collect()
}
