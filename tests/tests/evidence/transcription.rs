//! Facts beside what a person read off the same pages, without seeing the program.

use std::{collections::BTreeSet, fs, path::Path};

use insta::assert_snapshot;
use serde_json::Value;
use stipula_facts::Fact;
use stipula_facts::Kind;

const PAGES: [&str; 4] = [
    "create-template",
    "create-pass",
    "query-template",
    "movie-ticket",
];

/// A fact without line and confidence. Of a message only the digest is kept.
type Said = (String, String, String);

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn by_hand(page: &str) -> BTreeSet<Said> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("transcription");
    let text = read(&path.join(format!("{page}.jsonl")));
    let lines = text.lines().map(|line| {
        let it: Value = serde_json::from_str(line).expect("a line of JSON");
        let text = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
        let said = match it.get("digest") {
            Some(digest) => digest.to_string(),
            None => it["value"].to_string(),
        };
        (text("at"), text("kind"), said)
    });
    lines.collect()
}

fn by_program(page: &str) -> BTreeSet<Said> {
    let text = read(&super::spec().join(format!("facts/{page}.jsonl")));
    let facts = stipula_facts::from_lines::<Fact>(&text).expect("lines of facts");
    let wanted = |fact: &&Fact| !matches!(fact.kind, Kind::Paragraph | Kind::Contradiction);
    let said = facts.iter().filter(wanted).map(|fact| {
        let said = match fact.kind {
            Kind::Message => Value::from(fact.digest.clone()).to_string(),
            _ => fact.value.to_string(),
        };
        (fact.at.clone(), fact.kind.name(), said)
    });
    said.collect()
}

/// Nothing false, nothing lost but what is listed here.
#[test]
fn facts_are_what_a_person_reads() {
    let mut lines = Vec::new();
    let (mut all, mut both) = (0, 0);
    for page in PAGES {
        let (hand, program) = (by_hand(page), by_program(page));
        all += hand.len();
        both += hand.intersection(&program).count();
        let extra: Vec<&Said> = program.difference(&hand).collect();
        assert!(extra.is_empty(), "{page}: nobody else reads {extra:#?}");
        for (at, kind, said) in hand.difference(&program) {
            lines.push(format!("{page}: {at} {kind} {said}"));
        }
    }
    lines.push(format!("{both} of {all}"));
    assert_snapshot!(lines.join("\n"));
}

/// Figures by kind, for a reader who wants to know what "facts" are.
#[test]
fn facts_by_kind() {
    let mut lines = Vec::new();
    for kind in Kind::ALL {
        let name = kind.name();
        let count = |page: &&str| by_program(page).iter().filter(|it| it.1 == name).count();
        let counts = PAGES.each_ref().map(count);
        if counts.iter().any(|it| *it > 0) {
            let total: usize = counts.iter().sum();
            lines.push(format!("{name:15} {counts:>4?} {total:>5}"));
        }
    }
    assert_snapshot!(lines.join("\n"));
}
