//! What lints clean compiles: random specs, of which those without an error are generated and compiled
//! with every feature, many to a crate. And it judges: by the compiled client, by the evaluator and by
//! the emitted schema, random bodies of every operation have the same verdict, rule by rule.
//!
//! `GATE_SPECS` says how many (a slice without it), `GATE_SEED` where to begin, `GATE_BODIES` how many
//! bodies of each operation are judged.

mod judges;
mod package;
#[path = "../agreement/schema.rs"]
#[allow(dead_code, reason = "the other test asks it more")]
mod schema;

use std::env;

use stipula_generator::{Model, Target, diag::Level, emit, load_str};
use stipula_tests::maker;

fn number(name: &str, otherwise: u64) -> u64 {
    let given = env::var(name).ok();
    given.and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

/// The specs that lint clean, with their seeds.
fn specs() -> Vec<(u64, Model)> {
    let wanted = number("GATE_SPECS", 24);
    let seed = number("GATE_SEED", 0);
    let seeds = seed..seed + 100 * wanted;
    let made = seeds.filter_map(|seed| Some((seed, model(seed)?)));
    let specs: Vec<_> = made.take(usize::try_from(wanted).unwrap_or(0)).collect();
    assert_eq!(specs.len() as u64, wanted, "too many specs have errors");
    specs
}

/// None when the spec has an error.
fn model(seed: u64) -> Option<Model> {
    let loaded = load_str(&[("api.yaml", &maker::spec(seed))]);
    if loaded.count(Level::Error) > 0 {
        return None;
    }
    Some(loaded.model.expect("a spec without an error has a model"))
}

/// The client of a spec in one file.
fn client(seed: u64, model: &Model) -> package::Client {
    // Nothing of it may panic, whatever the spec is.
    for target in [Target::Docs, Target::OpenApi, Target::Site] {
        assert!(emit(model, target).iter().next().is_some(), "seed {seed}");
    }
    let files = emit(model, Target::RustRoot);
    let text = files.get("root.rs").expect("a client").to_owned();
    (seed, model.clone(), text)
}

#[test]
fn what_lints_clean_compiles() {
    let clients: Vec<_> = specs().iter().map(|(seed, it)| client(*seed, it)).collect();
    let told = package::check(&clients);
    assert!(told.is_empty(), "{told}");
}

#[test]
fn all_judges_agree() {
    let bodies = number("GATE_BODIES", 150);
    let wrong = judges::differences(specs(), bodies);
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
}
