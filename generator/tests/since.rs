//! `generate --check` begins with what changed in the spec since its last commit.

mod command;
mod git;
mod scratch;

use std::fs;

use command::stipula;
use git::git;
use scratch::Scratch;

const SPEC: &str = "\
api: demo
operations:
  send:
    post: /send
    request:
      name: { type: string, max_chars: 8, doc: A name. }
";

struct Project(Scratch);

impl Project {
    /// A spec that is committed, with its client.
    fn committed() -> Self {
        let folder = Scratch::new();
        folder.write("spec/api.yaml", SPEC);
        let project = Self(folder);
        project.run(&["generate"]);
        project.git(&["init", "-q"]);
        project.git(&["add", "."]);
        project.git(&["commit", "-qm", "one"]);
        project
    }

    fn run(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let ran = stipula(self.0.path(), arguments);
        (ran.status.code(), String::from_utf8(ran.stderr).unwrap())
    }

    fn git(&self, arguments: &[&str]) {
        git(self.0.path(), arguments);
    }
}

const FIX: &str =
    "out of date; run `cargo run --release -- generate`; `--check --diff` shows the texts\n";

#[test]
fn a_change_of_the_spec_comes_first_and_counts_of_outputs_last() {
    let project = Project::committed();
    assert_eq!(project.run(&["generate", "--check"]).0, Some(0));
    project.0.write(
        "spec/api.yaml",
        SPEC.replace("max_chars: 8", "max_chars: 6"),
    );
    let (code, said) = project.run(&["generate", "--check"]);
    assert_eq!(code, Some(1));
    assert_eq!(
        said,
        format!(
            "since the last commit, 1 change needs a minor release; calls of deployed clients go wrong in some cases:\n  \
             minor, soon: send.request.name has max_chars 6, and had 8\n  \
             client    1 changed\n  site      5 changed\n  Markdown  1 changed\n  OpenAPI   2 changed\n{FIX}"
        )
    );
    project.run(&["generate"]);
    let (code, said) = project.run(&["generate", "--check"]);
    assert_eq!(code, Some(0));
    assert!(
        said.starts_with("since the last commit, 1 change needs a minor release"),
        "{said}"
    );
    assert!(said.contains("\nup to date: "), "{said}");
    project.git(&["commit", "-qam", "two"]);
    let (_, said) = project.run(&["generate", "--check"]);
    assert!(said.starts_with("up to date: "), "{said}");
}

#[test]
fn outputs_that_change_without_the_spec_are_of_the_generator() {
    let project = Project::committed();
    // As an older generator would have left it: with an item more.
    let file = project
        .0
        .path()
        .join("generated-client/src/generated/api.rs");
    let old = fs::read_to_string(&file).unwrap();
    let text = format!("{old}\npub static OLD: u8 = 1;\n");
    fs::write(&file, &text).unwrap();
    let manifest = project.0.path().join("generated-client/generated.manifest");
    let sums = fs::read_to_string(&manifest).unwrap();
    let sums = sums.replace(
        &stipula_generator::contract::checksum(&old),
        &stipula_generator::contract::checksum(&text),
    );
    fs::write(&manifest, sums).unwrap();
    let (code, said) = project.run(&["generate", "--check"]);
    assert_eq!(code, Some(1));
    assert_eq!(
        said,
        format!(
            "since the last commit, 1 change needs a major release:\n  \
             major: demo has the same spec, and the generator no longer writes `generated/api.rs: pub static OLD: u8 = 1`\n  \
             client    1 changed\n{FIX}"
        )
    );
}

#[test]
fn without_an_older_text_nothing_is_said_of_the_spec() {
    let folder = Scratch::new();
    folder.write("spec/api.yaml", SPEC);
    let project = Project(folder);
    let (code, said) = project.run(&["generate", "--check"]);
    assert_eq!(code, Some(1));
    let first = "git has no older text of the spec, so nothing is said of what changed in it\n";
    assert!(said.starts_with(first), "{said}");
}
