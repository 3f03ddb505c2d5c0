//! Judges a body of JSON by the rules of the model: what `stipula validate` does.
//!
//! The body is first read into its canonical form, as the client reads it, which tells what was
//! mapped and what does not fit its type. Then the rules judge the canonical form. Every finding
//! is told, a mistyped member included, in the order of the spec.

mod chosen;
mod convert;
mod depth;
mod mismatch;
mod read;
mod request;
mod rules;
mod same;
mod scope;
mod shown;
mod told;
mod values;
pub mod words;

use std::{borrow::Cow, fmt};

use serde_json::{Map, Value as Any};
use stipula_cond::escaped;
use stipula_contract::{Api, Item, Location, Operation, Rule, Scenario, Severity, reads};

use scope::Scope;
use told::Teller;
use words::filled;

pub use chosen::{chosen, shape};
pub use read::canonical;
pub use read::from_text;
pub use request::{Request, body, document, has_places, outside, sent};
pub use shown::{MOST_LISTED, MOST_SHOWN};
pub use stipula_rules::json::equal;

/// One thing that is wrong with a body, or worth knowing of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// Where the blamed member travels: in the body, unless a whole [`Request`] was judged.
    pub location: Location,
    /// JSON Pointer of the member that is blamed, as it was given.
    pub path: String,
    /// Id of the rule, or what reading found: `type`, `absent`, `alias`, `converted`, `unknown`.
    pub rule: String,
    /// Whether the request would be stopped.
    pub severity: Severity,
    /// What is there, what is expected and what to do, in English. Values of the body stand in it,
    /// except those of sensitive members: it is for whoever wrote the body.
    pub message: String,
    /// What is there: a value, or its size where the rule is about that. None of what is missing,
    /// sensitive, a list or an object.
    pub actual: Option<Any>,
    /// What is expected: the code of the rule with what it demands.
    pub expected: Option<Any>,
    /// The documented name or value that is near.
    pub suggestion: Option<String>,
    /// Values of other members that the rule looks at, by JSON Pointer.
    pub beside: Map<String, Any>,
}

impl Finding {
    /// Something about the body that no rule of the spec says.
    pub fn of_reading(path: String, rule: &str, severity: Severity, message: String) -> Self {
        Self {
            location: Location::Body,
            path,
            rule: rule.to_owned(),
            severity,
            message,
            actual: None,
            expected: None,
            suggestion: None,
            beside: Map::new(),
        }
    }

    /// The pointer, as it can be printed anywhere.
    pub fn place(&self) -> Cow<'_, str> {
        place(self.location, &self.path)
    }

    /// Whether reading found it, and no rule of the spec.
    pub fn is_of_reading(&self) -> bool {
        !self.rule.contains('.')
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.place();
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
    let mut read = read::body(api, operation.request, body);
    let mut found = std::mem::take(&mut read.found);
    if let Any::Object(root) = &read.body {
        let teller = Teller {
            api,
            request: operation.request,
            given: body,
            read: &read,
        };
        found.extend(rules::judge(&teller, operation.request, root, context));
    }
    found
}

/// The first thing that is wrong with a value on its own.
pub fn value(api: &Api, item: &Item, value: &Any) -> Option<String> {
    if !read::fits(api, &item.ty, value) {
        let is_hidden = false;
        let seen = shown::Seen { value, is_hidden };
        return Some(mismatch::mismatch(api, &item.ty, seen).message);
    }
    let breaks = |it: &&Rule| {
        let demand = it.value();
        demand.is_some_and(|it| !values::broken(api, it, item, value, None, "").is_empty())
    };
    let broken = item.rules.iter().find(breaks);
    let broken = broken.or_else(|| {
        values::broken_keys(item, value)
            .next()
            .map(|(rule, _)| rule)
    });
    broken.map(Rule::message)
}

/// What keeps a body out of a named case: nothing, or one finding.
pub fn judge_scenario(
    api: &Api,
    operation: &Operation,
    scenario: &Scenario,
    body: &Any,
    context: &[(String, String)],
) -> Option<Finding> {
    let read = read::body(api, operation.request, body);
    let scope = read
        .body
        .as_object()
        .map(|root| Scope::of_body(root, context));
    let when = &scenario.when;
    if scope.is_some_and(|it| crate::values::holds(&when.cond, &it)) {
        return None;
    }
    let mut message = filled(
        words::SCENARIO,
        &[&stipula_cond::quoted(&scenario.name), &when.english],
    );
    if let Some(scope) = scope {
        let teller = Teller {
            api,
            request: operation.request,
            given: body,
            read: &read,
        };
        message += &teller.parts(&reads(&when.cond), &scope);
    }
    Some(Finding::of_reading(
        String::new(),
        "scenario",
        Severity::Error,
        message,
    ))
}

/// A pointer in a place, as it can be printed anywhere: `/stock`, `query /limit`.
pub fn place(location: Location, pointer: &str) -> Cow<'_, str> {
    match (location, pointer) {
        (Location::Body | Location::Payload, "") => Cow::Borrowed("the body"),
        (Location::Body | Location::Payload, path) => escaped(path),
        (other, "") => Cow::Borrowed(other.word()),
        (other, path) => Cow::Owned(format!("{} {}", other.word(), escaped(path))),
    }
}

/// The name that a token of a pointer stands for.
pub fn unescaped(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// `pointer` with one more token, escaped as RFC 6901 has it.
pub fn below(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}
