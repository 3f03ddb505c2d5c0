//! `stipula changelog`: notes of a release, the history that keeps them, and the documents that have them.

mod command;
mod ran;
mod scratch;

use std::fs;

use ran::{Ran, ran};
use scratch::Scratch;

const OLD: &str = "\
api: demo
title: Demo
types:
  Kind: { doc: A kind., enum: { BOOK: A book., CARD: A card. } }
operations:
  send:
    post: /send
    request:
      kind: { type: Kind, doc: Its kind. }
      name: { type: string, max_chars: 8, doc: Its name. }
      old: { type: string, doc: Old. }
    response:
      id: { type: string, doc: Its id. }
    errors: {}
  stay:
    post: /stay
    request: {}
";

/// What the next release changes.
const EDITS: &[(&str, &str)] = &[
    ("max_chars: 8", "max_chars: 6"),
    ("      old: { type: string, doc: Old. }\n", ""),
    ("CARD: A card. }", "CARD: A card., COUPON: A coupon. }"),
    ("doc: Its id.", "doc: Its number."),
    (
        "      id: {",
        "      at: { type: string, doc: When. }\n      id: {",
    ),
];

struct Project(Scratch);

impl Project {
    fn new() -> Self {
        let folder = Scratch::new();
        folder.write("old/api.yaml", OLD);
        let new = EDITS.iter().fold(OLD.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        folder.write("spec/api.yaml", new);
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        ran(self.0.path(), arguments)
    }

    fn release(&self, version: &str, date: &str) -> Ran {
        self.run(&["changelog", "old", "--release", version, "--date", date])
    }

    fn read(&self, below: &str) -> String {
        fs::read_to_string(self.0.path().join(below)).unwrap_or_default()
    }
}

#[test]
fn notes_are_in_the_form_of_keep_a_changelog() {
    let project = Project::new();
    let ran = project.run(&["changelog", "old"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    insta::assert_snapshot!(ran.out);
    assert_eq!(
        project.read("spec/history.jsonl"),
        "",
        "nothing is kept without a version"
    );
}

#[test]
fn a_release_is_kept_and_the_documents_have_it() {
    let project = Project::new();
    project.run(&["generate"]);
    assert!(
        !project
            .read("generated-client/docs/README.md")
            .contains("changelog")
    );
    let ran = project.release("1.0.0", "2026-03-01");
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.out
            .starts_with("## [1.0.0] - 2026-03-01\n\n### Added\n"),
        "{ran:?}"
    );
    assert_eq!(
        ran.err,
        "kept in spec/history.jsonl; `stipula generate` writes it into the documents\n"
    );
    insta::assert_snapshot!("history", project.read("spec/history.jsonl"));

    assert_eq!(project.run(&["generate"]).code, 0);
    insta::assert_snapshot!("page", project.read("generated-client/docs/changelog.md"));
    assert!(
        project
            .read("generated-client/docs/README.md")
            .contains("[changelog](changelog.md)")
    );
    let page = project.read("generated-client/docs/operations/send.md");
    assert!(
        page.contains(
            "| `name` | string | optional | Its name.<br>At most 6 characters.<br>Changed in 1.0.0. |"
        ),
        "{page}"
    );
    assert!(
        page.contains("| `at` | string | optional | When.<br>Changed in 1.0.0. |"),
        "{page}"
    );
    assert!(
        !page.contains("Its number.<br>Changed"),
        "a description is no change: {page}"
    );
    assert!(
        project
            .read("generated-client/docs/types/Kind.md")
            .contains("Changed in 1.0.0.")
    );
    let site = project.read("generated-client/docs/site/changelog.html");
    assert!(site.contains("<h2>1.0.0, 2026-03-01"), "{site}");
    let chip =
        "<a class=\"chip changed\" href=\"../changelog.html#release-1.0.0\">changed in 1.0.0</a>";
    let page = project.read("generated-client/docs/site/operations/send.html");
    assert!(page.contains(chip), "{page}");
    assert!(
        page.contains("<a href=\"../changelog.html\">Changelog</a>"),
        "{page}"
    );
    // Without a clock: the same bytes, whenever they are made.
    assert_eq!(project.run(&["generate", "--check"]).code, 0);
}

#[test]
fn the_last_release_that_changed_something_stands_beside_it() {
    let project = Project::new();
    assert_eq!(project.release("1.0.0", "2026-03-01").code, 0);
    let first = project.read("spec/api.yaml");
    project.0.write("old/api.yaml", &first);
    project.0.write(
        "spec/api.yaml",
        first.replace("max_chars: 6", "max_chars: 9"),
    );
    assert_eq!(project.release("1.1.0", "2026-04-01").code, 0);
    assert_eq!(project.read("spec/history.jsonl").lines().count(), 2);
    project.run(&["generate"]);
    let page = project.read("generated-client/docs/operations/send.md");
    assert!(
        page.contains("At most 9 characters.<br>Changed in 1.1.0."),
        "{page}"
    );
    assert!(page.contains("When.<br>Changed in 1.0.0."), "{page}");
    let page = project.read("generated-client/docs/changelog.md");
    let (first, second) = (
        page.find("1.1.0, 2026-04-01"),
        page.find("1.0.0, 2026-03-01"),
    );
    assert!(first < second, "{page}");
}

#[test]
fn a_release_has_a_version_that_fits_and_a_day() {
    let project = Project::new();
    for (version, date, told) in [
        (
            "1.0",
            "2026-03-01",
            "`1.0` is no version, such as `1.4.0`\n",
        ),
        (
            "1.0.0",
            "2026-02-30",
            "`2026-02-30` is no day, such as `2026-01-31`\n",
        ),
    ] {
        let ran = project.release(version, date);
        assert_eq!((ran.code, ran.err.as_str()), (2, told));
    }
    assert_eq!(project.release("1.0.0", "2026-03-01").code, 0);
    let same = project.release("1.0.0", "2026-03-02");
    assert_eq!(
        (same.code, same.err.as_str()),
        (2, "1.0.0 is not later than 1.0.0, the last release\n")
    );
    let small = project.release("1.1.0", "2026-03-02");
    assert_eq!(small.code, 1);
    assert_eq!(
        small.err,
        "1.1.0 after 1.0.0 is too small a step: 5 changes need a major release (1 major, 3 minor, 1 patch); \
         calls of deployed clients go wrong in some cases; the next is 2.0.0\n"
    );
    assert_eq!(project.read("spec/history.jsonl").lines().count(), 1);
    let half = project.run(&["changelog", "old", "--release", "2.0.0"]);
    assert_eq!(half.code, 2, "{half:?}");
    let none = project.run(&[
        "changelog",
        "spec",
        "--release",
        "2.0.0",
        "--date",
        "2026-03-02",
    ]);
    assert_eq!(
        (none.code, none.err.as_str()),
        (2, "nothing changed that a release would tell\n")
    );
}

#[test]
fn a_history_that_was_edited_is_told_at_its_line() {
    let project = Project::new();
    project
        .0
        .write("spec/history.jsonl", "{\"version\":\"1.0.0\"}\n");
    let ran = project.run(&["lint", "spec"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(
        ran.err
            .contains("`history.jsonl` cannot be read: missing field `date`"),
        "{ran:?}"
    );
    assert!(ran.err.contains("spec/history.jsonl:1:1"), "{ran:?}");
}
