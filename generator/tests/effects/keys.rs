//! The keys of the language, from the table that is published.

/// Pairs of a mapping and a key, as `spec/keys.md` lists them.
pub(super) fn mappings() -> Vec<(String, String)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/keys.md");
    let text = std::fs::read_to_string(path).expect("the table of keys");
    let mut mapping = String::new();
    let mut all = Vec::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ") {
            mapping = title.to_lowercase();
        } else if let Some(row) = line.strip_prefix("| `") {
            let key = row.split('`').next().expect("a first part");
            all.push((mapping.clone(), key.to_owned()));
        }
    }
    all
}

/// The keys of one mapping.
pub(super) fn of(mapping: &str) -> Vec<String> {
    let all = mappings().into_iter().filter(|(it, _)| it == mapping);
    let keys: Vec<_> = all.map(|(_, key)| key).collect();
    assert!(!keys.is_empty(), "no mapping {mapping}");
    keys
}
