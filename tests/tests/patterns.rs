//! A pattern means one thing: to the engine of the client, to what the derive makes of simple ones, and
//! to a JSON Schema.

use serde_json::{Value, json};
use stipula::Validate;
use stipula_contract::pattern::ecma;

/// A struct for each pattern, and a function that judges a text by all of them.
macro_rules! patterns {
    ($($name:ident $pattern:literal;)*) => {
        $(
            #[derive(Validate)]
            struct $name {
                #[validate(pattern = $pattern)]
                text: Option<String>,
            }
        )*

        /// Each pattern with the verdict of the derive.
        fn derived(text: &str) -> Vec<(&'static str, bool)> {
            vec![$(($pattern, $name { text: Some(text.to_owned()) }.check().is_empty()),)*]
        }
    };
}

patterns! {
    Plain "^[A-Z]{3}$";
    Digits r"^\d{1,2}:\d{2}$";
    Word r"^\w+$";
    Space r"\s";
    NoSpace r"^\S*$";
    Dot "^a.b$";
    One "^.$";
    Ends r"\A[a-z]+\z";
    Classes r"^[\s\d-]+$";
    Bracket "^[]a]+$";
    Hyphen r"^[^-a]\-$";
    Codes r"^\x41\u{e9}?$";
    Groups "^(?P<x>a|b)(?:c)*$";
    Lazy "^a{2,}?b*?$";
    Signs r"^[!-/]+\#?$";
    Either "^a$|b$";
}

/// Characters that engines are known to disagree on, and those of the patterns.
const LETTERS: [char; 30] = [
    'a', 'b', 'c', 'A', 'Z', '0', '9', '_', '-', '#', ':', ']', '[', '/', '!', ' ', '\t', '\n',
    '\r', '\u{b}', '\u{a0}', '\u{85}', '\u{2028}', '\u{feff}', 'é', 'ſ', 'K', '٣', '🎬',
    '\u{3000}',
];

fn texts() -> impl Iterator<Item = String> {
    let mut random = fastrand::Rng::with_seed(7);
    let letter = move || LETTERS[random.usize(..LETTERS.len())];
    let mut letter = letter;
    let lone = LETTERS.iter().map(char::to_string);
    let some = (0..3000).map(move |at| (0..at % 5).map(|_| letter()).collect());
    lone.chain(some)
}

#[test]
fn derive_engine_and_schema_agree() {
    let mut kept = 0;
    let schemas: Vec<_> = derived("")
        .iter()
        .map(|(pattern, _)| {
            let said = ecma(pattern).expect("it can be said");
            let schema = json!({ "pattern": said });
            jsonschema::validator_for(&schema).expect("it is a schema")
        })
        .collect();
    for text in texts() {
        for ((pattern, derive), schema) in derived(&text).into_iter().zip(&schemas) {
            let engine = regex_lite::Regex::new(pattern).expect("it is a pattern");
            assert_eq!(engine.is_match(&text), derive, "{pattern} {text:?}");
            let valid = schema.is_valid(&Value::from(text.as_str()));
            assert_eq!(valid, derive, "{pattern} {text:?} as a schema");
            kept += usize::from(derive);
        }
    }
    assert!(kept > 1000, "only {kept} texts match");
}
