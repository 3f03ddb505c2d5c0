//! Every rule can be written as an attribute of the derive.

use std::{collections::BTreeSet, fs};

use super::{rules::codes, same, scan::root};

/// Rules that no attribute writes as they are called, each with how it is written.
const WITHOUT_ATTRIBUTE: &[(&str, &str)] =
    &[("known_keys", "`known` on a map, whose keys it judges")];

#[test]
fn tests_of_the_derive_write_every_rule_as_an_attribute() {
    let folder = root().join("macros/tests/derive");
    let files = fs::read_dir(folder).expect("a folder").flatten();
    let texts: Vec<String> = files
        .filter_map(|it| fs::read_to_string(it.path()).ok())
        .collect();
    assert!(texts.len() > 5, "{} files", texts.len());
    let words: BTreeSet<&str> = texts.iter().flat_map(|it| attributes(it)).collect();
    let missing: Vec<String> = codes(&[])
        .into_iter()
        .filter(|it| !words.contains(&**it))
        .collect();
    let listed: Vec<String> = WITHOUT_ATTRIBUTE.iter().map(|it| it.0.to_owned()).collect();
    same(
        &missing,
        &listed,
        "no test of the derive writes it",
        "a test of the derive writes it",
    );
}

/// Words inside of `#[validate(..)]`.
fn attributes(text: &str) -> Vec<&str> {
    let inside = text.split("#[validate(").skip(1);
    let inside = inside.map(|it| it.split(")]").next().unwrap_or_default());
    let word = |it: char| !it.is_alphanumeric() && it != '_';
    inside.flat_map(|it| it.split(word)).collect()
}

#[test]
fn words_of_attributes_are_found() {
    let text = "a #[validate(max_chars(3), required_if(b == 2))] c: d, #[serde(e)]";
    let words = attributes(text);
    assert!(words.contains(&"max_chars") && words.contains(&"required_if"));
    assert!(!words.contains(&"e") && !words.contains(&"d"));
}
