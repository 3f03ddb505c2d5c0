//! The `stipula` command: what it writes, says and exits with.

mod command;
mod ran;
mod scratch;

use std::{fs, path::PathBuf};

use ran::{Ran, ran};
use scratch::Scratch;

const SPEC: &str = "\
api: demo
title: Demo
operations:
  ping:
    get: /ping
    response:
      pong: { type: string, doc: What was sent. }
  send:
    post: /send
    request:
      name: { type: string, required: true, max_chars: 8 }
";

/// A spec and a folder for its client.
struct Project(Scratch);

impl Project {
    fn new() -> Self {
        let folder = Scratch::new();
        folder.write("spec/demo/api.yaml", SPEC);
        Self(folder)
    }

    /// One that is generated already.
    fn generated() -> Self {
        let project = Self::new();
        assert_eq!(project.run(&["generate"]).code, 0);
        project
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        ran(self.0.path(), arguments)
    }

    fn path(&self, below: &str) -> PathBuf {
        self.0.path().join("generated-client").join(below)
    }

    fn read(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).unwrap()
    }

    /// Changes a file that was generated.
    fn edit(&self, below: &str, from: &str, to: &str) {
        let text = self.read(below);
        assert!(text.contains(from), "{text}");
        fs::write(self.path(below), text.replacen(from, to, 1)).unwrap();
    }
}

const PAGE: &str = "docs/operations/ping.md";

#[test]
fn generate_writes_and_a_second_run_changes_nothing() {
    let project = Project::new();
    let first = project.run(&["generate"]);
    assert_eq!(first.code, 0, "{first:?}");
    assert!(first.err.contains("  client    "), "{first:?}");
    assert!(first.err.lines().count() < 10, "{first:?}");
    assert!(first.err.contains(" added, 0 changed"), "{first:?}");
    assert!(
        project
            .read("src/generated/mod.rs")
            .starts_with("// @generated")
    );
    let written = project.read(PAGE);
    let modified = fs::metadata(project.path(PAGE))
        .unwrap()
        .modified()
        .unwrap();

    let second = project.run(&["generate"]);
    assert_eq!(second.code, 0, "{second:?}");
    assert!(second.err.starts_with("nothing changed: "), "{second:?}");
    assert_eq!(project.read(PAGE), written);
    let after = fs::metadata(project.path(PAGE))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(after, modified, "an unchanged file is not touched");

    let check = project.run(&["generate", "--check"]);
    assert_eq!(check.code, 0, "{check:?}");
    assert!(check.err.starts_with("up to date: "), "{check:?}");
    assert_eq!((first.out, second.out, check.out), Default::default());
}

#[test]
fn check_writes_nothing() {
    let project = Project::new();
    let check = project.run(&["generate", "--check"]);
    assert_eq!(check.code, 1, "{check:?}");
    assert!(!project.path("").exists());
}

