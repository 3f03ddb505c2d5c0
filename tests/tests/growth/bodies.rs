//! Bodies of any size.

use std::collections::HashMap;

use stipula::Validate;
use stipula_generator::Model;

/// The smaller of two sizes.
pub(crate) const SIZE: usize = 10_000;

/// By hand, with what a spec has no type for.
#[derive(Validate)]
pub(crate) struct Large {
    #[validate(keys(max_chars = 9), items(min_chars = 1))]
    pub(crate) keys: HashMap<String, String>,
    #[validate(items(range(0..)))]
    pub(crate) items: Vec<i64>,
    #[validate(min_chars = 1, max_chars = 10_000_000, pattern = "^x*$")]
    pub(crate) text: String,
}

stipula_tests::generated!(pub(crate) large_client, "/growth");

pub(crate) fn model() -> Model {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("growth");
    stipula_generator::load(&folder)
        .model
        .expect("the spec loads")
}

/// What a body is full of, and how it is made.
type Kind = (&'static str, fn(usize) -> String);

pub(crate) const ALL: &[Kind] = &[
    ("keys", of_keys),
    ("items", of_items),
    ("letters", of_letters),
    ("objects", of_objects),
    ("others", of_others),
    ("escapes", of_escapes),
];

/// A map of so many entries.
pub(crate) fn of_keys(size: usize) -> String {
    let entries: Vec<String> = (0..size).map(|it| format!("\"{it:07}\":\"v\"")).collect();
    format!("{{\"keys\":{{{}}}}}", entries.join(","))
}

/// A list of so many items.
pub(crate) fn of_items(size: usize) -> String {
    let items: Vec<String> = (0..size).map(|it| it.to_string()).collect();
    format!("{{\"items\":[{}]}}", items.join(","))
}

/// A text of so many letters.
pub(crate) fn of_letters(size: usize) -> String {
    format!("{{\"text\":\"{}\"}}", "x".repeat(size))
}

/// A list of so many objects.
fn of_objects(size: usize) -> String {
    let items = vec![r#"{"name":"x","more":{"name":"y"}}"#; size];
    format!("{{\"nodes\":[{}]}}", items.join(","))
}

/// So many members that nobody documented.
fn of_others(size: usize) -> String {
    let members: Vec<String> = (0..size)
        .map(|it| format!("\"other{it}\":[{it}]"))
        .collect();
    format!("{{{}}}", members.join(","))
}

/// A text of so many escapes.
fn of_escapes(size: usize) -> String {
    format!("{{\"text\":\"{}\"}}", "\\u0078".repeat(size))
}
