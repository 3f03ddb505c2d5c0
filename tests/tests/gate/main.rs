//! What lints clean compiles: random specs, of which those without an error are generated and compiled
//! with every feature, many to a crate.
//!
//! `GATE_SPECS` says how many (a slice without it), `GATE_SEED` where to begin.

mod package;

use std::env;

use stipula_generator::{Target, diag::Level, emit, load_str};
use stipula_tests::maker;

fn number(name: &str, otherwise: u64) -> u64 {
    let given = env::var(name).ok();
    given.and_then(|it| it.parse().ok()).unwrap_or(otherwise)
}

/// The client of a spec in one file; none when the spec has an error.
fn client(seed: u64) -> Option<String> {
    let text = maker::spec(seed);
    let loaded = load_str(&[("api.yaml", &text)]);
    if loaded.count(Level::Error) > 0 {
        return None;
    }
    let model = loaded.model.expect("a spec without an error has a model");
    // Nothing of it may panic, whatever the spec is.
    for target in [Target::Docs, Target::OpenApi, Target::Site] {
        assert!(emit(&model, target).iter().next().is_some(), "{text}");
    }
    let files = emit(&model, Target::RustRoot);
    files.get("root.rs").map(str::to_owned)
}

#[test]
fn what_lints_clean_compiles() {
    let wanted = number("GATE_SPECS", 24);
    let seed = number("GATE_SEED", 0);
    let seeds = seed..seed + 100 * wanted;
    let made = seeds.filter_map(|seed| Some((seed, client(seed)?)));
    let clients: Vec<_> = made.take(usize::try_from(wanted).unwrap_or(0)).collect();
    assert_eq!(clients.len() as u64, wanted, "too many specs have errors");
    let told = package::check(&clients);
    assert!(told.is_empty(), "{told}");
}
