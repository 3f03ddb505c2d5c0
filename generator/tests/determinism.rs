//! The same spec gives the same bytes: on every run, and however its files are cut and ordered.

mod flagship;

use std::path::Path;

use stipula_generator::{FileSet, Target, diag::short, emit, load_str};

const TARGETS: [Target; 5] = [
    Target::Rust,
    Target::RustRoot,
    Target::Docs,
    Target::OpenApi,
    Target::Site,
];

fn everything(files: &[(String, String)]) -> FileSet {
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let loaded = load_str(&files);
    let findings: Vec<String> = loaded
        .diagnostics
        .iter()
        .map(|it| short(it, &loaded.sources))
        .collect();
    let api = loaded.model.unwrap_or_else(|| panic!("{findings:#?}"));
    let mut all = FileSet::new();
    for target in TARGETS {
        all.extend(emit(&api, target));
    }
    all
}

/// Paths whose texts differ, or that only one of the two has.
fn differences(one: &FileSet, other: &FileSet) -> Vec<String> {
    let mut paths: Vec<&str> = one
        .iter()
        .chain(other.iter())
        .map(|(path, _)| path)
        .collect();
    paths.sort_unstable();
    paths.dedup();
    paths
        .into_iter()
        .filter(|path| one.get(path) != other.get(path))
        .map(str::to_owned)
        .collect()
}

fn changed(change: impl Fn(&str, String) -> String) -> Vec<(String, String)> {
    flagship::files()
        .into_iter()
        .map(|(path, text)| {
            let text = change(&path, text);
            (path, text)
        })
        .collect()
}

/// The spec with the includes of one folder in reverse.
fn reversed(folder: &str) -> Vec<(String, String)> {
    let of_folder = |line: &&str| line.starts_with(&format!("  - {folder}/"));
    changed(|path, text| {
        if path != "api.yaml" {
            return text;
        }
        let mut backwards = text.lines().filter(of_folder).rev();
        assert!(backwards.clone().count() > 2);
        let lines: Vec<&str> = text
            .lines()
            .map(|line| {
                if of_folder(&line) {
                    backwards.next().unwrap_or(line)
                } else {
                    line
                }
            })
            .collect();
        lines.join("\n")
    })
}

#[test]
fn two_runs_give_the_same_bytes() {
    let files = flagship::files();
    let none: Vec<String> = Vec::new();
    assert_eq!(differences(&everything(&files), &everything(&files)), none);
}

#[test]
fn line_ends_of_windows_give_the_same_bytes() {
    let crlf = changed(|_, text| text.replace('\n', "\r\n"));
    let none: Vec<String> = Vec::new();
    assert_eq!(
        differences(&everything(&flagship::files()), &everything(&crlf)),
        none
    );
}

#[test]
fn comments_give_the_same_bytes() {
    let commented = changed(|path, text| {
        if Path::new(path).extension().is_some_and(|it| it == "yaml") {
            format!("# A comment, to be ignored.\n{text}# Another one.\n")
        } else {
            text
        }
    });
    let none: Vec<String> = Vec::new();
    assert_eq!(
        differences(&everything(&flagship::files()), &everything(&commented)),
        none
    );
}

/// Types come in the order in which operations reach them, wherever they are written.
#[test]
fn another_order_of_type_files_gives_the_same_bytes() {
    let reversed = everything(&reversed("types"));
    let none: Vec<String> = Vec::new();
    assert_eq!(
        differences(&everything(&flagship::files()), &reversed),
        none
    );
}

/// The order of operations is an order for readers: no file comes or goes, and what differs is
/// lists, which example of a type is shown, and which direction of it comes first.
#[test]
fn another_order_of_operations_changes_lists_only() {
    let (one, other) = (
        everything(&flagship::files()),
        everything(&reversed("operations")),
    );
    let paths =
        |set: &FileSet| -> Vec<String> { set.iter().map(|(it, _)| it.to_owned()).collect() };
    assert_eq!(paths(&one), paths(&other));
    let different = differences(&one, &other);
    insta::assert_snapshot!(different.join("\n"), @r"
    docs/README.md
    docs/site/assets/operations.js
    docs/site/assets/search-index.js
    docs/site/authentication.html
    docs/site/codes.html
    docs/site/download.html
    docs/site/download/README.md
    docs/site/download/openapi.json
    docs/site/download/schemas/CreatePassRequest.json
    docs/site/download/schemas/CreateTemplateRequest.json
    docs/site/download/schemas/MovieTicketRequest.json
    docs/site/download/types/Button.md
    docs/site/download/types/CustomTab.md
    docs/site/download/types/LocaleContent.md
    docs/site/download/types/LocaleExtInfo.md
    docs/site/idempotency.html
    docs/site/index.html
    docs/site/llms.txt
    docs/site/quickstart.html
    docs/types/Button.md
    docs/types/CustomTab.md
    docs/types/LocaleContent.md
    docs/types/LocaleExtInfo.md
    root.rs
    schema/openapi.json
    schema/types/CodeInfo.json
    schema/types/CreatePassRequest.json
    schema/types/CreateTemplateRequest.json
    schema/types/LocaleContent.json
    schema/types/LocaleContentResponse.json
    schema/types/MovieExtInfo.json
    schema/types/MovieTicketRequest.json
    schema/types/OrderSyncResponse.json
    schema/types/QueryTemplateResponse.json
    schema/types/Result.json
    src/generated/client.rs
    src/generated/codes.rs
    src/generated/enums.rs
    src/generated/fake.rs
    src/generated/operations.rs
    ");
}

#[test]
fn a_change_is_noticed() {
    let other = changed(|_, text| text.replace("max_chars: 128", "max_chars: 127"));
    let found = differences(&everything(&flagship::files()), &everything(&other));
    assert!(!found.is_empty());
}
