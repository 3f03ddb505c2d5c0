//! Bodies to copy: the documented ones, then a minimal one for each scenario, found by the solver.

use std::fmt::Write;

use serde::Serialize;
use serde_json::Value as Any;

use crate::Model;
use stipula_contract::{Api, Body, Environment, Example, Operation, Scenario};
use stipula_logic::witness;

use super::{
    html::blocks,
    place::{Chip, Page},
    snippet,
};

/// One body.
#[derive(Debug, Serialize)]
pub(super) struct Sample {
    /// How the list of examples calls it.
    name: String,
    /// Name of the scenario that it is the minimal body of.
    scenario: Option<String>,
    is_minimal: bool,
    doc: String,
    context: Vec<(String, String)>,
    json: String,
    rust: Option<String>,
    chips: Vec<Chip>,
}

/// The call around a body, for a shell: what comes before it and what after.
#[derive(Debug, Serialize)]
pub(super) struct Call {
    before: &'static str,
    pub(super) after: String,
}

/// Names of environments that a first call may go to.
const HARMLESS: [&str; 4] = ["test", "testing", "sandbox", "staging"];

/// Bodies of requests. The documented ones are first: they show what a caller means.
pub(super) fn requests(page: &Page<'_>, operation: &Operation) -> Vec<Sample> {
    let api = page.api;
    let cases = operation.scenarios.iter().map(Some);
    let cases: Vec<Option<&Scenario>> = if operation.scenarios.is_empty() {
        vec![None]
    } else {
        cases.collect()
    };
    let solved = cases
        .into_iter()
        .filter_map(|scenario| minimal(api, operation, scenario));
    let documented = operation
        .examples
        .iter()
        .filter(|it| it.body == Body::Request)
        .map(|it| documented(page, operation, it));
    documented.chain(solved).collect()
}

/// Documented answers.
pub(super) fn responses(page: &Page<'_>, operation: &Operation) -> Vec<Sample> {
    let examples = operation.examples.iter();
    examples
        .filter(|it| it.body == Body::Response)
        .map(|it| documented(page, operation, it))
        .collect()
}

fn minimal(api: &Model, operation: &Operation, scenario: Option<&Scenario>) -> Option<Sample> {
    let found = witness::minimal(api, operation, scenario).ok()?;
    Some(Sample {
        name: scenario.map_or_else(
            || "minimal".to_owned(),
            |it| format!("{}, minimal", it.name),
        ),
        scenario: scenario.map(|it| it.name.clone()),
        is_minimal: true,
        doc: String::new(),
        rust: snippet::rust_of(api, operation, scenario, &found.body, &found.context),
        json: pretty(&found.body),
        context: found.context,
        chips: Vec::new(),
    })
}

fn documented(page: &Page<'_>, operation: &Operation, it: &Example) -> Sample {
    let is_request = it.body == Body::Request;
    let rust = is_request
        .then(|| snippet::rust_of(page.api, operation, None, &it.json, &it.context))
        .flatten();
    Sample {
        name: it.name.clone(),
        scenario: None,
        is_minimal: false,
        doc: blocks(&it.doc),
        context: it.context.clone(),
        json: pretty(&it.json),
        rust,
        chips: page.chips(&it.evidence, &operation.evidence),
    }
}

fn pretty(json: &Any) -> String {
    format!("{json:#}")
}

/// A call of `curl` that sends exactly the bytes of `$BODY`, which are the ones to sign: a
/// here-document alone would add the end of a line.
pub(super) fn curl(api: &Api, operation: &Operation) -> Call {
    let environment = harmless(api);
    let host = environment.map_or("", |it| it.url.as_str());
    let mut after = "\nJSON\nBODY=$(cat body.json)\n".to_owned();
    if api.signing.is_some() {
        after.push_str("# $SIGNATURE is made of these bytes: see \"Signing\" on the overview.\n");
    }
    if let Some(it) = environment {
        let _ = writeln!(
            after,
            "# The environment is `{}`.",
            it.name.replace('\n', " ")
        );
    }
    let mut lines = vec![format!(
        "curl -X {} {}",
        operation.method.as_str(),
        quoted(&format!("{host}{}", operation.path))
    )];
    if let Some(signing) = &api.signing {
        let (version, algorithm) = (signing.key_version, &signing.algorithm);
        lines.extend([
            format!(
                "-H {}",
                quoted(&format!("Content-Type: {}", signing.content_type))
            ),
            format!("-H \"{}: $CLIENT_ID\"", signing.client_header),
            format!("-H \"{}: $REQUEST_TIME\"", signing.request_time_header),
            format!(
                "-H \"{}: algorithm={algorithm},keyVersion={version},signature=$SIGNATURE\"",
                signing.signature_header
            ),
        ]);
    } else {
        lines.push("-H 'Content-Type: application/json'".to_owned());
    }
    lines.push("--data-binary \"$BODY\"".to_owned());
    after.push_str(&lines.join(" \\\n  "));
    Call {
        before: "cat >body.json <<'JSON'\n",
        after,
    }
}

/// The environment of the call: one whose name says that it is for tests, else the last.
pub(super) fn harmless(api: &Api) -> Option<&Environment> {
    let mut all = api.environments.iter();
    let is_harmless = |it: &&Environment| HARMLESS.contains(&it.name.to_ascii_lowercase().as_str());
    all.clone().find(is_harmless).or_else(|| all.next_back())
}

/// A text as one word of a shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