#[test]
fn an_edit_by_hand_is_seen_kept_and_overwritten_on_request() {
    let project = Project::generated();
    let good = project.read(PAGE);
    project.edit(PAGE, "What was sent", "what was sent");
    let edited = project.read(PAGE);

    let check = project.run(&["generate", "--check"]);
    assert_eq!((check.code, check.out.as_str()), (1, ""), "{check:?}");
    assert!(
        check.err.contains("  Markdown  1 edited by hand\n"),
        "{check:?}"
    );
    let check = project.run(&["generate", "--check", "--diff"]);
    assert_eq!(check.code, 1, "{check:?}");
    for line in [
        &format!("--- a/{PAGE}") as &str,
        &format!("+++ b/{PAGE}"),
        "\n-",
        "what was sent",
    ] {
        assert!(check.out.contains(line), "no {line:?}: {check:?}");
    }
    let fix = "run `cargo run --release -- generate --force`";
    assert!(check.err.contains(fix), "{check:?}");

    let refused = project.run(&["generate"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    let said = format!("{PAGE} was edited by hand, so nothing was written");
    assert!(refused.err.contains(&said), "{refused:?}");
    assert_eq!(project.read(PAGE), edited);

    let overwritten = project.run(&["generate", "--force"]);
    assert_eq!(overwritten.code, 0, "{overwritten:?}");
    let lost = format!("{PAGE} was edited by hand, this edit of it is discarded");
    assert!(overwritten.err.contains(&lost), "{overwritten:?}");
    assert!(
        overwritten
            .err
            .contains("\n+| `pong` | string | optional | what was sent"),
        "{overwritten:?}"
    );
    assert_eq!(project.read(PAGE), good);
    assert_eq!(project.run(&["generate", "--check"]).code, 0);
}

#[test]
fn one_edit_stops_every_write() {
    let project = Project::generated();
    project.edit(PAGE, "What was sent", "what was sent");
    project.0.write(
        "spec/demo/api.yaml",
        SPEC.replace("max_chars: 8", "max_chars: 9"),
    );
    let before = project.read("docs/operations/send.md");
    assert_eq!(project.run(&["generate"]).code, 1);
    assert_eq!(project.read("docs/operations/send.md"), before);
}

#[test]
fn a_file_that_is_no_longer_emitted_is_removed() {
    let project = Project::generated();
    project.0.write("generated-client/src/own.rs", "// mine\n");
    let shorter = SPEC.split("  send:").next().unwrap();
    project.0.write("spec/demo/api.yaml", shorter);

    let check = project.run(&["generate", "--check"]);
    assert_eq!(check.code, 1, "{check:?}");
    assert!(project.path("docs/operations/send.md").exists());
    let fix = "run `cargo run --release -- generate`";
    assert!(check.err.contains(fix), "{check:?}");

    let ran = project.run(&["generate"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.err.contains("  Markdown  "), "{ran:?}");
    assert!(ran.err.contains(" removed"), "{ran:?}");
    assert!(!project.path("docs/operations/send.md").exists());
    assert!(project.path(PAGE).exists());
    assert!(project.path("src/own.rs").exists(), "not ours to remove");
    assert_eq!(project.run(&["generate", "--check"]).code, 0);
}

#[test]
fn a_stale_file_with_an_edit_is_kept() {
    let project = Project::generated();
    let page = "docs/operations/send.md";
    project.edit(page, "send", "sent");
    let shorter = SPEC.split("  send:").next().unwrap();
    project.0.write("spec/demo/api.yaml", shorter);
    assert_eq!(project.run(&["generate"]).code, 1);
    assert!(project.path(page).exists());
    assert_eq!(project.run(&["generate", "--force"]).code, 0);
    assert!(!project.path(page).exists());
}

#[test]
fn line_ends_of_windows_are_no_edit() {
    let project = Project::generated();
    for page in [PAGE, "src/generated/mod.rs", "generated.manifest"] {
        let text = project.read(page).replace('\n', "\r\n");
        fs::write(project.path(page), text).unwrap();
    }
    let check = project.run(&["generate", "--check"]);
    assert_eq!(check.code, 0, "{check:?}");
    let ran = project.run(&["generate"]);
    assert!(ran.err.starts_with("nothing changed: "), "{ran:?}");
}

#[test]
fn a_spec_with_errors_writes_nothing() {
    let project = Project::new();
    project
        .0
        .write("spec/demo/api.yaml", SPEC.replace("max_chars", "max_char"));
    let ran = project.run(&["generate"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    assert!(ran.err.contains("error[E0201]"), "{ran:?}");
    assert!(!project.path("").exists());
}

#[test]
fn lint_exits_with_what_it_found() {
    let project = Project::new();
    let clean = project.run(&["lint"]);
    assert_eq!((clean.code, clean.err.as_str()), (0, "no findings\n"));

    let spec = format!("{SPEC}types: {{ Lost: {{ fields: {{}} }} }}\n");
    project.0.write("spec/demo/api.yaml", spec);
    let warned = project.run(&["lint", "spec/demo"]);
    assert_eq!(warned.code, 0, "{warned:?}");
    assert!(warned.err.contains("warning[W0701]"), "{warned:?}");
    assert!(warned.err.contains("0 errors, 1 warning"), "{warned:?}");

    let spec = SPEC.replace("type: string", "type: strng");
    project.0.write("spec/demo/api.yaml", spec);
    let failed = project.run(&["lint"]);
    assert_eq!(failed.code, 1, "{failed:?}");
    assert!(failed.err.contains("2 errors, 0 warnings"), "{failed:?}");
}

#[test]
fn what_cannot_be_read_or_written_exits_with_3() {
    let project = Project::new();
    for arguments in [["lint", "missing"], ["generate", "missing"]] {
        let ran = project.run(&arguments);
        assert_eq!(ran.code, 3, "{ran:?}");
        assert!(ran.err.contains("there is no spec folder"), "{ran:?}");
    }
    project.0.write("file", "");
    let ran = project.run(&["generate", "--out", "file"]);
    assert_eq!(ran.code, 3, "{ran:?}");

    project.0.write("spec/other/api.yaml", SPEC);
    let ran = project.run(&["lint"]);
    assert_eq!(ran.code, 3, "{ran:?}");
    assert!(ran.err.contains("more than one spec"), "{ran:?}");
}

#[test]
fn of_several_specs_the_one_of_the_client_is_meant() {
    let project = Project::generated();
    let other = SPEC.replace("api: demo", "api: other");
    project.0.write("spec/other/api.yaml", other);
    let ran = project.run(&["generate", "--check"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.err.starts_with("up to date: "), "{ran:?}");
}

#[test]
fn explain_shows_an_example_of_a_code() {
    let project = Project::new();
    let known = project.run(&["explain", "E0402"]);
    assert_eq!(known.code, 0);
    insta::assert_snapshot!(known.out);

    let unknown = project.run(&["explain", "nonsense"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (1, ""));
    insta::assert_snapshot!(unknown.err, @"there is no code `nonsense`; `stipula explain` lists them");

    let list = project.run(&["explain"]);
    assert_eq!(list.code, 0);
    assert!(list.out.lines().count() >= 40, "{list:?}");
}

#[test]
fn wrong_usage_exits_with_2() {
    let project = Project::new();
    assert_eq!(project.run(&["genrate"]).code, 2);
    let both = project.run(&["generate", "--check", "--force"]);
    assert_eq!(both.code, 2, "{both:?}");
}

#[test]
fn a_new_folder_becomes_a_crate_that_is_its_users() {
    let project = Project::new();
    let first = project.run(&["generate"]);
    assert_eq!(first.code, 0, "{first:?}");
    let told = "a new crate in generated-client: `Cargo.toml`, `README.md`, `src/lib.rs` are yours from now on";
    assert!(first.err.contains(told), "{first:?}");
    let manifest = project.read("Cargo.toml");
    assert!(manifest.contains("name = \"demo\""), "{manifest}");
    // This command was built in a checkout, so the runtime is taken from there.
    assert!(manifest.contains("stipula = { path = \""), "{manifest}");

    // Whatever becomes of them, nobody asks.
    project.edit("README.md", "# demo", "# Ours");
    fs::remove_file(project.path("src/lib.rs")).unwrap();
    let second = project.run(&["generate"]);
    assert!(second.err.starts_with("nothing changed: "), "{second:?}");
    assert!(project.read("README.md").starts_with("# Ours"));
    assert!(!project.path("src/lib.rs").exists());
    let check = project.run(&["generate", "--check"]);
    assert_eq!(check.code, 0, "{check:?}");
    let runtime = project.run(&["generate", "--runtime", "runtime"]);
    let told = "has a crate already, so `--runtime` says nothing";
    assert!(runtime.err.contains(told), "{runtime:?}");
}

#[test]
fn what_a_folder_held_before_stays_and_is_told() {
    let project = Project::new();
    fs::create_dir_all(project.path("src")).unwrap();
    fs::write(project.path("src/lib.rs"), "// mine\n").unwrap();
    fs::write(project.path("notes.txt"), "mine").unwrap();
    let ran = project.run(&["generate"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    for told in [
        "a new crate in generated-client: `Cargo.toml`, `README.md` are yours from now on",
        "the folder held `notes.txt`, `src` before, which stays as it is",
        "`src/lib.rs` was there: let it say `mod generated;`",
    ] {
        assert!(ran.err.contains(told), "{ran:?}");
    }
    assert_eq!(project.read("src/lib.rs"), "// mine\n");
}

#[test]
fn a_crate_that_is_there_is_not_touched() {
    let project = Project::new();
    fs::create_dir_all(project.path("")).unwrap();
    fs::write(project.path("Cargo.toml"), "# mine\n").unwrap();
    let ran = project.run(&["generate"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(!ran.err.contains("a new crate"), "{ran:?}");
    assert_eq!(project.read("Cargo.toml"), "# mine\n");
    assert!(!project.path("README.md").exists());
}

#[test]
fn a_new_crate_takes_the_runtime_that_it_is_told() {
    let project = Project::new();
    let wrong = project.run(&["generate", "--runtime", "here"]);
    assert_eq!(wrong.code, 3, "{wrong:?}");
    let told = "here is no runtime: it has no `Cargo.toml` of the package `stipula`";
    assert!(wrong.err.contains(told), "{wrong:?}");
    assert!(!project.path("").exists());
    project
        .0
        .write("here/Cargo.toml", "[package]\nname = \"stipula\"\n");
    let ran = project.run(&["generate", "--runtime", "here"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let manifest = project.read("Cargo.toml");
    assert!(
        manifest.contains("stipula = { path = \"../here\" }"),
        "{manifest}"
    );
}

#[test]
fn a_crate_cannot_be_called_as_one_that_it_depends_on() {
    let project = Project::new();
    project.0.write(
        "spec/demo/api.yaml",
        SPEC.replace("title: Demo", "crate: serde"),
    );
    let ran = project.run(&["lint"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let told = "error[E0314]: the crate would be `serde`, as one that it depends on";
    assert!(ran.err.contains(told), "{ran:?}");
}
