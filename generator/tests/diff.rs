//! `stipula diff`: folders, revisions and packed crates; formats, approvals, exit codes.

mod command;
mod git;
mod ran;
mod scratch;

use std::{fs, io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};
use git::git;
use ran::{Ran, ran};
use scratch::Scratch;
use serde_json::Value;

const OLD: &str = "\
api: demo
types:
  Kind: { doc: A kind., enum: { BOOK: A book., COUPON: A coupon., CARD: A card. } }
operations:
  send:
    post: /send
    request:
      kind: { type: Kind, required: true, doc: Its kind. }
      name: { type: string, max_chars: 8, doc: Its name. }
      price: { type: integer, required: kind == BOOK, doc: What it costs. }
";

/// A spec whose request changed in two ways.
fn new() -> String {
    OLD.replace("max_chars: 8", "max_chars: 6").replace(
        "required: kind == BOOK",
        "required: \"kind in [BOOK, COUPON]\"",
    )
}

struct Project(Scratch);

impl Project {
    fn new() -> Self {
        let folder = Scratch::new();
        folder.write("old/api.yaml", OLD);
        folder.write("new/api.yaml", new());
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        ran(self.0.path(), arguments)
    }

    fn git(&self, arguments: &[&str]) {
        git(self.0.path(), arguments);
    }
}

#[test]
fn folders_are_compared_and_the_same_says_nothing() {
    let project = Project::new();
    let ran = project.run(&["diff", "old", "new"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{ran:?}");
    insta::assert_snapshot!(ran.out);

    let same = project.run(&["diff", "old", "old", "--fail-on", "major"]);
    assert_eq!(
        (same.code, same.out.as_str(), same.err.as_str()),
        (0, "", "")
    );
    project
        .0
        .write("moved/deep/api.yaml", format!("# The same.\n{OLD}"));
    let moved = project.run(&["diff", "old", "moved/deep"]);
    assert_eq!(
        (moved.code, moved.out.as_str(), moved.err.as_str()),
        (0, "", "")
    );
}

#[test]
fn revisions_are_compared_without_a_checkout() {
    let project = Project::new();
    project.0.write("spec/api.yaml", OLD);
    project.git(&["init", "-q"]);
    project.git(&["add", "."]);
    project.git(&["commit", "-qm", "one"]);
    project.0.write("spec/api.yaml", new());
    project.git(&["commit", "-qam", "two"]);

    let ran = project.run(&["diff", "HEAD~1"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.out
            .contains("  spec  spec/api.yaml:9, was HEAD~1:api.yaml:9\n"),
        "{ran:?}"
    );
    let both = project.run(&["diff", "HEAD~1", "HEAD"]);
    assert!(
        both.out
            .contains("  spec  HEAD:api.yaml:9, was HEAD~1:api.yaml:9\n"),
        "{both:?}"
    );
    assert_eq!(project.run(&["diff", "HEAD"]).out, "");

    let unknown = project.run(&["diff", "HEAD~9"]);
    assert_eq!(unknown.code, 2);
    assert_eq!(
        unknown.err,
        "`HEAD~9` is no folder, no packed crate, and no revision of git that has `spec`: not a valid object name: HEAD~9\n"
    );
    let option = project.run(&["diff", "--", "--output=x"]);
    assert_eq!(option.code, 2, "{option:?}");
    assert!(!project.0.path().join("x").exists());
}

/// Packs files as cargo does.
fn pack(path: &Path, files: &[(&str, &str)]) {
    let mut packed = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::fast()));
    for (name, text) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(text.len() as u64);
        header.set_mode(0o644);
        packed
            .append_data(&mut header, name, text.as_bytes())
            .unwrap();
    }
    let bytes = packed.into_inner().unwrap().finish().unwrap();
    fs::File::create(path).unwrap().write_all(&bytes).unwrap();
}

fn manifest(version: &str) -> String {
    format!("[package]\nname = \"demo\"\n\n[dependencies.stipula]\nversion = \"{version}\"\n")
}

