//! A second YAML reader sees what ours sees: the same keys in the same order, the same texts.
//!
//! The second reader is told where we saw a text, a list or a mapping, and has to agree: so it
//! gives every scalar as it is written and resolves nothing.

mod flagship;

use std::{fmt, path::Path};

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_yaml::Deserializer;
use stipula_spec::yaml::tree;

/// What we saw; reading a document through it gives the first difference.
#[derive(Clone, Copy)]
struct Seen<'a>(&'a Value);

impl<'de> DeserializeSeed<'de> for Seen<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        match self.0 {
            Value::Array(_) => reader.deserialize_seq(self),
            Value::Object(_) => reader.deserialize_map(self),
            _ => reader.deserialize_str(self),
        }
    }
}

impl<'de> Visitor<'de> for Seen<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        same(self.0 == text, format_args!("{} is {text:?}", self.0))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for item in self.0.as_array().into_iter().flatten() {
            let more = items.next_element_seed(Seen(item))?;
            same(more.is_some(), format_args!("{item} is missing"))?;
        }
        let more: Option<serde_yaml::Value> = items.next_element()?;
        same(more.is_none(), format_args!("{more:?} is one too many"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        for (key, value) in self.0.as_object().into_iter().flatten() {
            let key = Value::String(key.clone());
            let more = entries.next_key_seed(Seen(&key))?;
            same(more.is_some(), format_args!("{key} is missing"))?;
            entries.next_value_seed(Seen(value))?;
        }
        let more: Option<serde_yaml::Value> = entries.next_key()?;
        same(more.is_none(), format_args!("{more:?} is one too many"))
    }
}

fn same<E: Error>(good: bool, difference: fmt::Arguments<'_>) -> Result<(), E> {
    if good {
        Ok(())
    } else {
        Err(E::custom(difference))
    }
}

fn compare(seen: &Value, text: &str) -> Result<(), String> {
    Seen(seen)
        .deserialize(Deserializer::from_str(text))
        .map_err(|error| error.to_string())
}

/// Texts that readers are known to disagree about.
const HARD: &str = r#"
country: NO
code: 0002000100020002
octal: 0o17
version: 1.10
on: off
nothing:
tilde: ~
date: 2024-01-31
price: 1_000
escaped: "a\tb\u00e9 \x41"
single: 'it''s'
folded: >-
  one
  two

  three
kept: |+
  line

"quoted key": "- no list"
flow: { a: [x, "y, z", 'w'], b: {} }
"#;

#[test]
fn every_file_of_the_spec_reads_the_same() {
    let mut count = 0;
    for (path, text) in flagship::files() {
        if Path::new(&path).extension().is_none_or(|it| it != "yaml") {
            continue;
        }
        let seen = tree(&text).unwrap_or_else(|| panic!("{path}: not read"));
        compare(&seen, &text).unwrap_or_else(|error| panic!("{path}: {error}"));
        count += 1;
    }
    assert!(count > 10, "only {count} files");
}

#[test]
fn texts_that_readers_resolve_stay_texts() {
    let seen = tree(HARD).unwrap();
    assert_eq!(compare(&seen, HARD), Ok(()));
    assert_eq!(seen["country"], "NO");
    assert_eq!(seen["code"], "0002000100020002");
    assert_eq!(seen["version"], "1.10");
}

#[test]
fn a_difference_is_noticed() {
    for (ours, theirs) in [
        ("a: 1", "a: 1.0"),
        ("a: 1", "b: 1"),
        ("a: [x]", "a: [x, y]"),
        ("a: [x, y]", "a: [x]"),
        ("a: { b: c }", "a: { b: c, d: e }"),
        ("a: { b: c, d: e }", "a: { d: e, b: c }"),
        ("a: x", "a: [x]"),
    ] {
        let seen = tree(ours).unwrap();
        assert!(compare(&seen, theirs).is_err(), "{ours} and {theirs}");
    }
}
