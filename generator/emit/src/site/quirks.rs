//! Where the spec departs from a page: what the page says, what we say, and why.

use serde::Serialize;

use crate::view::{link::Anchor, quirks::Quirk};

use super::{
    html::{blocks, inline},
    page::{Chip, Page, anchor},
};

/// The page of quirks.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    quirks: Vec<Told<'a>>,
}

/// A quirk.
#[derive(Debug, Serialize)]
pub(super) struct Told<'a> {
    id: &'a str,
    anchor: String,
    at: String,
    page: String,
    spec: String,
    why: String,
    chips: Vec<Chip>,
}

/// The page of these quirks.
pub(super) fn view<'a>(page: &Page<'_>, quirks: &[Quirk<'a>]) -> View<'a> {
    View {
        title: "Quirks",
        quirks: told(page, quirks),
    }
}

/// Quirks, in order.
pub(super) fn told<'a>(page: &Page<'_>, quirks: &[Quirk<'a>]) -> Vec<Told<'a>> {
    let told = |it: &Quirk<'a>| Told {
        id: it.id,
        anchor: anchor(&Anchor::Quirk(it.id)),
        at: inline(it.at),
        page: blocks(it.page),
        spec: blocks(it.spec),
        why: blocks(it.why),
        chips: page.chips(it.source.iter().filter(|it| !page.is_read_from(it))),
    };
    quirks.iter().map(told).collect()
}
