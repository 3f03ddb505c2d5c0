//! Work for callgrind: the derived validator of a request beside two that are written by hand.
//!
//! `speed yardstick|same-rules|derived BODY RUNS` validates a body that many times. Without
//! arguments it checks that all find the same number of mistakes, and prints how many rules are
//! looked at. `speed growth WORK SIZE` does work of a size once; without a size it prints all work.
//! `.ci/speed` runs both under callgrind and compares.
#![allow(clippy::print_stdout, reason = "a command")]

#[allow(
    clippy::all,
    clippy::pedantic,
    unused,
    reason = "kept as it was measured first"
)]
#[macro_use]
mod by_hand;
mod growth;
mod payloads;
mod rules;
#[allow(clippy::pedantic, reason = "in the style of the other yardstick")]
mod same_rules;

use std::{env, hint::black_box, path::Path};

use alipayhk_ipass::request::CreateTemplateRequest;
use by_hand::CreateTemplate;
use serde::de::DeserializeOwned;
use serde_json::Value;
use stipula::Validate;
use stipula_generator::Model;

fn main() {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["yardstick", name, runs] => measured::yardstick(&read(&payloads::body(name)), runs),
        ["same-rules", name, runs] => measured::same_rules(&read(&payloads::body(name)), runs),
        ["derived", name, runs] => measured::derived(&read(&payloads::body(name)), runs),
        ["growth", name, size] => {
            let size = size.parse().expect("a size");
            measured::once(&*growth::work(name, size));
        }
        ["growth"] => growth::NAMES
            .iter()
            .for_each(|(name, size)| println!("{name} {size}")),
        _ => compare(),
    }
}

/// What callgrind counts: everything between entering and leaving one of these.
mod measured {
    use super::{CreateTemplate, CreateTemplateRequest, Validate, black_box, by_hand, same_rules};

    #[inline(never)]
    pub(super) fn yardstick(body: &CreateTemplate, runs: &str) {
        for _ in 0..count(runs) {
            drop(black_box(by_hand::all(black_box(body))));
        }
    }

    #[inline(never)]
    pub(super) fn same_rules(body: &CreateTemplateRequest, runs: &str) {
        for _ in 0..count(runs) {
            drop(black_box(same_rules::all(black_box(body))));
        }
    }

    #[inline(never)]
    pub(super) fn derived(body: &CreateTemplateRequest, runs: &str) {
        for _ in 0..count(runs) {
            drop(black_box(black_box(body).validate()));
        }
    }

    #[inline(never)]
    pub(super) fn once(work: &dyn Fn()) {
        black_box(work)();
    }

    fn count(runs: &str) -> usize {
        runs.parse().expect("a number of runs")
    }
}

/// Prints `BODY RULES-OF-THE-YARDSTICK RULES-DERIVED` for each body.
fn compare() {
    let api = api();
    for (name, broken) in payloads::NAMES {
        let body = payloads::body(name);
        let yardstick: CreateTemplate = read(&body);
        let derived: CreateTemplateRequest = read(&body);
        let found = by_hand::all(&yardstick).err().unwrap_or_default();
        assert_eq!(found.len(), broken, "{name}, yardstick: {found:?}");
        let found = same_rules::all(&derived).err().unwrap_or_default();
        assert_eq!(found.len(), broken, "{name}, same rules: {found:?}");
        let found = derived.check();
        assert_eq!(found.len(), broken, "{name}, derived: {found}");
        let by_hand = by_hand::looked_at(&yardstick);
        println!("{name} {by_hand} {}", rules::looked_at(&api, &body));
    }
}

fn read<T: DeserializeOwned>(body: &Value) -> T {
    serde_json::from_value(body.clone()).expect("all models read the body")
}

fn api() -> Model {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/alipayhk-ipass");
    stipula_generator::load(&spec)
        .model
        .expect("the spec loads")
}
