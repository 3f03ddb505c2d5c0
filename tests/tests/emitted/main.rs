//! A mistake in the emitted validators changes a verdict: clients with one changed attribute each are
//! compiled, and a body is found about which such a client and the evaluator differ.
//!
//! `MUTANTS` says how many (a slice without it), `MUTANTS_SEED` which, `MUTANTS_BODIES` how many random
//! bodies of each operation are asked about, besides those that are solved for.

mod mutate;

use std::{env, path::Path};

use fastrand::Rng;
use serde_json::Value;
use stipula_generator::{Model, Target, emit, load};
use stipula_logic::witness;
use stipula_tests::{
    agreement::evaluator_and,
    bodies::{Case, Kind, Maker},
    compiled::{Clients, Spec},
};

use mutate::Mutant;

fn number(name: &str, otherwise: u64) -> u64 {
    let given = env::var(name).ok();
    given.and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

fn cases(api: &Model) -> Vec<Vec<Case>> {
    let of = |operation| {
        let (entries, _) = witness::corpus(api, operation);
        let pairs = witness::pairs(api, operation).into_iter();
        let pairs = pairs.filter_map(|it| it.bodies).flat_map(|it| [it.0, it.1]);
        let solved = entries.into_iter().map(|it| it.witness).chain(pairs);
        let witnesses = solved.map(|it| Case {
            seed: 0,
            kind: Kind::Nearly,
            body: it.body,
            context: it.context,
        });
        let witnesses = witnesses.flat_map(|it| {
            let beside = one_off(&it);
            [it].into_iter().chain(beside)
        });
        let maker = Maker::new(api, operation);
        let random = (0..number("MUTANTS_BODIES", 1_500)).map(|seed| maker.case(seed));
        witnesses.chain(random).collect()
    };
    api.operations.iter().map(of).collect()
}

/// The same body with one whole number greater or less by one: what is solved for keeps away from bounds,
/// and random numbers seldom meet one.
fn one_off(case: &Case) -> Vec<Case> {
    let members = case.body.as_object().into_iter().flatten();
    let numbers = members.filter_map(|(name, value)| Some((name, value.as_i64()?)));
    let beside = numbers.flat_map(|(name, is)| [is - 1, is + 1].map(|other| (name, other)));
    let made = beside.map(|(name, other)| {
        let mut case = case.clone();
        case.body[name] = other.into();
        case
    });
    made.collect()
}

/// What a client says otherwise than the evaluator, of any body.
fn noticed(api: &Model, cases: &[Vec<Case>], clients: &Clients, name: &str) -> Option<String> {
    let by_client = |operation: &str, body: &Value, _: &[(String, String)]| {
        clients.verdict(name, operation, body)
    };
    let mut all = api.operations.iter().zip(cases);
    all.find_map(|(operation, cases)| {
        let mut cases = cases.iter();
        cases.find_map(|case| evaluator_and(&by_client, api, operation, case))
    })
}

#[test]
fn every_mistake_in_an_attribute_changes_a_verdict() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("values");
    let api = load(&folder).model.expect("the spec loads");
    let files = emit(&api, Target::RustRoot);
    let text = files.get("root.rs").expect("a client");
    let mut mutants = mutate::mutants(text);
    assert!(mutants.len() > 40, "{} mutants are few", mutants.len());
    Rng::with_seed(number("MUTANTS_SEED", 0)).shuffle(&mut mutants);
    mutants.truncate(usize::try_from(number("MUTANTS", 6)).unwrap_or(0));
    let named = mutants.iter().enumerate().map(|(at, it)| Spec {
        name: format!("mutant{at}"),
        model: api.clone(),
        text: Some(it.text.clone()),
    });
    // The first has no mistake, and nobody notices one.
    let right = Spec::new("right".to_owned(), api.clone());
    let specs: Vec<Spec> = [right].into_iter().chain(named).collect();
    let temporary = env!("CARGO_TARGET_TMPDIR");
    let clients =
        Clients::compile(temporary, "emitted", &specs).unwrap_or_else(|it| panic!("{it}"));
    let cases = cases(&api);
    if let Some(difference) = noticed(&api, &cases, &clients, "right") {
        panic!("the client is wrong itself: {difference}");
    }
    let missed = mutants.iter().zip(&specs[1..]).filter(|(mutant, spec)| {
        !mutate::is_equivalent(mutant) && noticed(&api, &cases, &clients, &spec.name).is_none()
    });
    let missed: Vec<&Mutant> = missed.map(|it| it.0).collect();
    let told: Vec<String> = missed.iter().map(|it| it.told.clone()).collect();
    assert!(
        told.is_empty(),
        "{} missed:\n{}",
        told.len(),
        told.join("\n")
    );
}
