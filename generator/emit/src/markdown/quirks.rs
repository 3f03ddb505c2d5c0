//! The page of quirks: what a page says, what the spec says, and why.

use crate::Model;
use serde::Serialize;

use crate::view::{
    link::Anchor,
    quirks::{self, Quirk},
};

use super::links::{From, anchor};

#[derive(Debug, Serialize)]
pub(super) struct Page<'a> {
    title: &'a str,
    quirks: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    id: &'a str,
    anchor: String,
    at: &'a str,
    page: &'a str,
    spec: &'a str,
    why: &'a str,
    source: Option<String>,
}

/// Every quirk, in order.
pub(super) fn page<'a>(api: &'a Model, links: &From<'_, '_>) -> Page<'a> {
    let row = |it: Quirk<'a>| Row {
        id: it.id,
        anchor: anchor(&Anchor::Quirk(it.id)),
        at: it.at.markdown(),
        page: it.page.markdown(),
        spec: it.spec.markdown(),
        why: it.why.markdown(),
        source: it.source.map(|mark| links.mark(&mark)),
    };
    Page {
        title: &api.title,
        quirks: quirks::all(api).into_iter().map(row).collect(),
    }
}
