//! Texts as YAML.

use serde_json::Value;

/// A text: bare where it may be, unless YAML reads it as something else.
pub(super) fn text(text: &str, may_be_bare: bool) -> String {
    let is_word = matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n"
    );
    if may_be_bare && !is_word {
        text.to_owned()
    } else {
        // A text of JSON is a text of YAML.
        Value::from(text).to_string()
    }
}
