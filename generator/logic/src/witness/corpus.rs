//! Every witness of an operation, with the verdict on each.

use super::{Missing, Witness, breaking::Search, minimal};
use crate::judge::Finding;
use stipula_contract::{Api, Operation};

/// A witness with its name and verdict.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Entry {
    /// `minimal`, `scenario/NAME` or `breaking/RULE`.
    pub name: String,
    /// The body.
    pub witness: Witness,
    /// What the rules say of it.
    pub verdict: Vec<Finding>,
}

/// Every witness, and for each name without one the reason.
pub fn corpus(api: &Api, operation: &Operation) -> (Vec<Entry>, Vec<(String, Missing)>) {
    let (mut entries, mut missing) = (Vec::new(), Vec::new());
    let mut add = |name: String, found: Result<Witness, Missing>| match found {
        Ok(witness) => entries.push(Entry {
            verdict: witness.judged(api, operation),
            name,
            witness,
        }),
        Err(why) => missing.push((name, why)),
    };
    add("minimal".to_owned(), minimal(api, operation, None));
    for scenario in &operation.scenarios {
        let found = minimal(api, operation, Some(scenario));
        add(format!("scenario/{}", scenario.name), found);
    }
    let search = Search::new(api, operation);
    for id in search.ids() {
        add(format!("breaking/{id}"), search.one(id));
    }
    (entries, missing)
}
