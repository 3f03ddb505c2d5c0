//! Conditions of a page, and values as conditions write them.

/// A condition of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Condition {
    /// In the language of the spec.
    Read(String),
    /// In the page's own words, which cannot be read.
    Words(String),
    /// A value, and the page does not say of which field.
    Value(String),
}

/// A value as a condition writes it.
pub(super) fn quote(value: &str) -> String {
    let bare = value
        .chars()
        .all(|it| it.is_ascii_alphanumeric() || it == '_')
        && value.starts_with(|it: char| it.is_ascii_alphabetic() || it == '_');
    let reserved = matches!(
        value,
        "and"
            | "or"
            | "not"
            | "in"
            | "present"
            | "len"
            | "starts_with"
            | "root"
            | "parent"
            | "ctx"
            | "key"
    );
    if (bare && !reserved) || value.parse::<i64>().is_ok() {
        value.to_owned()
    } else {
        format!("{value:?}")
    }
}
