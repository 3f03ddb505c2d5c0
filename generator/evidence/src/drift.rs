//! What a new capture says beside the facts that are kept.

use std::collections::BTreeMap;
use stipula_facts::{Fact, Kind};

use serde_json::Value;

use stipula_spec::raw::RawSpec;

use super::{Finding, Seen, Topic, kept::facts_of, report::seen, told};

/// A page of which no facts are kept yet.
pub(super) fn first_time(source: &str) -> Finding {
    Finding {
        topic: Topic::OutOfDate,
        at: facts_of(source),
        kind: None,
        ours: None,
        span: None,
        seen: Vec::new(),
        message: "no facts of this page are kept yet".to_owned(),
        help: "read its capture and keep them: `--captures FOLDER --write`".to_owned(),
    }
}

/// Kept facts that say what the page says, but not as they were written.
pub(super) fn edited(source: &str, old: &[Fact], new: &[Fact]) -> Option<Finding> {
    let without_lines = |facts: &[Fact]| -> Vec<Fact> {
        let lines = facts.iter().cloned();
        lines.map(|it| Fact { line: 0, ..it }).collect()
    };
    let same = without_lines(old) == without_lines(new);
    (!same).then(|| Finding {
        message: "the file is not what this check would write".to_owned(),
        help: "run `stipula docs-check --captures FOLDER --write`".to_owned(),
        ..first_time(source)
    })
}

/// Where a fact stands and what it is about.
type Key<'a> = (&'a str, Kind);

/// Every fact that came, went or changed. Lines do not count.
pub(super) fn changes(spec: &RawSpec, old: &[Fact], new: &[Fact]) -> Vec<Finding> {
    let gone = missing(old, new);
    let mut came: BTreeMap<Key<'_>, Vec<&Fact>> = BTreeMap::new();
    for fact in missing(new, old) {
        came.entry((&fact.at, fact.kind)).or_default().push(fact);
    }
    let mut found = Vec::new();
    for fact in gone {
        let key = (fact.at.as_str(), fact.kind);
        let next = came.get_mut(&key).and_then(Vec::pop);
        found.push(change(spec, Some(fact), next));
    }
    for fact in came.into_values().flatten() {
        found.push(change(spec, None, Some(fact)));
    }
    found.sort_by(|a, b| (place_of(a), a.kind).cmp(&(place_of(b), b.kind)));
    found
}

fn place_of(finding: &Finding) -> (usize, &str) {
    (finding.seen.first().map_or(0, |it| it.line), &finding.at)
}

/// Facts of the first list that the second does not have.
fn missing<'a>(of: &'a [Fact], among: &[Fact]) -> Vec<&'a Fact> {
    let same = |a: &Fact, b: &Fact| {
        (&a.at, a.kind, &a.value) == (&b.at, b.kind, &b.value)
            && (!a.kind.is_prose() || a.digest == b.digest)
    };
    of.iter()
        .filter(|fact| !among.iter().any(|it| same(fact, it)))
        .collect()
}

fn change(spec: &RawSpec, old: Option<&Fact>, new: Option<&Fact>) -> Finding {
    let fact = new.or(old);
    let (at, kind) = fact.map_or(("", Kind::Paragraph), |it| (it.at.as_str(), it.kind));
    let what = kind.name();
    let message = match (old, new) {
        (Some(_), Some(_)) if kind.is_prose() => {
            let article = if what.starts_with('e') { "an" } else { "a" };
            format!("the words of {article} {what} changed")
        }
        (Some(old), Some(new)) => {
            format!("`{what}` was {}, and is {}", shown(old), shown(new))
        }
        (None, Some(new)) => format!("the page has a new `{what}`{}", with(new)),
        (Some(old), None) => format!("the page lost its `{what}`{}", with(old)),
        (None, None) => String::new(),
    };
    Finding::of_page(
        Topic::PageChanged,
        at,
        (kind, seen_of(spec, old, new)),
        message,
        "read the page, mend the spec, then keep the new facts with `--write`",
    )
}

/// The line of a capture that is gone is of no use to anybody.
fn seen_of(spec: &RawSpec, old: Option<&Fact>, new: Option<&Fact>) -> Vec<Seen> {
    match (old, new) {
        (_, Some(new)) => vec![seen(spec, new)],
        (Some(old), None) => vec![Seen {
            line: 0,
            ..seen(spec, old)
        }],
        (None, None) => Vec::new(),
    }
}

fn shown(fact: &Fact) -> String {
    told(&fact.value)
}

fn with(fact: &Fact) -> String {
    match &fact.value {
        Value::Null => String::new(),
        value => format!(": {}", told(value)),
    }
}
