//! What a crate needs so that it can be published; `.ci/package` packs them.

use std::path::Path;

use toml::Table;

use super::{crates, scan::root};

/// What stands in the package of each crate.
const FILES: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// What its manifest says.
const KEYS: [&str; 9] = [
    "categories",
    "description",
    "edition",
    "keywords",
    "license",
    "readme",
    "repository",
    "rust-version",
    "version",
];

#[test]
fn every_crate_can_be_published() {
    let members = crates::members();
    let published = members.iter().filter(|(_, manifest)| {
        let publish = manifest["package"].get("publish");
        publish.and_then(toml::Value::as_bool) != Some(false)
    });
    let published: Vec<_> = published.collect();
    assert!(published.len() > 12, "{} crates", published.len());
    let lacks = published
        .iter()
        .flat_map(|(folder, manifest)| lacks(folder, manifest));
    let lacks: Vec<String> = lacks.collect();
    assert!(lacks.is_empty(), "{lacks:#?}");
}

fn lacks(folder: &str, manifest: &Table) -> Vec<String> {
    let has = |file: &Path| root().join(folder).join(file).exists();
    let files = FILES.iter().filter(|it| !has(Path::new(it)));
    let keys = KEYS
        .iter()
        .filter(|it| manifest["package"].get(**it).is_none());
    let mut lacks: Vec<String> = files
        .chain(keys)
        .map(|it| format!("{folder}: {it}"))
        .collect();
    let docs = manifest["package"].get("metadata");
    let docs = docs.and_then(|it| it.get("docs")?.get("rs")?.get("all-features"));
    if docs.and_then(toml::Value::as_bool) != Some(true) {
        lacks.push(format!("{folder}: all features on docs.rs"));
    }
    lacks
}
