//! The page that leads to the first call that is accepted.

use serde::Serialize;
use stipula_contract::{Body, Operation, OutcomeBy, Scheme};

use crate::{
    Model,
    view::{
        curl::{self, Recipe, key_pair},
        examples,
        prose::Prose,
    },
};

use super::{
    guides::Guide,
    html::inline,
    page::{Page, operation_path},
    proving::in_address,
};

#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    operation: &'a str,
    href: String,
    summary: &'a str,
    /// Credentials, each with what it is.
    credentials: Vec<(&'a str, String)>,
    has_scheme: bool,
    /// What the client is called, of a signature in its short form.
    client: Option<&'a str>,
    /// The command that makes a pair of keys.
    key_pair: Option<&'static str>,
    /// Variables of the shell that the call reads.
    given: Vec<String>,
    environment: Option<(&'a str, &'a str, String)>,
    curl: Option<String>,
    by_http: bool,
    /// Statuses of success, and where they stand.
    success: Vec<String>,
    status: Vec<String>,
    answer: Option<String>,
    has_outcome: bool,
}

pub(super) fn view<'a>(page: &Page<'a>) -> Option<View<'a>> {
    let api = page.api;
    let operation = first(api)?;
    let samples = examples::minimal(api, operation);
    let scheme = operation.authentication.map(|id| api.scheme(id));
    let recipe = scheme.and_then(|it| Recipe::of(api, it));
    let mut needed = scheme.map_or_else(Vec::new, Scheme::credentials);
    let more: Vec<_> = in_address(api).filter(|it| !needed.contains(it)).collect();
    needed.extend(more);
    let credentials = needed.iter().map(|id| {
        let it = &api.credentials[id.0];
        (it.name.as_str(), inline(Prose::new(&it.doc)))
    });
    let mut given = recipe.as_ref().map_or_else(Vec::new, |it| it.given(api));
    for id in &needed {
        let it = api.credentials[id.0].variable();
        if !given.contains(&it) {
            given.push(it);
        }
    }
    let documented = examples::documented(api, operation).into_iter();
    let mut answer = documented
        .filter(|it| it.body == Body::Response)
        .map(|it| format!("{:#}", it.json));
    let outcome = api.outcome.as_ref();
    Some(View {
        title: Guide::Quickstart.title(),
        operation: &operation.name,
        href: operation_path(page.names, operation),
        summary: operation.summary.trim(),
        credentials: credentials.collect(),
        has_scheme: scheme.is_some(),
        client: scheme.and_then(|it| Some(it.signature()?.client_header.as_str())),
        key_pair: recipe.as_ref().and_then(|it| key_pair(it.algorithm)),
        given: given
            .iter()
            .map(|it| it.trim_start_matches('$').to_owned())
            .collect(),
        environment: examples::harmless(api).map(|it| {
            (
                it.name.as_str(),
                it.url.as_str(),
                inline(Prose::new(&it.doc)),
            )
        }),
        curl: samples
            .first()
            .map(|it| curl::curl(api, operation, &it.json)),
        by_http: outcome.is_some_and(|it| it.by == OutcomeBy::Http),
        success: outcome.map_or_else(Vec::new, |it| it.success.clone()),
        status: outcome.map_or_else(Vec::new, |it| it.status.clone()),
        answer: answer.next(),
        has_outcome: outcome.is_some(),
    })
}

/// The first operation that proves who calls, else the first.
fn first(api: &Model) -> Option<&Operation> {
    let mut all = api.operations.iter();
    let proven = all.clone().find(|it| it.authentication.is_some());
    proven.or_else(|| all.next())
}
