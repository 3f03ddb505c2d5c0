//! From names of a spec to Rust identifiers.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that cannot be raw identifiers.
const NEVER_RAW: [&str; 3] = ["self", "super", "crate"];

/// A field, method or module: snake case, raw where it is a keyword.
pub(super) fn snake(name: &str) -> String {
    guarded(letters(&name.to_snake_case(), "field"))
}

/// A type or variant: upper camel case.
pub(super) fn camel(name: &str) -> String {
    let made = letters(&name.to_upper_camel_case(), "Value");
    if made == "Self" {
        "SelfValue".to_owned()
    } else {
        made
    }
}

/// A constant: upper snake case.
pub(super) fn constant(name: &str) -> String {
    letters(&name.to_shouty_snake_case(), "ITEM")
}

/// Whether a text from the spec can be used as a Rust identifier as it stands.
pub(super) fn is_identifier(name: &str) -> bool {
    let name = name.strip_prefix("r#").unwrap_or(name);
    syn::parse_str::<syn::Ident>(name).is_ok()
        || (KEYWORDS.contains(&name) && !NEVER_RAW.contains(&name))
}

/// `name` as an identifier that is no keyword.
pub(super) fn guarded(name: String) -> String {
    if NEVER_RAW.contains(&name.as_str()) {
        format!("{name}_")
    } else if KEYWORDS.contains(&name.as_str()) && name != "union" {
        format!("r#{name}")
    } else {
        name
    }
}

/// Letters, digits and `_` only, not starting with a digit, never empty.
fn letters(name: &str, otherwise: &str) -> String {
    let kept: String = name
        .chars()
        .filter(|it| it.is_alphanumeric() || *it == '_')
        .collect();
    match kept.chars().next() {
        None => otherwise.to_owned(),
        Some(first) if first.is_numeric() => format!("_{kept}"),
        Some(_) => kept,
    }
}
