//! What `cargo-semver-checks` says of the clients of pairs, beside what the table says of code that calls
//! them.
//!
//! It reads signatures, so that it cannot know what another message does to a server. What it finds has to
//! be a break here as well; what it does not see is listed.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use stipula_emit::Manifest;
use stipula_generator::change::Known;
use stipula_tests::compiled;

use super::consumers::{BASE, Case, cases};

/// How many pairs of each kind are asked.
const BREAKING: usize = 14;
const COMPATIBLE: usize = 8;

#[test]
#[ignore = "needs cargo-semver-checks: .ci/semver"]
fn breaks_that_signatures_show_are_breaks_of_the_table() {
    let tool = env::var_os("SEMVER_CHECKS").expect("`SEMVER_CHECKS` names the command");
    let (base, cases) = cases();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("semver");
    let base = described(&folder, "base", &base);
    let mut wrong = Vec::new();
    println!("| rows | the table: calls | cargo-semver-checks |\n| --- | --- | --- |");
    for case in asked(&cases, true, BREAKING).chain(asked(&cases, false, COMPATIBLE)) {
        let client = described(&folder, &case.name, &case.client);
        let verdict = verdict(Path::new(&tool), &base, &client);
        let rows: Vec<&str> = case.rows.iter().map(|it| it.id()).collect();
        let ours = if case.breaks { "break" } else { "compile" };
        println!("| {} | {ours} | {} |", rows.join(", "), verdict.shown());
        if verdict.breaks && !case.breaks {
            wrong.push(format!("{rows:?}: {}", verdict.said));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Some of those that break, or that do not, from all over the table.
fn asked(cases: &[Case], breaks: bool, count: usize) -> impl Iterator<Item = &Case> {
    let all: Vec<&Case> = cases.iter().filter(|it| it.breaks == breaks).collect();
    assert!(all.len() >= count, "{} pairs", all.len());
    let step = all.len() / count;
    all.into_iter().step_by(step).take(count)
}

/// Writes a crate with a client, and returns the file in which rustdoc describes it.
fn described(folder: &Path, name: &str, client: &str) -> PathBuf {
    let model = Known::of_texts("", &[("api.yaml", BASE)]);
    let manifest = Manifest::new("consumers", &compiled::runtime())
        .client(model.model().expect("a spec without errors"));
    let at = folder.join("crate");
    compiled::alone(&at, &manifest);
    compiled::put(&at, "src/client.rs", client);
    compiled::put(&at, "src/lib.rs", "#![allow(warnings)]\npub mod client;\n");
    // Only a nightly compiler writes JSON unasked.
    let output = Command::new(env!("CARGO"))
        .args(["rustdoc", "--offline", "--lib", "--no-default-features"])
        .args(["--features", "client", "--target-dir"])
        .arg(folder.join("target"))
        .args(["--", "-Z", "unstable-options", "--output-format", "json"])
        .env("RUSTC_BOOTSTRAP", "1")
        .current_dir(&at)
        .output()
        .expect("cargo runs");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {told}");
    let described = folder.join(format!("{name}.json"));
    fs::copy(folder.join("target/doc/consumers.json"), &described).expect("rustdoc wrote it");
    described
}

struct Verdict {
    breaks: bool,
    /// Names of what it found.
    lints: Vec<String>,
    said: String,
}

impl Verdict {
    fn shown(&self) -> String {
        match (self.breaks, self.lints.is_empty()) {
            (_, true) => "nothing".to_owned(),
            (true, false) => format!("major: {}", self.lints.join(", ")),
            (false, false) => format!("minor: {}", self.lints.join(", ")),
        }
    }
}

fn verdict(tool: &Path, old: &Path, new: &Path) -> Verdict {
    let output = Command::new(tool)
        .args([
            "semver-checks",
            "--release-type",
            "patch",
            "--color",
            "never",
        ])
        .arg("--baseline-rustdoc")
        .arg(old)
        .arg("--current-rustdoc")
        .arg(new)
        .output()
        .expect("the command runs");
    let texts = [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
    let said = texts.concat();
    let is_verdict = said.contains("Summary");
    assert!(is_verdict, "no verdict of {}: {said}", new.display());
    let lints = said.lines().filter_map(|line| {
        let named = line.trim().strip_prefix("--- failure ")?;
        Some(named.split(':').next()?.to_owned())
    });
    Verdict {
        breaks: said.contains("requires new major"),
        lints: lints.collect(),
        said: said.clone(),
    }
}
