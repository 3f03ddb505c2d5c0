//! Bodies to copy, as JSON, for `curl` and in Rust.

use crate::Model;

use serde::Serialize;

use stipula_contract::{Body, Operation, Scenario};
use stipula_logic::judge::{judge_scenario, sent};

use crate::{
    snippet,
    view::{
        curl::{self, Around},
        examples,
    },
};

use super::{
    html::blocks,
    page::{Chip, Page},
};

/// One body.
#[derive(Debug, Serialize)]
pub(super) struct Sample {
    /// How the list of examples calls it.
    name: String,
    /// Name of the scenario that it is a body of; a documented one comes before the minimal one.
    scenario: Option<String>,
    is_minimal: bool,
    doc: String,
    context: Vec<(String, String)>,
    json: String,
    /// Of a request that is more or less than JSON in a body.
    curl: Option<String>,
    rust: Option<String>,
    chips: Vec<Chip>,
}

/// The call around a body, for a shell: what comes before it and what after.
#[derive(Debug, Serialize)]
pub(super) struct Call {
    before: &'static str,
    pub(super) after: String,
}

/// A body of an operation.
pub(super) fn sample(page: &Page<'_>, operation: &Operation, it: &examples::Sample<'_>) -> Sample {
    let is_request = it.body == Body::Request;
    let api = page.api;
    let rust = || snippet::rust_of(api, page.names, operation, it);
    let belongs = |case: &&Scenario| {
        is_request && judge_scenario(&api.api, operation, case, &it.json, &it.context).is_none()
    };
    let scenario = it
        .scenario
        .or_else(|| operation.scenarios.iter().find(belongs));
    let is_whole = is_request && !api.is_plain(operation);
    let json = if is_request {
        sent(api, operation, &it.json)
    } else {
        it.json.clone().into_owned()
    };
    Sample {
        name: it.name.clone().into_owned(),
        scenario: scenario.map(|it| it.name.clone()),
        is_minimal: it.is_minimal,
        doc: blocks(it.doc),
        context: it.context.clone().into_owned(),
        json: format!("{json:#}"),
        curl: is_whole.then(|| curl::curl(api, operation, &it.json)),
        rust: is_request.then(rust).flatten(),
        chips: page.chips(&it.marks),
    }
}

/// The call around a body, where a request is JSON in a body and nothing else.
pub(super) fn call(api: &Model, operation: &Operation) -> Option<Call> {
    let Around { before, after } = curl::around(api, operation)?;
    Some(Call { before, after })
}
