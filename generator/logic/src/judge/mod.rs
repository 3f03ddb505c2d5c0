//! Judges a body of JSON by the rules of the model: what `stipula validate` does.
//!
//! The body is first read into its canonical form, as the client reads it, which tells what was
//! mapped and what does not fit its type. Then the rules judge the canonical form. Every finding
//! is told, a mistyped member included, in the order of the spec.

mod chosen;
mod equal;
mod read;
mod rules;
mod scope;
mod values;

use std::fmt;

use serde_json::Value as Any;

use stipula_contract::{Api, Item, Operation, Rule, Scenario, Severity};

use scope::Scope;

pub use chosen::{chosen, shape};
pub use equal::equal;
pub use read::canonical;
pub use read::from_text;

/// One thing that is wrong with a body, or worth knowing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// JSON Pointer of the member that is blamed, in the body as it was given.
    pub path: String,
    /// Id of the rule, or what reading found: `type`, `absent`, `alias`, `converted`, `unknown`.
    pub rule: String,
    /// Whether the request would be stopped.
    pub severity: Severity,
    /// The rule in English, or what was found, without any value of the body.
    pub message: String,
}

impl Finding {
    /// Something about the body that no rule of the spec says.
    pub fn of_reading(path: String, rule: &str, severity: Severity, message: String) -> Self {
        Self {
            path,
            rule: rule.to_owned(),
            severity,
            message,
        }
    }

    /// Whether reading found it, and no rule of the spec.
    pub fn is_of_reading(&self) -> bool {
        !self.rule.contains('.')
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = match self.path.as_str() {
            "" => "the body",
            path => path,
        };
        write!(f, "{path}: {} [{}]", self.message, self.rule)
    }
}

/// Judges the body of a request.
///
/// `context` holds the values beside the body, by name; one that is missing makes every comparison
/// with it false. A body that is no object has one finding.
pub fn judge(
    api: &Api,
    operation: &Operation,
    body: &Any,
    context: &[(String, String)],
) -> Vec<Finding> {
    let (body, mut found, moved) = read::body(api, operation.request, body);
    if let Any::Object(root) = &body {
        let read = found.len();
        rules::judge(api, operation.request, root, context, &mut found);
        // Rules are judged by names; people look for what they wrote.
        for finding in &mut found[read..] {
            finding.path = moved.as_given(&finding.path);
        }
    }
    found
}

/// The first thing that is wrong with a value on its own.
pub fn value(api: &Api, item: &Item, value: &Any) -> Option<String> {
    if !read::fits(api, &item.ty, value) {
        return Some(read::mismatch(api, &item.ty, value));
    }
    let breaks = |it: &&Rule| {
        let demand = it.value();
        demand.is_some_and(|it| !values::broken(api, it, item, value, None, "").is_empty())
    };
    item.rules.iter().find(breaks).map(Rule::message)
}

/// What keeps a body out of a named case: nothing, or one finding.
pub fn judge_scenario(
    api: &Api,
    operation: &Operation,
    scenario: &Scenario,
    body: &Any,
    context: &[(String, String)],
) -> Option<Finding> {
    let body = canonical(api, operation.request, body);
    let is_inside = body.as_object().is_some_and(|root| {
        crate::values::holds(&scenario.when.cond, &Scope::of_body(root, context))
    });
    let message = format!(
        "this is no body of the scenario `{}`, in which {}",
        scenario.name, scenario.when.english
    );
    let finding = || Finding::of_reading(String::new(), "scenario", Severity::Error, message);
    (!is_inside).then(finding)
}

/// `pointer` with one more token, escaped as RFC 6901 has it.
pub fn below(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}
