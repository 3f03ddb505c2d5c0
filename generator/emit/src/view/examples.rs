//! Bodies to copy.

use crate::Model;
use std::borrow::Cow;

use serde_json::Value as Any;
use stipula_contract::{Body, Environment, Example, Operation, Scenario};
use stipula_logic::witness;

use super::{
    marks::{Known, Mark, beyond},
    prose::Prose,
};

/// A body.
#[derive(Debug, Clone)]
pub(crate) struct Sample<'a> {
    /// How a list of examples calls it.
    pub(crate) name: Cow<'a, str>,
    /// The scenario that it is the minimal body of.
    pub(crate) scenario: Option<&'a Scenario>,
    pub(crate) body: Body,
    /// Found by the solver, and the least that the rules allow.
    pub(crate) is_minimal: bool,
    pub(crate) doc: Prose<'a>,
    pub(crate) context: Cow<'a, [(String, String)]>,
    pub(crate) json: Cow<'a, Any>,
    pub(crate) marks: Vec<Mark<'a>>,
}

/// The bodies that a spec has, in order.
pub(crate) fn documented<'a>(api: &'a Model, operation: &'a Operation) -> Vec<Sample<'a>> {
    let known = Known::from(&operation.evidence);
    let sample = |it: &'a Example| Sample {
        name: Cow::Borrowed(it.name.as_str()),
        scenario: None,
        body: it.body,
        is_minimal: false,
        doc: Prose::new(&it.doc),
        context: Cow::Borrowed(&it.context),
        json: Cow::Borrowed(&it.json),
        marks: beyond(api, &it.evidence, known),
    };
    operation.examples.iter().map(sample).collect()
}

/// A minimal body for each scenario, or the minimal body.
pub(crate) fn minimal<'a>(api: &'a Model, operation: &'a Operation) -> Vec<Sample<'a>> {
    let cases = operation.scenarios.iter().map(Some);
    let plain = operation.scenarios.is_empty().then_some(None);
    let all = cases.chain(plain);
    all.filter_map(|it| least(api, operation, it)).collect()
}

fn least<'a>(
    api: &Model,
    operation: &Operation,
    scenario: Option<&'a Scenario>,
) -> Option<Sample<'a>> {
    let found = witness::minimal(api, operation, scenario).ok()?;
    Some(Sample {
        name: scenario.map_or(Cow::Borrowed("minimal"), |it| {
            Cow::Owned(format!("{}, minimal", it.name))
        }),
        scenario,
        body: Body::Request,
        is_minimal: true,
        doc: Prose::default(),
        context: Cow::Owned(found.context),
        json: Cow::Owned(found.body),
        marks: Vec::new(),
    })
}

/// Names of environments that a first call may go to.
const HARMLESS: [&str; 4] = ["test", "testing", "sandbox", "staging"];

/// The environment of a first call: one whose name says that it is for tests, else the last.
pub(crate) fn harmless(api: &Model) -> Option<&Environment> {
    let mut all = api.environments.iter();
    let is_harmless = |name: &str| HARMLESS.contains(&name.to_ascii_lowercase().as_str());
    let found = all.clone().find(|it| is_harmless(&it.name));
    found.or_else(|| all.next_back())
}
