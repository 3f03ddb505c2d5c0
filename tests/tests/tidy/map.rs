//! The code map names what is there, and all of it.

use std::fs;

use super::scan::{root, sources};

/// Paths in the first column of tables of the code map: several may share a row, and `{a,b}` stands
/// for each of these. A folder stands for everything below it.
fn rows(text: &str) -> Vec<String> {
    let map = text.split("\n## Code map\n").nth(1).unwrap_or_default();
    let map = map.split("\n## ").next().unwrap_or_default();
    let cells = map
        .lines()
        .filter_map(|it| it.strip_prefix("| ")?.split(" |").next());
    let named = cells.flat_map(|it| it.split('`').skip(1).step_by(2));
    named.flat_map(unfold).collect()
}

/// Each path that `a/{b,c}.rs` stands for.
fn unfold(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else {
        return vec![path.to_owned()];
    };
    let (choices, after) = rest.split_once('}').unwrap_or((rest, ""));
    let each = choices.split(',').map(|it| format!("{before}{it}{after}"));
    each.flat_map(|it| unfold(&it)).collect()
}

/// Whether a row names a file, or a folder above it.
fn covers(row: &str, path: &str) -> bool {
    let row = row.trim_end_matches('/');
    path.strip_prefix(row)
        .is_some_and(|it| it.is_empty() || it.starts_with('/'))
}

#[test]
fn the_code_map_is_that_of_the_code() {
    let text = fs::read_to_string(root().join("generator/ARCHITECTURE.md")).expect("the map");
    let rows = rows(&text);
    assert!(rows.len() > 20, "{rows:?}");
    let gone: Vec<String> = rows
        .iter()
        .filter(|it| !root().join(it).exists())
        .cloned()
        .collect();
    let tool = |it: &str| {
        ["generator/", "macros/", "runtime/"]
            .iter()
            .any(|folder| it.starts_with(folder))
    };
    let files = sources()
        .iter()
        .filter(|it| it.is_source() && tool(&it.path));
    let files: Vec<String> = files.map(|it| it.path.clone()).collect();
    assert!(files.len() > 350, "{} files", files.len());
    let left: Vec<String> = files
        .into_iter()
        .filter(|file| !rows.iter().any(|it| covers(it, file)))
        .collect();
    let gone = gone
        .iter()
        .map(|it| format!("{it}: the code map names it, and it is not there"));
    let left = left
        .iter()
        .map(|it| format!("{it}: no row of the code map tells what it does"));
    let wrong: Vec<String> = gone.chain(left).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn rows_name_files_folders_and_several_of_them() {
    let text = "# A\n| `x` | y |\n## Code map\n\n| path | what |\n| --- | --- |\n| `a/b.rs`, `c/{d,e}.rs` | `f` |\n| `g/` | h |\n\n## I\n| `j` | k |\n";
    assert_eq!(rows(text), ["a/b.rs", "c/d.rs", "c/e.rs", "g/"]);
    assert!(covers("g/", "g/h/i.rs") && covers("a/b.rs", "a/b.rs"));
    assert!(!covers("g", "ga/i.rs") && !covers("a/b.rs", "a/b.rs.bak"));
}
