//! Places of which the kept facts of pages are not those of the other side.

use std::collections::{BTreeMap, BTreeSet};

use stipula_facts::{Fact, Kind};
use stipula_spec::link::Linker;

use super::Known;

/// Where a page speaks of something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLine {
    /// Id of the source.
    pub source: String,
    /// Place of the page.
    pub at: String,
    /// Line of the capture, where that is known.
    pub line: Option<usize>,
}

/// What a fact says, without where it stands in the capture.
type Told<'a> = (&'a str, &'a str, Kind, String);

fn told(it: &Fact) -> Told<'_> {
    // Of prose only its digest is kept.
    let value = if it.value.is_null() {
        it.digest.clone()
    } else {
        it.value.to_string()
    };
    (&it.source, &it.at, it.kind, value)
}

/// The places of both sides of which pages say something else, or nothing any more.
pub(super) fn places(old: &Known, new: &Known) -> (BTreeSet<String>, BTreeSet<String>) {
    let (was, is): (BTreeSet<_>, BTreeSet<_>) = (
        old.facts.iter().map(told).collect(),
        new.facts.iter().map(told).collect(),
    );
    // Who keeps no facts on one side says nothing of what moved.
    if was.is_empty() || is.is_empty() {
        return Default::default();
    }
    let gone = old.facts.iter().filter(|it| !is.contains(&told(it)));
    let come = new.facts.iter().filter(|it| !was.contains(&told(it)));
    let moved: Vec<&Fact> = gone.chain(come).collect();
    (linked(old, &moved), linked(new, &moved))
}

/// The places of a spec that facts speak of.
fn linked(spec: &Known, facts: &[&Fact]) -> BTreeSet<String> {
    let linkers = linkers(spec);
    let places = facts.iter().filter_map(|it| place(&linkers, it));
    places.collect()
}

fn linkers(spec: &Known) -> BTreeMap<&str, Linker<'_>> {
    let sources = spec.raw.sources.iter();
    sources
        .map(|it| (it.id.value.as_str(), Linker::new(&spec.raw, it)))
        .collect()
}

/// The place of a fact; of a value with it.
fn place(linkers: &BTreeMap<&str, Linker<'_>>, it: &Fact) -> Option<String> {
    let place = linkers.get(it.source.as_str())?.place(&it.at, it.kind)?;
    match (it.kind, it.value.as_str()) {
        (Kind::Value | Kind::Key, Some(value)) => Some(format!("{place}.{value}")),
        _ => Some(place),
    }
}

/// Where pages speak of each place: one line for each page.
pub(super) fn pages(spec: &Known) -> BTreeMap<String, Vec<PageLine>> {
    let linkers = linkers(spec);
    let mut found: BTreeMap<String, Vec<PageLine>> = BTreeMap::new();
    for fact in &spec.facts {
        let Some(place) = place(&linkers, fact) else {
            continue;
        };
        let here = found.entry(place).or_default();
        if here.iter().all(|it| it.source != fact.source) {
            here.push(PageLine {
                source: fact.source.clone(),
                at: fact.at.clone(),
                line: Some(fact.line).filter(|it| *it > 0),
            });
        }
    }
    found
}
