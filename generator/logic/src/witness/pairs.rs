//! For each part of each condition, two bodies that differ in that part only and get different
//! verdicts: the evidence that the part matters.

use serde_json::Value as Any;

use super::{Witness, base, breaking::realized, draft::Maker, spot};
use crate::{
    cases::{Case, Space, Test},
    values::holds,
};
use stipula_contract::{Api, Found, Operation, english};

/// Two bodies that differ in one part of a rule's condition.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Pair {
    /// Id of the rule.
    pub rule: String,
    /// The part in English, such as "`kind` is `A`".
    pub part: String,
    /// A body that breaks the rule and one that does not; nothing when the part cannot be changed
    /// alone, as in `present(a) and a == 1`.
    pub bodies: Option<(Witness, Witness)>,
}

/// A pair for every part of every condition of the operation, in order.
pub fn pairs(api: &Api, operation: &Operation) -> Vec<Pair> {
    let maker = Maker::new(api, operation);
    let conditional = |rule: &&Found<'_>| rule.rule.value().is_none();
    let rules = maker.rules.iter().filter(conditional);
    rules.flat_map(|rule| of_rule(&maker, rule)).collect()
}

fn of_rule(maker: &Maker<'_>, rule: &Found<'_>) -> Vec<Pair> {
    let Some(broken) = rule.rule.broken(rule.object) else {
        return Vec::new();
    };
    let parts = parts(rule);
    let parts: Vec<&Test> = parts.iter().collect();
    let pair = |at: usize| Pair {
        rule: rule.rule.id.clone(),
        part: english(parts[at]),
        bodies: bodies(maker, rule, &broken, &parts, at),
    };
    (0..parts.len()).map(pair).collect()
}

/// The parts of a rule's condition as it is written, each once. That a demand waits for what it
/// compares is no part of it.
fn parts(rule: &Found<'_>) -> Vec<Test> {
    let mut found = Vec::new();
    for leaf in rule.rule.conditions().flat_map(|it| it.cond.leaves()) {
        if !found.contains(&leaf) {
            found.push(leaf);
        }
    }
    found.into_iter().map(Test::from).collect()
}

fn bodies(
    maker: &Maker<'_>,
    rule: &Found<'_>,
    broken: &Test,
    parts: &[&Test],
    at: usize,
) -> Option<(Witness, Witness)> {
    let space = Space::of(&maker.api.types, &[broken])?;
    let truths =
        |case: &Case<'_>| -> Vec<bool> { parts.iter().map(|part| holds(part, case)).collect() };
    let cases: Vec<(Case<'_>, Vec<bool>, bool)> = space
        .cases()
        .map(|case| (case.clone(), truths(&case), holds(broken, &case)))
        .collect();
    let differ_there = |a: &[bool], b: &[bool]| {
        let differs = |index: usize| a[index] != b[index];
        (0..a.len()).all(|index| differs(index) == (index == at))
    };
    let ways = spot::ways(maker.api, maker.operation.request, rule.owner);
    for (bad, of_bad, _) in cases.iter().filter(|(.., is_broken)| *is_broken) {
        for (good, of_good, _) in cases.iter().filter(|(.., is_broken)| !is_broken) {
            if !differ_there(of_bad, of_good) {
                continue;
            }
            for way in &ways {
                for start in base::starts(maker, None) {
                    let Some((first, spot)) = realized(&start, way, rule, &bad.assigned(|_| true))
                    else {
                        continue;
                    };
                    let mut second = first.clone();
                    let assigned = good.assigned(|_| true);
                    second.free(&assigned, &spot);
                    second.take(&assigned, &spot, true);
                    let (first, second) = (first.into_witness(), second.into_witness());
                    if breaks(maker, rule, &first) && !breaks(maker, rule, &second) {
                        return Some((first, second));
                    }
                }
            }
        }
    }
    None
}

fn breaks(maker: &Maker<'_>, rule: &Found<'_>, witness: &Witness) -> bool {
    let judged = witness.judged(maker.api, maker.operation);
    // A body that cannot be read shows nothing.
    let is_read = matches!(witness.body, Any::Object(_));
    is_read && judged.iter().any(|it| it.rule == rule.rule.id)
}
