//! Random pairs of specs: what changes a verdict is a change that needs a release, and what is said
//! otherwise is none.
//!
//! `CHANGES_PAIRS` says how many of each (a slice without it), `CHANGES_SEED` where to begin.

#![allow(clippy::print_stdout, reason = "counts for whoever runs it")]

mod consumers;
mod mutate;
mod neutral;
mod semver;
mod verdicts;

use std::{collections::BTreeMap, env};

use fastrand::Rng;
use serde_json::Value;
use stipula_generator::{
    Model,
    change::{
        Known, compare,
        rows::{Bump, Change},
    },
};
use stipula_tests::maker;

fn number(name: &str, otherwise: u64) -> u64 {
    let given = env::var(name).ok();
    given.and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

/// A spec without errors.
fn known(spec: &Value) -> Option<Known> {
    let known = Known::of_texts("", &[("api.yaml", &spec.to_string())]);
    known.model().is_some().then_some(known)
}

/// A random spec, with itself as JSON.
fn random(seed: u64) -> Option<(Value, Known)> {
    let spec: Value = serde_json::from_str(&maker::spec(seed)).expect("it is JSON");
    let known = known(&spec)?;
    Some((spec, known))
}

/// Pairs of a spec and what another function makes of it, with their seeds.
fn pairs(make: fn(&mut Value, &mut Rng) -> Option<String>) -> impl Iterator<Item = Pair> {
    let wanted = usize::try_from(number("CHANGES_PAIRS", 60)).unwrap_or(0);
    let seeds = number("CHANGES_SEED", 0)..;
    let made = seeds.filter_map(move |seed| {
        let (spec, _) = random(seed)?;
        let mut random = Rng::with_seed(seed);
        // Most changes of one place are no good spec, so that some are tried.
        (0..20).find_map(|_| {
            let mut changed = spec.clone();
            let what = make(&mut changed, &mut random)?;
            // By their texts: the order of keys is none of the values.
            let (was, is) = (spec.to_string(), changed.to_string());
            let new = known(&changed).filter(|_| was != is)?;
            Some(Pair {
                what: format!("seed {seed}: {what}"),
                old: known(&spec)?,
                new,
            })
        })
    });
    made.take(wanted)
}

struct Pair {
    what: String,
    old: Known,
    new: Known,
}

fn model(it: &Known) -> &Model {
    it.model().expect("a spec without errors has a model")
}

fn told(changes: &[Change]) -> Vec<String> {
    let all = changes.iter();
    all.map(|it| {
        format!(
            "{} {} {} ({:?} -> {:?})",
            it.row.id(),
            it.place,
            it.what,
            it.old,
            it.new
        )
    })
    .collect()
}

#[test]
fn what_changes_a_verdict_needs_a_release() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for pair in pairs(mutate::mutate) {
        let found = compare(&pair.old, &pair.new);
        let bump = found.release().bump;
        let shown = verdicts::differ(&model(&pair.old).api, &model(&pair.new).api);
        let is_same = model(&pair.old).api == model(&pair.new).api;
        let class = match (&shown, found.changes.is_empty()) {
            (Some(_), _) => "a verdict changed",
            (None, false) => "no verdict changed",
            (None, true) => "nothing changed",
        };
        *counts.entry(class).or_default() += 1;
        if let Some(body) = shown.filter(|_| bump < Bump::Minor) {
            wrong.push(format!(
                "{}: {body}\n    told: {:?}",
                pair.what,
                told(&found.changes)
            ));
        }
        if is_same && !found.changes.is_empty() {
            wrong.push(format!(
                "{}: the contracts are equal\n    told: {:?}",
                pair.what,
                told(&found.changes)
            ));
        }
        let back = compare(&pair.new, &pair.old);
        if found.changes.is_empty() != back.changes.is_empty() {
            wrong.push(format!(
                "{}: a change in one direction only\n    told: {:?} and {:?}",
                pair.what,
                told(&found.changes),
                told(&back.changes)
            ));
        }
    }
    println!("{counts:?}");
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_is_said_otherwise_is_no_change() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for pair in pairs(neutral::rewrite) {
        count += 1;
        let found = compare(&pair.old, &pair.new);
        if !found.changes.is_empty() {
            wrong.push(format!(
                "{}\n    told: {:?}",
                pair.what,
                told(&found.changes)
            ));
        }
    }
    println!("{count} pairs");
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
