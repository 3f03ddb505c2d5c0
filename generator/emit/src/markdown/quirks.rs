//! The page of quirks: what a page says, what the spec says, and why.

use serde::Serialize;

use stipula_contract::Api;

use super::links::{From, quirk_anchor};

#[derive(Debug, Serialize)]
pub(super) struct Page {
    title: String,
    quirks: Vec<Quirk>,
}

#[derive(Debug, Serialize)]
struct Quirk {
    id: String,
    anchor: String,
    at: String,
    page: String,
    spec: String,
    why: String,
    source: Option<String>,
}

/// Every quirk, in order.
pub(super) fn page(api: &Api, links: &From<'_, '_>) -> Page {
    let quirks = api.quirks.iter().map(|it| Quirk {
        id: it.id.clone(),
        anchor: quirk_anchor(&it.id),
        at: it.at.clone(),
        page: it.page.trim().to_owned(),
        spec: it.spec.trim().to_owned(),
        why: it.why.trim().to_owned(),
        source: it.source.as_ref().map(|id| links.source(id)),
    });
    Page {
        title: api.title.clone(),
        quirks: quirks.collect(),
    }
}
