//! Bodies of one spec, as both specs judge them.

use serde_json::Value;
use stipula_contract::{Api, Operation};
use stipula_logic::{
    judge::judge,
    witness::{corpus, pairs},
};
use stipula_tests::{Told, bodies::Maker};

/// Random bodies of each operation, besides those that are solved for.
const RANDOM: u64 = 20;

/// A body of either spec of which the two say something else.
pub(crate) fn differ(old: &Api, new: &Api) -> Option<String> {
    let operations = old.operations.iter();
    let mut both = operations.filter_map(|was| {
        let is = new.operations.iter().find(|it| it.name == was.name)?;
        Some((was, is))
    });
    both.find_map(|(was, is)| {
        let mut bodies = bodies(old, was).into_iter().chain(bodies(new, is));
        bodies.find_map(|(body, context)| {
            let before = Told::all(&judge(old, was, &body, &context));
            let after = Told::all(&judge(new, is, &body, &context));
            (before != after).then(|| format!("{body}: {before:?} and {after:?}"))
        })
    })
}

type Body = (Value, Vec<(String, String)>);

fn bodies(api: &Api, operation: &Operation) -> Vec<Body> {
    let (entries, _) = corpus(api, operation);
    // Random bodies are made of valid ones.
    let has_valid = entries.iter().any(|it| it.name == "minimal");
    let pairs = pairs(api, operation).into_iter();
    let pairs = pairs.filter_map(|it| it.bodies).flat_map(|it| [it.0, it.1]);
    let solved = entries.into_iter().map(|it| it.witness).chain(pairs);
    let solved = solved.map(|it| (it.body, it.context));
    let maker = Maker::new(api, operation);
    let random = (0..if has_valid { RANDOM } else { 0 }).map(|seed| maker.case(seed));
    solved
        .chain(random.map(|it| (it.body, it.context)))
        .collect()
}