#[test]
fn a_packed_crate_is_compared_by_the_spec_in_it() {
    let project = Project::new();
    let at = |name: &str| project.0.path().join(name);
    let (old, new) = (manifest("0.1.0"), manifest("0.2.0"));
    pack(
        &at("a.crate"),
        &[
            ("demo-0.1.0/Cargo.toml", &old),
            ("demo-0.1.0/spec/api.yaml", OLD),
        ],
    );
    let ran = project.run(&["diff", "a.crate", "new"]);
    assert!(ran.out.contains("was a.crate:api.yaml:9"), "{ran:?}");

    pack(
        &at("b.crate"),
        &[
            ("demo-0.2.0/Cargo.toml", &new),
            ("demo-0.2.0/spec/api.yaml", OLD),
        ],
    );
    let ran = project.run(&["diff", "a.crate", "b.crate"]);
    assert!(
        ran.out.starts_with(
            "1 change needs a patch release\n\npatch: demo has the same spec, whose outputs stipula 0.1.0 made"
        ),
        "{ran:?}"
    );

    pack(&at("none.crate"), &[("demo-0.1.0/Cargo.toml", &old)]);
    let ran = project.run(&["diff", "none.crate", "new"]);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            3,
            "none.crate: it packs no `api.yaml`, so there is no spec in it\n"
        )
    );
    project.0.write("text.crate", "no package");
    let ran = project.run(&["diff", "text.crate", "new"]);
    assert_eq!(ran.code, 3, "{ran:?}");
}

#[test]
fn a_side_with_errors_is_told_and_not_compared() {
    let project = Project::new();
    project
        .0
        .write("bad/api.yaml", OLD.replace("kind == BOOK", "kind == NONE"));
    let ran = project.run(&["diff", "old", "bad"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{ran:?}");
    assert!(
        ran.err.contains("error[E0403]") || ran.err.contains("error["),
        "{ran:?}"
    );
    let ran = project.run(&["diff", "old", "nowhere", "--spec", "old"]);
    assert_eq!(ran.code, 2, "{ran:?}");
}

#[test]
fn json_and_sarif_have_all_that_the_text_has() {
    let project = Project::new();
    let json: Value =
        serde_json::from_str(&project.run(&["diff", "old", "new", "--format", "json"]).out)
            .unwrap();
    assert_eq!(json["release"]["bump"], "minor");
    let first = &json["changes"][0];
    assert_eq!(first["row"], "C1");
    assert_eq!(first["old_spec"]["line"], 9);
    assert_eq!(first["items"][0], "request::SendRequest::name");
    assert_eq!(json["changes"][1]["case"], "when `kind` is `COUPON`");

    let sarif: Value = serde_json::from_str(
        &project
            .run(&["diff", "old", "new", "--format", "sarif"])
            .out,
    )
    .unwrap();
    let result = &sarif["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "C1");
    assert_eq!(result["level"], "warning");
    assert_eq!(
        result["partialFingerprints"]["stipulaChange/v1"],
        first["fingerprint"]
    );
    let markdown = project
        .run(&["diff", "old", "new", "--format", "markdown"])
        .out;
    assert!(
        markdown.contains("| minor, soon | `send.request.name` has max_chars 6, and had 8 |"),
        "{markdown}"
    );
}

#[test]
fn what_is_not_wanted_fails_until_it_is_approved() {
    let project = Project::new();
    let more = new().replace(
        "    request:\n",
        "    request:\n      ref: { type: string, required: true, doc: Its reference. }\n",
    );
    project.0.write("more/api.yaml", more);
    let run = |arguments: &[&str]| {
        let all = [&["diff", "old", "more"][..], arguments].concat();
        project.run(&all)
    };
    assert_eq!(run(&[]).code, 0);
    assert_eq!(run(&["--fail-on", "major"]).code, 1);
    assert_eq!(run(&["--fail-on", "urgent"]).code, 1);
    assert_eq!(
        run(&["--fail-on", "urgent", "--approvals", "seen.txt"]).code,
        1
    );

    assert_eq!(run(&["--approve", "--approvals", "seen.txt"]).code, 0);
    let kept = fs::read_to_string(project.0.path().join("seen.txt")).unwrap();
    assert_eq!(kept.lines().count(), 4, "{kept}");
    assert!(
        kept.contains("  F2 send.request.ref was added, required\n"),
        "{kept}"
    );
    let ran = run(&["--fail-on", "urgent", "--approvals", "seen.txt"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.out.contains("F2, no page of it moved, approved\n"),
        "{ran:?}"
    );

    let stale = project.run(&[
        "diff",
        "old",
        "new",
        "--approvals",
        "seen.txt",
        "--fail-on",
        "major",
    ]);
    assert_eq!(stale.code, 5, "{stale:?}");
    assert!(
        stale
            .err
            .starts_with("stale approval, which no change has: "),
        "{stale:?}"
    );
    assert!(
        stale
            .err
            .ends_with(" F2 send.request.ref was added, required\n"),
        "{stale:?}"
    );

    project.0.write("bad.txt", "C1 name\n");
    let bad = run(&["--approvals", "bad.txt"]);
    assert_eq!(
        (bad.code, bad.err.as_str()),
        (
            3,
            "bad.txt:1: `C1` is no fingerprint of a change: 12 hexadecimal digits\n"
        )
    );
    assert_eq!(run(&["--approve"]).code, 2);
}
