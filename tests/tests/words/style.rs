//! The words that `spec/words.md` tells not to use are used nowhere that people read.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// What people read, from the root of the repository.
const READ: [&str; 11] = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "spec",
    "generated-client/README.md",
    "generated-client/docs",
    "generator/ARCHITECTURE.md",
    "generator/docs/diagnostics",
    "generator/emit/templates",
    "generator/spec/src/diag",
    "macros/rules/src",
];

/// The page with the list, and folders of what others wrote.
const APART: [&str; 4] = ["spec/words.md", "/facts", "/examples", "/assets"];

#[test]
fn what_people_read_has_none_of_the_words_that_we_do_not_use() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let list = fs::read_to_string(root.join("spec/words.md")).expect("the list");
    let words = banned(&list);
    assert!(words.len() > 10, "{words:?}");
    let mut found = Vec::new();
    let mut count = 0;
    for path in READ.iter().flat_map(|it| files(&root.join(it))) {
        let name = path.display().to_string();
        let is_text = ["md", "html", "rs"]
            .iter()
            .any(|it| path.extension().is_some_and(|own| own == *it));
        if !is_text || APART.iter().any(|it| name.contains(it)) {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a readable file");
        count += 1;
        for (at, line) in text.lines().enumerate() {
            let used = words.iter().filter(|it| holds(line, it));
            found.extend(used.map(|it| format!("{name}:{}: `{it}`", at + 1)));
        }
    }
    assert!(count > 200, "{count} files");
    assert!(found.is_empty(), "see spec/words.md: {found:#?}");
}

#[test]
fn words_are_found_as_words() {
    assert!(holds("Herein: x", "herein") && holds("to do it in order to do", "in order to"));
    assert!(!holds("adherein", "herein") && !holds("robustness", "robust"));
    let list = "## Not used\n\n| Instead of | write |\n| --- | --- |\n| Prior to | before |\n";
    assert_eq!(banned(list), ["prior to"]);
}

/// The first column of the last table, in lower case.
fn banned(list: &str) -> Vec<String> {
    let (_, table) = list.split_once("## Not used").unwrap_or_default();
    let rows = table.lines().filter_map(|it| it.strip_prefix("| "));
    let words = rows.filter_map(|it| Some(it.split_once(" |")?.0.to_ascii_lowercase()));
    words
        .filter(|it| it != "instead of" && !it.starts_with('-'))
        .collect()
}

fn holds(line: &str, words: &str) -> bool {
    let line = line.to_ascii_lowercase();
    line.match_indices(words).any(|(at, found)| {
        let before = line[..at].chars().next_back();
        let after = line[at + found.len()..].chars().next();
        [before, after]
            .iter()
            .all(|it| !it.is_some_and(char::is_alphanumeric))
    })
}

fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else {
        return vec![path.to_owned()];
    };
    let paths = entries.flatten().map(|it| it.path());
    paths.flat_map(|it| files(&it)).collect()
}
