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

/// The variant of a number, which says nothing of what it means: `Value0`, `ValueMinus1`.
pub(super) fn number(digits: &str) -> String {
    let name = match digits.strip_prefix('-') {
        Some(digits) => format!("ValueMinus{digits}"),
        None => format!("Value{digits}"),
    };
    letters(&name, "Value")
}

/// The variant of an HTTP status of success: what HTTP calls it.
pub(super) fn status(status: u16) -> String {
    let name = match status {
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritative",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        207 => "MultiStatus",
        208 => "AlreadyReported",
        226 => "ImUsed",
        _ => return format!("Status{status}"),
    };
    name.to_owned()
}

/// A constant: upper snake case.
pub(super) fn constant(name: &str) -> String {
    letters(&name.to_shouty_snake_case(), "ITEM")
}

/// Whether a text from the spec can be used as a Rust identifier as it stands.
pub(super) fn is_identifier(name: &str) -> bool {
    let name = name.strip_prefix("r#").unwrap_or(name);
    is_plain(name)
        || syn::parse_str::<syn::Ident>(name).is_ok()
        || (KEYWORDS.contains(&name) && !NEVER_RAW.contains(&name))
}

/// Whether it is an identifier without asking the parser, as most names are.
fn is_plain(name: &str) -> bool {
    let is_free = name != "Self" && !KEYWORDS.contains(&name);
    let is_made_of_them = name
        .bytes()
        .all(|it| it.is_ascii_alphanumeric() || it == b'_');
    is_free && is_made_of_them && name.starts_with(|it: char| it.is_ascii_alphabetic())
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

/// A file of a module: ASCII only, as the compiler wants it. A keyword is no name of a file, and
/// `mod.rs` is the file of the parent.
pub(super) fn file(name: &str) -> String {
    let ascii: String = name
        .to_snake_case()
        .chars()
        .filter(char::is_ascii)
        .collect();
    let made = guarded(letters(&ascii, "item"));
    let raw = made.strip_prefix("r#");
    raw.map_or_else(|| made.clone(), |keyword| format!("{keyword}_"))
}

/// Letters, digits and `_` only, not starting with a digit, never empty.
fn letters(name: &str, otherwise: &str) -> String {
    let kept: String = name.chars().filter(|it| is_kept(*it)).collect();
    match kept
        .trim_start_matches('_')
        .chars()
        .next()
        .and(kept.chars().next())
    {
        None => otherwise.to_owned(),
        Some(first) if is_start(first) => kept,
        Some(_) => format!("_{kept}"),
    }
}

fn is_start(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphabetic() || letter == '_';
    }
    syn::parse_str::<syn::Ident>(letter.encode_utf8(&mut [0; 4])).is_ok()
}

/// Whether a character can stand in an identifier. Not every letter or digit can: `²` cannot.
fn is_kept(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric() || letter == '_';
    }
    let is_letter = letter.is_alphanumeric() && !is_read_as_another(letter);
    is_letter && syn::parse_str::<syn::Ident>(&format!("a{letter}")).is_ok()
}

/// Letters that the compiler takes for others, so that two names would be one: single signs for
/// units, compatibility ideographs, and the parts of Korean syllables.
const fn is_read_as_another(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{11ff}' | '\u{2126}' | '\u{212a}' | '\u{212b}'
        | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

/// What clears a field.
pub(super) fn clearer(field: &str) -> String {
    format!("clear_{}", field.trim_start_matches("r#"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_the_parser_is_not_asked_is_what_it_would_say() {
        let names = [
            "a", "order_id", "Self", "self", "type", "_", "_a", "1a", "a-b", "", "union", "gen",
            "async", "r#type",
        ];
        for name in KEYWORDS.iter().chain(&names) {
            let parsed = syn::parse_str::<syn::Ident>(name).is_ok();
            assert!(parsed || !is_plain(name), "{name}");
        }
    }

    #[test]
    fn names_of_any_script_are_identifiers() {
        let made = [
            "订单",
            "größe",
            "m²",
            "½",
            "日付 (JST)",
            "²_²",
            "🎬",
            "",
            "+",
            "1st",
            "Self",
            "mod",
        ]
        .map(|it| format!("{} {} {} {}", snake(it), camel(it), constant(it), file(it)));
        let expected = [
            "订单 订单 订单 item",
            "größe Größe GRÖSSE gre",
            "m M M m",
            "field Value ITEM item",
            "日付_jst 日付Jst 日付_JST _jst",
            "field Value ITEM item",
            "field Value ITEM item",
            "field Value ITEM item",
            "field Value ITEM item",
            "_1st _1st _1ST _1st",
            "self_ SelfValue SELF self_",
            "r#mod Mod MOD mod_",
        ];
        assert_eq!(made, expected);
    }

    proptest! {
        #[test]
        fn whatever_stands_in_a_spec_makes_identifiers(text in "\\PC{0,8}|[a-z_ñ²订١ा]{1,4}") {
            for made in [snake(&text), camel(&text), constant(&text)] {
                prop_assert!(is_identifier(&made), "{text:?} -> {made:?}");
            }
        }
    }
}
