//! Judges that share no code give the same verdict on random bodies, rule by rule and place by
//! place.
//!
//! A slice of the bodies is judged here; `.ci/judges` judges all of them.

mod faults;
mod features;
mod files;
mod known;
mod outside;
mod schema;

use std::collections::BTreeSet;

use stipula_logic::judge::judge;
use stipula_logic::witness;
use stipula_tests::{
    Told,
    agreement::{client_and_evaluator, shrunk},
    bodies::{Case, Maker},
    flagship, readable,
};

/// Bodies of each operation that are judged at every `cargo test`.
const SLICE: u64 = 2_000;

/// Fails with the smallest body about which two judges differ, for each operation.
fn agree(maker: &Maker<'_>, differs: impl Fn(&Case) -> Option<String>) -> Option<String> {
    let found = (0..SLICE)
        .map(|seed| maker.case(seed))
        .find(|it| differs(it).is_some())?;
    let case = shrunk(&found, |it| differs(it).is_some());
    let why = differs(&case).unwrap_or_default();
    let operation = &maker.operation().name;
    Some(format!(
        "{operation}, seed {}, {:?}: {why}\n{}",
        case.seed, case.context, case.body
    ))
}

#[test]
fn client_and_evaluator_agree() {
    let api = flagship::model();
    let wrong = api.operations.iter().filter_map(|operation| {
        let maker = Maker::new(&api, operation);
        agree(&maker, |case| client_and_evaluator(&api, operation, case))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn evaluator_and_schema_agree() {
    let api = flagship::model();
    let document = schema::document(&api);
    let wrong = api.operations.iter().filter_map(|operation| {
        let judge = schema::Judge::new(&api, operation, &document);
        agree(&Maker::new(&api, operation), |case| judge.differs(case))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Bodies that are all good, or all unreadable, would prove nothing.
#[test]
fn bodies_are_of_every_sort() {
    let api = flagship::model();
    for operation in &api.operations {
        let maker = Maker::new(&api, operation);
        let (mut good, mut broken, mut unreadable) = (0, 0, 0);
        let mut seen = BTreeSet::new();
        for seed in 0..SLICE {
            let case = maker.case(seed);
            let found = judge(&api, operation, &case.body, &case.context);
            let rules = Told::by_rules(&found);
            match (readable(&found), rules.is_empty()) {
                (true, true) => good += 1,
                (true, false) => broken += 1,
                (false, _) => unreadable += 1,
            }
            seen.extend(rules.into_iter().map(|it| it.rule));
        }
        let rules = witness::rules(&api, operation);
        let unseen: Vec<&String> = rules.iter().filter(|it| !seen.contains(*it)).collect();
        let few = SLICE / 20;
        assert!(
            good > few && broken > few && unreadable > few,
            "{}: {good} good, {broken} broken, {unreadable} unreadable",
            operation.name
        );
        assert!(
            unseen.len() * 10 <= rules.len(),
            "{}: {unseen:?}",
            operation.name
        );
    }
}
