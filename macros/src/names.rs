//! The words of the attributes. Each stands here once.

/// Whether a field has to be given.
const PRESENCE: [&str; 4] = ["required", "required_if", "allowed_if", "effective_if"];

/// Rules for the value of a field, an item or a key.
pub(crate) const VALUE: &[&str] = &[
    "max_chars",
    "min_chars",
    "max_bytes",
    "range",
    "min_items",
    "max_items",
    "unique",
    "prefix",
    "pattern",
    "decimal_places",
    "url",
    "known",
    "items",
];

/// What makes sense on a field only.
const FIELD_ONLY: [&str; 3] = ["case_of", "nested", "keys"];

/// Everything that may stand on a field.
pub(crate) const FIELD: &[&str] = &joined::<20>(&[&PRESENCE, VALUE, &FIELD_ONLY]);

/// Everything that may stand on an enum.
pub(crate) const ENUM: &[&str] = &["root", "parent", "context", "crate"];

/// Rules between the fields of a struct.
const BETWEEN: [&str; 5] = [
    "rule",
    "at_least_one",
    "exactly_one",
    "at_most_one",
    "all_or_none",
];

/// Everything that may stand on a struct.
pub(crate) const STRUCT: &[&str] = &joined::<9>(&[ENUM, &BETWEEN]);

/// What every rule takes.
pub(crate) const OPTIONS: &[&str] = &["severity", "id", "because", "evidence"];

/// All lists in one. It does not compile when `N` is not the number of words.
const fn joined<const N: usize>(lists: &[&[&'static str]]) -> [&'static str; N] {
    let mut all = [""; N];
    let (mut list, mut at) = (0, 0);
    while list < lists.len() {
        let mut word = 0;
        while word < lists[list].len() {
            all[at] = lists[list][word];
            (word, at) = (word + 1, at + 1);
        }
        list += 1;
    }
    assert!(at == N);
    all
}
