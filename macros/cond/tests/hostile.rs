//! Text that nobody meant well.

mod support;

use proptest::prelude::*;
use stipula_cond::{Error, ErrorKind, MAX_TEXT, check, english, parse, print};
use support::Shop;
use support::conds::LEAVES;

/// Tokens of the language, and some that are nearly.
const WORDS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "and",
    "or",
    "not",
    "in",
    "==",
    "!=",
    "<",
    "<=",
    "=",
    "type",
    "A",
    "A::B",
    "::",
    "root",
    "parent",
    "ctx",
    ".",
    "..",
    "key",
    "len",
    "present",
    "starts_with",
    "\"x\"",
    "\"",
    "1",
    "-",
    "1.5",
    "1.",
    "0x1",
    "9e9",
    "1i8",
    ",",
    "?",
    "true",
    "'a",
    "'a'",
    "b\"x\"",
    "r#in",
    "r\"x\"",
    "r#\"x\"#",
    "/*",
    "*/",
    "//",
    "///",
    "#",
    "&&",
    "||",
    "!",
    "\\",
    "\0",
    "_",
    "é",
    "名",
    "\u{feff}",
    "\u{202e}",
    "COUPON",
    "stock",
    "name",
    "open",
    "free",
];

/// Reads a text as far as it goes. Nothing on the way panics, and each mistake is in the text.
fn survives(text: &str) -> Result<(), TestCaseError> {
    let inside = |error: &Error| {
        let range = error.range();
        prop_assert!(
            text.get(range.clone()).is_some(),
            "{error} at {range:?} of {text:?}"
        );
        prop_assert!(!error.to_string().is_empty());
        let _ = error.help();
        Ok(())
    };
    match parse(text) {
        Err(error) => inside(&error)?,
        Ok(expr) => {
            prop_assert!(text.get(stipula_cond::span_range(expr.span)).is_some());
            prop_assert!(!print(&expr).is_empty());
            match check(&Shop, &expr) {
                Ok(cond) => prop_assert!(!english(&cond, &Shop).is_empty()),
                Err(errors) => errors.iter().try_for_each(inside)?,
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn no_text_panics(text in any::<String>()) {
        survives(&text)?;
    }

    #[test]
    fn no_words_panic(words in prop::collection::vec(prop::sample::select(WORDS), 0..16), space in prop::sample::select(&["", " ", "\n"][..])) {
        survives(&words.join(space))?;
    }

    #[test]
    fn no_slip_of_the_hand_panics(
        words in prop::collection::vec(prop::sample::select(LEAVES), 1..4),
        joiner in prop::sample::select(&[" and ", " or ", ") == (", " not "][..]),
        at in any::<prop::sample::Index>(),
        instead in prop_oneof![any::<char>().prop_map(String::from), prop::sample::select(WORDS).prop_map(String::from)],
        gone in 0_usize..3,
    ) {
        let text: Vec<char> = format!("({})", words.join(joiner)).chars().collect();
        let at = at.index(text.len());
        let rest = text.iter().skip(at + gone);
        let text: String = text.iter().take(at).copied().chain(instead.chars()).chain(rest.copied()).collect();
        survives(&text)?;
    }

    #[test]
    fn no_depth_panics(open in prop::sample::select(&["(", "[", "{", "not ", "not(", "((", "a == (", "len("][..]), times in 0_usize..2000, close in any::<bool>()) {
        let close = if close { ")".repeat(times) } else { String::new() };
        survives(&format!("{}open{close}", open.repeat(times)))?;
    }
}

#[test]
fn known_monsters() {
    for text in [
        "",
        " ",
        "\0",
        "a\0",
        "\"",
        "'",
        "\"\\",
        "r#",
        "r#\"",
        "/*",
        "/* /* */",
        "//",
        "a //",
        "(",
        ")",
        "(]",
        "\u{feff}open",
        "\u{feff}",
        "名 == 1",
        "\"名\" == 1",
        "a == \"\\u{110000}\"",
        "a == \"\\u{d800}\"",
        "a == 99999999999999999999",
        "a == -9223372036854775808",
        "a == 1_",
        "r#self",
        "r#_",
        "r#true",
        "a.0.1",
        "a.1.5 == 1",
        "#!",
        "#![x]",
        "/** a */ open",
        "a == b'x'",
        "a == c\"x\"",
        "a == 'x'",
    ] {
        survives(text).unwrap_or_else(|e| panic!("{text:?}: {e}"));
    }
}

#[test]
fn limits_hold() {
    let kind = |text: &str| parse(text).unwrap_err().kind;
    assert!(parse(&"a".repeat(MAX_TEXT)).is_ok());
    assert_eq!(kind(&"a".repeat(MAX_TEXT + 1)), ErrorKind::TooLong);
    let nested = |n: usize| format!("{}a{}", "(".repeat(n), ")".repeat(n));
    assert!(parse(&nested(32)).is_ok());
    assert_eq!(kind(&nested(33)), ErrorKind::TooDeep);
    assert_eq!(kind(&nested(2000)), ErrorKind::TooDeep);
    let negated = |n: usize| format!("{}a", "not ".repeat(n));
    assert!(parse(&negated(32)).is_ok());
    assert_eq!(kind(&negated(33)), ErrorKind::TooDeep);
    assert_eq!(kind(&negated(900)), ErrorKind::TooDeep);
    let both = |n: usize| format!("{}a{}", "not (".repeat(n), ")".repeat(n));
    assert!(parse(&both(16)).is_ok());
    assert_eq!(kind(&both(17)), ErrorKind::TooDeep);
}

#[test]
fn a_name_may_be_of_any_script() {
    let text = "名 == 1";
    let errors = check(&Shop, &parse(text).unwrap()).unwrap_err();
    assert_eq!(&text[errors[0].range()], "名");
    // What is no identifier of Rust stands in quotes.
    assert_eq!(
        print(&parse("\"a b\".\"né\" == 1").unwrap()),
        "\"a b\".né == 1"
    );
}
