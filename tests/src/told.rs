//! What a judge tells of a body, in the words that all judges share.

use std::fmt;

use serde_json::Value;
use stipula_contract::Severity;
use stipula_logic::judge::Finding;

/// A rule that is broken, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    /// JSON Pointer of the member that is blamed.
    pub path: String,
    /// Id of the rule; `type` for a value of the wrong type.
    pub rule: String,
    /// Whether the request would be stopped.
    pub is_error: bool,
}

impl Told {
    /// The rules of the spec that the evaluator found broken, sorted.
    pub fn by_rules(found: &[Finding]) -> Vec<Self> {
        sorted(found.iter().filter(|it| !it.is_of_reading()))
    }

    /// Everything that the evaluator found, sorted.
    pub fn all(found: &[Finding]) -> Vec<Self> {
        sorted(found.iter())
    }

    /// A verdict as `stipula example --all` writes it, sorted.
    ///
    /// # Panics
    ///
    /// When it is no such verdict.
    pub fn written(verdict: &Value) -> Vec<Self> {
        let text = |it: &Value, key: &str| it[key].as_str().expect("a text").to_owned();
        let told = |it: &Value| Self {
            path: text(it, "path"),
            rule: text(it, "rule"),
            is_error: it["severity"] == "error",
        };
        let items = verdict.as_array().expect("a list of findings");
        let mut all: Vec<Self> = items.iter().map(told).collect();
        all.sort();
        all
    }
}

impl From<&Finding> for Told {
    fn from(it: &Finding) -> Self {
        Self {
            path: it.path.clone(),
            rule: it.rule.clone(),
            is_error: it.severity == Severity::Error,
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = if self.is_error { "error" } else { "warning" };
        write!(f, "{severity} {} {}", self.rule, self.path)
    }
}

fn sorted<'a>(found: impl Iterator<Item = &'a Finding>) -> Vec<Told> {
    let mut all: Vec<Told> = found.map(Told::from).collect();
    all.sort();
    all
}

/// Whether the evaluator takes the body for one that the client can read.
pub fn readable(found: &[Finding]) -> bool {
    faults(found).next().is_none()
}

/// What keeps the client from reading the body, as the evaluator sees it.
pub fn faults(found: &[Finding]) -> impl Iterator<Item = &Finding> {
    let is_fault = |it: &&Finding| it.is_of_reading() && it.severity == Severity::Error;
    found.iter().filter(is_fault)
}
