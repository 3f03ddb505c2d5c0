//! Single lines of YAML for what a page says.

use serde_json::Value;
use stipula_spec::raw::RawSpec;

/// `key: value`
pub(super) fn line(key: &str, value: &Value) -> String {
    match value {
        Value::String(text) => format!("{key}: {}", scalar(text)),
        other => format!("{key}: {other}"),
    }
}

/// A text: bare where YAML reads it as that text, in a block and in a flow.
pub(super) fn scalar(text: &str) -> String {
    let special = [',', ':', '#', '[', ']', '{', '}', '"', '\'', '\n', '\\'];
    let is_bare = text.starts_with(|it: char| it.is_alphanumeric() || it == '(' || it == '/')
        && !text.contains(special)
        && text.parse::<f64>().is_err()
        && !text.ends_with(' ');
    crate::yaml::text(text, is_bare)
}

/// The type that a page's word means, where the word is enough: a type of the spec, or one that needs no
/// name, and lists and alternatives of those.
pub(super) fn type_of(word: &str, spec: &RawSpec) -> Option<String> {
    if word.contains(" | ") {
        let shapes: Option<Vec<String>> = word.split(" | ").map(|it| type_of(it, spec)).collect();
        return Some(format!("{{ any: [{}] }}", shapes?.join(", ")));
    }
    if let Some(item) = word
        .strip_prefix("list<")
        .and_then(|it| it.strip_suffix('>'))
    {
        return Some(format!("{{ list: {} }}", type_of(item, spec)?));
    }
    let is_known = spec.types.iter().any(|it| it.name.value == word);
    match word {
        _ if is_known => Some(word.to_owned()),
        "string" | "integer" | "boolean" | "json" => Some(word.to_owned()),
        "number" => Some("decimal".to_owned()),
        "date" => Some("timestamp_millis".to_owned()),
        _ => None,
    }
}
