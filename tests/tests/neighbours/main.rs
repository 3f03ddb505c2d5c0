//! What became of a pass, of a template and of an order: the rules of each status, in the words that
//! a person reads, and the two bases on which a film ticket may stand.

mod passes;
mod readings;
mod templates;

use serde_json::Value;
use stipula::Violations;

/// What is wrong with a request.
fn told(violations: &Violations) -> Vec<String> {
    violations.iter().map(|it| it.to_string()).collect()
}

/// A copy of the body with these members instead; `null` takes one out.
fn with(body: &Value, members: &Value) -> Value {
    let mut body = body.clone();
    for (name, value) in members.as_object().expect("members") {
        body[name] = value.clone();
    }
    body
}
