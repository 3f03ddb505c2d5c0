//! Which crate may depend on which.

use std::{collections::BTreeMap, fs, path::Path};

use toml::Table;

use super::{
    directions::{CIRCLES, DIRECTIONS, IN_TESTS},
    same,
    scan::root,
};

const NEW: &str = "the architecture has no such direction; move the code to where it may know this, or change the table in tests/tests/tidy/directions.rs and the architecture with it";
const GONE: &str = "no manifest needs this direction any more; take it out of the table";

/// Names of crates, in the table and in the manifests.
type Graph = BTreeMap<String, Vec<String>>;

/// The folders of the members of the workspace, with their manifests.
pub(super) fn members() -> Vec<(String, Table)> {
    let root = root();
    let workspace = manifest(&root);
    let members = workspace["workspace"]["members"]
        .as_array()
        .expect("a list");
    let members = members.iter().filter_map(toml::Value::as_str);
    let read = members.map(|it| (it.to_owned(), manifest(&root.join(it))));
    read.collect()
}

/// The crates of the workspace that each member names in these sections.
fn graph(sections: &[&str]) -> Graph {
    let manifests: Vec<Table> = members().into_iter().map(|it| it.1).collect();
    let named: Vec<String> = manifests.iter().map(name).collect();
    assert_eq!(
        named.len(),
        DIRECTIONS.len(),
        "every crate has a row: {named:?}"
    );
    let edges = manifests.iter().map(|it| {
        let mut edges = dependencies(it, sections);
        edges.retain(|it| named.contains(it));
        (name(it), edges)
    });
    edges.collect()
}

fn manifest(folder: &Path) -> Table {
    let text = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
    text.parse().expect("TOML")
}

fn name(manifest: &Table) -> String {
    manifest["package"]["name"]
        .as_str()
        .expect("a name")
        .to_owned()
}

/// Everything that a manifest names in these sections, by the names of packages.
fn dependencies(manifest: &Table, sections: &[&str]) -> Vec<String> {
    let targets = manifest.get("target").and_then(|it| it.as_table());
    let targets = targets
        .into_iter()
        .flatten()
        .filter_map(|it| it.1.as_table());
    let mut found = Vec::new();
    for table in targets.chain([manifest]) {
        for section in sections {
            let entries = table.get(*section).and_then(|it| it.as_table());
            for (name, entry) in entries.into_iter().flatten() {
                let package = entry.get("package").and_then(|it| it.as_str());
                found.push(package.unwrap_or(name).to_owned());
            }
        }
    }
    found.sort();
    found.dedup();
    found
}

fn told(graph: &Graph) -> Vec<String> {
    let edges = graph
        .iter()
        .flat_map(|(from, to)| to.iter().map(move |it| format!("{from} -> {it}")));
    edges.collect()
}

fn table(rows: &[(&str, &[&str])]) -> Graph {
    let owned = |it: &[&str]| it.iter().map(ToString::to_string).collect();
    rows.iter()
        .map(|(from, to)| ((*from).to_owned(), owned(to)))
        .collect()
}

#[test]
fn crates_depend_in_the_directions_of_the_architecture() {
    let found = graph(&["dependencies", "build-dependencies"]);
    same(&told(&found), &told(&table(DIRECTIONS)), NEW, GONE);
}

#[test]
fn tests_of_a_crate_depend_in_few_directions_more() {
    let found = graph(&["dev-dependencies"]);
    same(&told(&found), &told(&table(IN_TESTS)), NEW, GONE);
}

#[test]
fn the_generator_knows_nothing_of_the_client() {
    let graph = table(DIRECTIONS);
    let below = reached(&graph, "stipula-generator");
    assert!(below.len() > 7, "{below:?}");
    for client in ["stipula", "stipula-macros", "alipayhk-ipass"] {
        assert!(
            !below.contains(&client.to_owned()),
            "it writes text that names {client}"
        );
    }
}

#[test]
fn no_crates_depend_in_a_circle() {
    let mut all = graph(&["dependencies", "build-dependencies", "dev-dependencies"]);
    let closed: Vec<String> = CIRCLES
        .iter()
        .map(|it| format!("{} -> {}", it.0, it.1))
        .collect();
    same(
        &circles(&all),
        &["stipula", "stipula-macros"].map(str::to_owned),
        "in a circle",
        "in none",
    );
    for edges in &mut all {
        edges
            .1
            .retain(|it| !closed.contains(&format!("{} -> {it}", edges.0)));
    }
    assert_eq!(circles(&all), [""; 0], "in a circle");
}

/// Everything that a crate stands on.
fn reached(graph: &Graph, from: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = graph.get(from).cloned().unwrap_or_default();
    while let Some(next) = open.pop() {
        if !found.contains(&next) {
            open.extend(graph.get(&next).cloned().unwrap_or_default());
            found.push(next);
        }
    }
    found
}

/// The crates that stand on themselves.
fn circles(graph: &Graph) -> Vec<String> {
    graph
        .keys()
        .filter(|it| reached(graph, it).contains(it))
        .cloned()
        .collect()
}

#[test]
fn the_picture_of_directions() {
    let mut lines = Vec::new();
    for (from, to) in DIRECTIONS {
        let short = |it: &str| it.trim_start_matches("stipula-").to_owned();
        // What is reached through another one is not drawn.
        let graph = table(DIRECTIONS);
        let through = |it: &&&str| {
            !to.iter()
                .any(|other| reached(&graph, other).contains(&(**it).to_string()))
        };
        let direct: Vec<String> = to.iter().filter(through).map(|it| short(it)).collect();
        lines.push(
            format!("{:>14} -> {}", short(from), direct.join(", "))
                .trim_end()
                .to_owned(),
        );
    }
    let picture = lines.join("\n");
    println!("{picture}");
    insta::assert_snapshot!(picture);
}

#[test]
fn edges_of_every_section_are_read_and_circles_are_seen() {
    let text = "
        [dependencies]\na = '1'\nb = { package = 'c' }
        [dev-dependencies]\nd = '1'
        [target.'cfg(unix)'.dependencies]\ne.workspace = true
    ";
    let manifest: Table = text.parse().expect("TOML");
    assert_eq!(dependencies(&manifest, &["dependencies"]), ["a", "c", "e"]);
    assert_eq!(dependencies(&manifest, &["dev-dependencies"]), ["d"]);
    let graph = table(&[("a", &["b"]), ("b", &["c"]), ("c", &["b"])]);
    assert_eq!(circles(&graph), ["b", "c"]);
}
