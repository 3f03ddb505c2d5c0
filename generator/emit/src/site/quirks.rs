//! Where the spec departs from a page: what the page says, what we say, and why.

use serde::Serialize;

use stipula_contract::{Evidence, Quirk};

use super::{
    html::{blocks, inline},
    place::{Chip, Page, quirk_anchor},
};

/// The page of quirks.
#[derive(Debug, Serialize)]
pub(super) struct View {
    title: &'static str,
    pub(super) quirks: Vec<Told>,
}

/// A quirk.
#[derive(Debug, Serialize)]
pub(super) struct Told {
    pub(super) id: String,
    pub(super) anchor: String,
    at: String,
    page: String,
    spec: String,
    why: String,
    chips: Vec<Chip>,
}

/// Quirks, in order.
pub(super) fn told(page: &Page<'_>, quirks: &[&Quirk]) -> View {
    let told = |it: &&Quirk| {
        let seen = Evidence {
            source: it.source.clone(),
            ..Evidence::default()
        };
        Told {
            id: it.id.clone(),
            anchor: quirk_anchor(&it.id),
            at: inline(&it.at),
            page: blocks(&it.page),
            spec: blocks(&it.spec),
            why: blocks(&it.why),
            chips: page.chips(&seen, &Evidence::default()),
        }
    };
    View {
        title: "Quirks",
        quirks: quirks.iter().map(told).collect(),
    }
}
