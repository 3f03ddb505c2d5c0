//! The page of environments.

use serde::Serialize;

use crate::view::{examples::harmless, link::Anchor, overview::Overview};

use super::{
    guides::Guide,
    html::inline,
    page::{Page, anchor},
    rows::Row,
};

#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    rows: Vec<Row<'a>>,
    /// Where the calls of the examples go.
    first: Option<&'a str>,
}

pub(super) fn view<'a>(page: &Page<'a>, it: &Overview<'a>) -> View<'a> {
    let rows = it.environments.iter().map(|it| Row {
        anchor: anchor(&Anchor::Environment(it.name)),
        name: it.name,
        mark: it.url,
        way: "",
        doc: inline(it.doc),
        value: None,
        sample: None,
        chips: page.chips(&it.marks),
    });
    View {
        title: Guide::Environments.title(),
        rows: rows.collect(),
        first: harmless(page.api).map(|it| it.name.as_str()),
    }
}
