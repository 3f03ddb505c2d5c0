//! The files of the spec that ships with the project.

use std::{fs, path::Path};

/// Every file as a path below the folder, with `/`, and a text; sorted by path.
pub(crate) fn files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/alipayhk-ipass");
    let mut found = Vec::new();
    walk(&root, "", &mut found);
    found.sort();
    assert!(found.iter().any(|(path, _)| path == "api.yaml"));
    found
}

fn walk(folder: &Path, below: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().into_string().unwrap());
        if entry.file_type().unwrap().is_dir() {
            walk(&entry.path(), &format!("{name}/"), found);
        } else {
            found.push((name, fs::read_to_string(entry.path()).unwrap()));
        }
    }
}
