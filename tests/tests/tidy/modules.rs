//! Modules side by side do not refer to each other.

use std::collections::BTreeMap;

use super::{
    places::{Crate, circles, rings},
    same,
    scan::{Source, sources},
};

/// Modules that refer to each other, each pair with the reason.
const CIRCLES: &[(&str, &str)] = &[
    (
        "generator/evidence: draft::fields <-> draft::types",
        "types have fields, and fields have types: natural recursion",
    ),
    (
        "generator/spec: resolve::types <-> resolve::unions",
        "a union has types, a type may be a union: natural recursion",
    ),
];

#[test]
fn modules_side_by_side_have_an_order() {
    let mut crates: BTreeMap<&str, Vec<&Source>> = BTreeMap::new();
    for source in sources().iter().filter(|it| it.is_by_hand()) {
        let (folder, _) = source.path.split_once("/src/").expect("a source");
        crates.entry(folder).or_default().push(source);
    }
    let (mut found, mut count) = (Vec::new(), 0);
    for (folder, files) in crates {
        let references = Crate::of(files).references();
        count += references.len();
        let longer: Vec<_> = rings(&references);
        assert!(longer.is_empty(), "{folder}: rings of modules: {longer:#?}");
        let named = circles(&references)
            .into_iter()
            .map(|it| format!("{folder}: {it}"));
        found.extend(named);
    }
    println!(
        "{count} references between modules, {} circles",
        found.len()
    );
    assert!(count > 800, "{count} references");
    let listed: Vec<String> = CIRCLES.iter().map(|it| it.0.to_owned()).collect();
    same(
        &found,
        &listed,
        "these refer to each other; move what both need below both, or list them with a reason",
        "these no longer refer to each other; take them out of the list",
    );
}
