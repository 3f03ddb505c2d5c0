//! Work for callgrind: the derived validator of a request beside one that is written by hand.
//!
//! `speed by-hand|derived BODY RUNS` validates a body that many times. Without arguments it checks
//! that both find the same number of mistakes and prints how many rules each looks at.
//! `.ci/speed` runs it under callgrind and compares.
#![allow(clippy::print_stdout, reason = "a command")]

#[allow(dead_code, reason = "shared with another test")]
#[path = "../tests/witness/bodies.rs"]
mod bodies;
#[allow(clippy::pedantic, unused, reason = "kept as it was measured first")]
mod by_hand;
mod payloads;
mod rules;
#[allow(dead_code, reason = "shared with another test")]
#[path = "../tests/witness/walk.rs"]
mod walk;

use std::{env, hint::black_box, path::Path};

use alipayhk_ipass::request::CreateTemplateRequest;
use by_hand::CreateTemplate;
use serde::de::DeserializeOwned;
use serde_json::Value;
use stipula::Validate;
use stipula_generator::model::Api;

fn main() {
    let api = api();
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["by-hand", name, runs] => measured::by_hand(&read(&api, name), runs),
        ["derived", name, runs] => measured::derived(&read(&api, name), runs),
        _ => compare(&api),
    }
}

/// What callgrind counts: everything between entering and leaving one of these.
mod measured {
    use super::{CreateTemplate, CreateTemplateRequest, Validate, black_box, by_hand};

    #[inline(never)]
    pub(super) fn by_hand(body: &CreateTemplate, runs: &str) {
        for _ in 0..count(runs) {
            drop(black_box(by_hand::all(black_box(body))));
        }
    }

    #[inline(never)]
    pub(super) fn derived(body: &CreateTemplateRequest, runs: &str) {
        for _ in 0..count(runs) {
            drop(black_box(black_box(body).validate()));
        }
    }

    fn count(runs: &str) -> usize {
        runs.parse().expect("a number of runs")
    }
}

/// Prints `BODY RULES-BY-HAND RULES-DERIVED` for each body.
fn compare(api: &Api) {
    for (name, broken) in payloads::NAMES {
        let base = payloads::body(api, name);
        let by_hand: CreateTemplate = decoded(&base.body);
        let derived: CreateTemplateRequest = decoded(&base.body);
        let found = by_hand::all(&by_hand).err().unwrap_or_default();
        assert_eq!(found.len(), broken, "{name}, by hand: {found:?}");
        let found = derived.check();
        assert_eq!(found.len(), broken, "{name}, derived: {found}");
        println!(
            "{name} {} {}",
            by_hand::looked_at(&by_hand),
            rules::looked_at(api, &base)
        );
    }
}

fn read<T: DeserializeOwned>(api: &Api, name: &str) -> T {
    decoded(&payloads::body(api, name).body)
}

fn decoded<T: DeserializeOwned>(body: &Value) -> T {
    serde_json::from_value(body.clone()).expect("both models read the body")
}

fn api() -> Api {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/alipayhk-ipass");
    stipula_generator::load(&spec).api.expect("the spec loads")
}
