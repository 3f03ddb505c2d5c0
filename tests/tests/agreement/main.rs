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

use stipula_logic::witness;
use stipula_tests::{
    agreement::{Sorts, client_and_evaluator, differing},
    bodies::Maker,
    flagship,
};

/// Bodies of each operation that are judged at every `cargo test`.
const SLICE: u64 = 2_000;

#[test]
fn client_and_evaluator_agree() {
    let api = flagship::model();
    let wrong = api.operations.iter().filter_map(|operation| {
        let maker = Maker::new(&api, operation);
        differing(&maker, SLICE, |case| {
            client_and_evaluator(&api, operation, case)
        })
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
        differing(&Maker::new(&api, operation), SLICE, |case| {
            judge.differs(case)
        })
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Bodies that are all good, or all unreadable, would prove nothing.
#[test]
fn bodies_are_of_every_sort() {
    let api = flagship::model();
    for operation in &api.operations {
        let sorts = Sorts::of(&api, operation, SLICE);
        let Sorts {
            good,
            broken,
            unreadable,
            ..
        } = sorts;
        let rules = witness::rules(&api, operation);
        let unseen: Vec<&String> = rules
            .iter()
            .filter(|it| !sorts.rules.contains(*it))
            .collect();
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
