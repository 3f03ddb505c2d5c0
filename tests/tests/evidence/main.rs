//! The facts of the flagship's pages, and the spec held against them.

mod transcription;

use std::path::Path;

use insta::assert_snapshot;
use stipula_evidence::{Options, inspect};
use stipula_facts::Verdict;

/// The folder of the spec.
fn spec() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/alipayhk-ipass")
}

/// From the facts that are kept: nothing differs that no quirk explains, every paragraph was read,
/// and no waiver is left over.
#[test]
fn the_spec_has_no_unexplained_difference() {
    let found = inspect(&spec(), &Options::default()).expect("spec and facts can be read");
    let report = &found.report;
    assert!(report.findings.is_empty(), "{:#?}", report.findings);
    assert!(report.stale.is_empty(), "{:#?}", report.stale);
    assert_snapshot!(report.coverage.line());
}

/// What the captures lost, as it is listed.
#[test]
fn gaps_are_listed() {
    let found = inspect(&spec(), &Options::default()).expect("spec and facts can be read");
    let lines: Vec<String> = found
        .report
        .gaps
        .iter()
        .map(|gap| format!("{}: {}", gap.at, gap.message))
        .collect();
    assert_snapshot!(lines.join("\n"));
}

/// A claim that nobody can verify says so in its own words: its page was not captured, or the
/// capture lost it.
#[test]
fn what_cannot_be_verified_is_listed() {
    let found = inspect(&spec(), &Options::default()).expect("spec and facts can be read");
    let records = found.report.records.iter();
    let lines: Vec<String> = records
        .filter(|it| it.verdict == Verdict::Unverifiable)
        .map(|it| format!("{} {} {}", it.at, it.kind.name(), it.value))
        .collect();
    assert_snapshot!(lines.join("\n"));
}
