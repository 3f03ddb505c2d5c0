//! Bodies that prove something: a minimal one that keeps every rule, one for each scenario, and
//! for each rule one that breaks that rule and no other.
//!
//! Answers have no rules: [`answer`] makes them of their members.
//!
//! The others are solved for, not guessed: the decision procedure gives the cases, the rules say what
//! each case needs, and the evaluator has the last word on every body.

pub mod answer;
mod base;
mod breaking;
mod corpus;
mod draft;
mod pairs;
mod spot;
mod values;

use std::fmt;

use serde_json::Value as Any;

use crate::judge::{Finding, judge};
use stipula_contract::{Api, Operation, Scenario};

pub use corpus::{Entry, corpus};
pub use pairs::{Pair, pairs};

/// A body with the values beside it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Witness {
    /// The body, canonical.
    pub body: Any,
    /// The values beside it, by name, in the order of the spec.
    pub context: Vec<(String, String)>,
}

impl Witness {
    /// What the rules say of it.
    pub fn judged(&self, api: &Api, operation: &Operation) -> Vec<Finding> {
        judge(api, operation, &self.body, &self.context)
    }
}

/// Why there is no body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Missing {
    /// No body that was tried keeps every rule.
    Valid,
    /// No rule of the operation has this id; the nearest that one has.
    UnknownRule(Option<String>),
    /// Reading a body from JSON mends what the rule forbids.
    Unreachable,
    /// Each body that was tried breaks another rule as well.
    Alone,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Valid => "no body was found that keeps every rule; give the fields samples",
            Self::UnknownRule(None) => "the operation has no such rule",
            Self::UnknownRule(Some(near)) => {
                return write!(f, "the operation has no such rule; did you mean `{near}`?");
            }
            Self::Unreachable => {
                "no JSON breaks this rule: a body is read as what its sibling chooses"
            }
            Self::Alone => "no body was found that breaks this rule and no other",
        })
    }
}

impl std::error::Error for Missing {}

/// A minimal body that keeps every rule, warnings included, in a scenario or in any.
pub fn minimal(
    api: &Api,
    operation: &Operation,
    scenario: Option<&Scenario>,
) -> Result<Witness, Missing> {
    let bases = base::all(api, operation, scenario);
    bases.into_iter().next().ok_or(Missing::Valid)
}

/// A body that breaks this rule and no other, warnings included.
pub fn breaking(api: &Api, operation: &Operation, rule: &str) -> Result<Witness, Missing> {
    breaking::Search::new(api, operation).one(rule)
}

/// Ids of every rule that a body of the operation can break, in order.
pub fn rules(api: &Api, operation: &Operation) -> Vec<String> {
    let found = api.rules_below(operation.request);
    found.iter().map(|it| it.rule.id.clone()).collect()
}
