//! Which module of the crate may use which: outputs know the view, and no output that is not
//! below it.

use std::{fs, path::Path};

/// A module, and what none of its files may name.
const WALLS: [(&str, &[&str]); 3] = [
    (
        "view",
        &[
            "crate::markdown",
            "crate::site",
            "crate::templates",
            "crate::openapi",
            "crate::rust",
            "minijinja",
        ],
    ),
    (
        "markdown",
        &["crate::site", "crate::openapi", "crate::rust"],
    ),
    ("site", &["crate::markdown", "use super::super"]),
];

/// The types of the model that one module alone reads for documentation, and that module.
const READERS: [(&[&str], &str); 3] = [
    (
        &["PresenceRule", "FieldRule", "RuleMeta", ".presence"],
        "view/rules.rs",
    ),
    (&["Standing", ".exceptions"], "view/standing.rs"),
    (&[".rust", "options_rust"], "view/names.rs"),
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

#[test]
fn no_output_reaches_over_a_wall() {
    for (module, walls) in WALLS {
        for (path, text) in files(module) {
            for wall in walls {
                assert!(!text.contains(wall), "{path} names {wall}");
            }
        }
    }
}

#[test]
fn what_may_change_in_the_model_is_read_in_one_place() {
    for module in ["view", "markdown", "site"] {
        for (path, text) in files(module) {
            for (words, reader) in READERS.iter().filter(|it| it.1 != path) {
                for word in *words {
                    let is_read = text.split(word).skip(1).any(|rest| {
                        !rest.starts_with(|it: char| it.is_alphanumeric() || it == '_' || it == '(')
                    });
                    assert!(!is_read, "{path} reads {word}, which is for {reader}");
                }
            }
        }
    }
}
