//! The committed reference is what the tool's own tables say.

use std::{fs, path::Path};

use stipula_generator::{FileSet, diag::Code, reference};

fn differs(folder: &str, files: &FileSet, refresh: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    for (path, text) in files.iter() {
        let kept = fs::read_to_string(folder.join(path)).unwrap_or_default();
        assert!(
            kept == text,
            "{path} is out of date; run `cargo run --release -- {refresh}`"
        );
    }
    let listed = fs::read_dir(&folder).expect("a folder").count();
    assert_eq!(
        listed,
        files.iter().count() + 1,
        "a page too many; run `{refresh}`"
    );
}

#[test]
fn diagnostics_are_up_to_date() {
    let refresh = "explain --markdown generator/docs/diagnostics";
    differs("docs/diagnostics", &reference::diagnostics(), refresh);
}

#[test]
fn every_code_has_a_page_with_what_is_printed() {
    let pages = reference::diagnostics();
    for code in Code::ALL {
        let page = pages.get(&format!("{}.md", code.as_str())).expect("a page");
        let printed = format!("[{}]: ", code.as_str());
        assert!(page.contains(&printed), "{page}");
    }
}

#[test]
fn keys_of_the_language_are_up_to_date() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    for (path, text) in reference::language().iter() {
        let kept = fs::read_to_string(spec.join(path)).unwrap_or_default();
        let refresh = "run `cargo run --release -- explain --language spec`";
        assert!(kept == text, "spec/{path} is out of date; {refresh}");
    }
}

#[test]
fn the_readme_has_the_one_table_of_exit_codes() {
    let readme = include_str!("../../README.md");
    let table = stipula_generator::cli::exit_codes();
    assert!(
        readme.contains(&table),
        "README.md lacks this table:\n{table}"
    );
    let other = ["| exit code |", "Exit codes: 0"];
    for (name, text) in [
        ("spec/evidence.md", include_str!("../../spec/evidence.md")),
        ("README.md", readme),
    ] {
        assert!(
            other.iter().all(|it| !text.contains(it)),
            "{name} has another table"
        );
    }
}
