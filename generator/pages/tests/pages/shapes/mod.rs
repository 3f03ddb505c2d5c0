//! Pages of many shapes: every member stands where the page has it, and nothing else is read as one.

use std::collections::{BTreeMap, BTreeSet};

use stipula_facts::{Fact, Kind};

mod boxes;
mod markup;
mod tables;

/// Pages that are HTML.
pub(crate) const HTML: [&str; 11] = [
    PARAMS,
    DISCLOSURES,
    TABS,
    PILLS,
    FIELDS,
    COLUMNS,
    ROWS,
    WIKI,
    FOLDED,
    DOCUMENT,
    TERMS,
];

const PARAMS: &str = include_str!("../html/shapes/params.html");
const DISCLOSURES: &str = include_str!("../html/shapes/disclosures.html");
const TABS: &str = include_str!("../html/shapes/tabs.html");
const PILLS: &str = include_str!("../html/shapes/pills.html");
const FIELDS: &str = include_str!("../html/shapes/fields.html");
const COLUMNS: &str = include_str!("../html/shapes/columns.html");
const ROWS: &str = include_str!("../html/shapes/rows.html");
const WIKI: &str = include_str!("../html/shapes/wiki.html");
const FOLDED: &str = include_str!("../html/shapes/folded.html");
const DOCUMENT: &str = include_str!("../html/shapes/document.html");
const TERMS: &str = include_str!("../html/shapes/terms.html");
const PLAIN: &str = include_str!("../html/shapes/plain.md");

fn facts(text: &str) -> Vec<Fact> {
    stipula_pages::read("page", text).expect("a page").facts
}

/// `place type requirement` of each member; `-` is what the page does not say.
fn members(facts: &[Fact]) -> BTreeSet<String> {
    let mut found: BTreeMap<&str, (String, String)> = BTreeMap::new();
    let is_operation =
        |it: &Fact| it.at.matches('/').count() == 1 && it.at.starts_with("operations/");
    for fact in facts
        .iter()
        .filter(|it| it.kind == Kind::Field && !is_operation(it))
    {
        found.insert(&fact.at, ("-".to_owned(), "-".to_owned()));
    }
    for fact in facts {
        let Some(member) = found.get_mut(fact.at.as_str()) else {
            continue;
        };
        let value = fact.value.as_str().unwrap_or_default().to_owned();
        match fact.kind {
            Kind::Type => member.0 = value,
            Kind::Need => member.1 = value,
            _ => {}
        }
    }
    let shown = found.into_iter();
    shown
        .map(|(at, (of, need))| format!("{at}: {of}, {need}"))
        .collect()
}

/// A table of members as people write it: an operation, then its members.
fn truth(table: &str) -> BTreeSet<String> {
    let mut operation = "";
    let mut found = BTreeSet::new();
    for line in table.lines().map(str::trim).filter(|it| !it.is_empty()) {
        if let Some(name) = line.strip_prefix("# ") {
            operation = name;
            continue;
        }
        found.insert(format!("operations/{operation}/{line}"));
    }
    found
}

/// What the capture lost, as the page has it.
fn gaps(facts: &[Fact]) -> BTreeSet<String> {
    let gaps = facts.iter().filter(|it| it.kind == Kind::Gap);
    gaps.map(|it| format!("{} {}, line {}", it.at, it.value, it.line))
        .collect()
}

/// Codes, endpoints, defaults and values.
fn others(facts: &[Fact]) -> BTreeSet<String> {
    let kinds = [Kind::Code, Kind::Endpoint, Kind::Default, Kind::Value];
    let found = facts.iter().filter(|it| kinds.contains(&it.kind));
    let shown = found.map(|it| {
        format!(
            "{} {} {}",
            it.at,
            it.kind.name(),
            it.value.as_str().unwrap_or_default()
        )
    });
    shown.collect()
}

fn check(page: &str, table: &str, lost: &[&str], said: &str) {
    let facts = facts(page);
    let (found, truth) = (members(&facts), truth(table));
    let missing: Vec<_> = truth.difference(&found).collect();
    let wrong: Vec<_> = found.difference(&truth).collect();
    assert!(
        missing.is_empty() && wrong.is_empty(),
        "missing {missing:#?}\nwrong {wrong:#?}"
    );
    let lost: BTreeSet<String> = lost.iter().map(|it| (*it).to_owned()).collect();
    assert_eq!(gaps(&facts), lost);
    let others = others(&facts);
    for line in said.lines().map(str::trim).filter(|it| !it.is_empty()) {
        assert!(others.contains(line), "{line}\n{others:#?}");
    }
    assert!(truth.len() > 11, "{}", truth.len());
}
