//! Which module of the crate may use which: outputs know the view, and no output that is not
//! below it.

use std::{fs, path::Path};

/// A module, and what none of its files may name.
const WALLS: [(&str, &[&str]); 3] = [
    (
        "view",
        &["markdown", "site", "templates", "openapi", "rust"],
    ),
    ("markdown", &["site", "openapi", "rust"]),
    ("site", &["markdown"]),
];

/// Path below `src` and text of the files of a module, tests left out.
fn files(module: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.join(module)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let below = path
                .strip_prefix(&root)
                .expect("below")
                .display()
                .to_string();
            let is_test = below.contains("tests") || below.contains("snapshots");
            if path.is_dir() && !is_test {
                folders.push(path);
            } else if !is_test {
                found.push((below, fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    found
}

/// Whether a text names a module of the crate: by its path, or in a group of imports.
fn names(text: &str, module: &str) -> bool {
    let is_word = |it: char| it.is_alphanumeric() || it == '_';
    let begins = |rest: &str| {
        let rest = rest.strip_prefix(module);
        rest.is_some_and(|rest| !rest.starts_with(is_word))
    };
    let by_path = text.split("crate::").skip(1).any(begins);
    let groups = text.split("use crate::{").skip(1);
    let mut imports = groups.filter_map(|rest| rest.split_once("};"));
    let in_group = imports.any(|(group, _)| {
        let starts = group.match_indices(module);
        starts.into_iter().any(|(at, _)| {
            let before = group[..at].trim_end().chars().next_back();
            matches!(before, None | Some(',' | '{')) && begins(&group[at..])
        })
    });
    by_path || in_group
}

#[test]
fn no_output_reaches_over_a_wall() {
    let mut count = 0;
    for (module, walls) in WALLS {
        for (path, text) in files(module) {
            for wall in walls {
                count += 1;
                assert!(!names(&text, wall), "{path} names {wall}");
            }
            assert!(module != "view" || !text.contains("minijinja"), "{path}");
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn a_module_is_found_however_it_is_named() {
    for text in [
        "crate::site::pages()",
        "use crate::site;",
        "use crate::{Model, site::place};",
        "use crate::{\n    Model,\n    site,\n};",
    ] {
        assert!(names(text, "site"), "{text}");
    }
    for text in [
        "crate::sites",
        "use crate::{website::x, a};",
        "crate::view::site",
    ] {
        assert!(!names(text, "site"), "{text}");
    }
}
