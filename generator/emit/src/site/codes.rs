//! Result codes and what to do about them.

use serde::Serialize;

use crate::{
    view::{codes, link::Anchor},
    words,
};

use super::page::{Chip, Page, anchor, operation_path};

/// A row.
#[derive(Debug, Serialize)]
pub(super) struct Code<'a> {
    anchor: String,
    text: &'a str,
    status: &'a str,
    class: &'static str,
    doc: String,
    action: &'static str,
    chips: Vec<Chip>,
}

/// The page of all codes.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    common: Vec<Code<'a>>,
    own: Vec<Own<'a>>,
}

/// Codes of one operation, whose page tells them.
#[derive(Debug, Serialize)]
struct Own<'a> {
    name: &'a str,
    href: String,
    /// Anchors and texts.
    codes: Vec<(String, &'a str)>,
}

/// Every code of the API, those of all operations first.
pub(super) fn view<'a>(page: &Page<'a>, common: &[codes::Code<'a>]) -> View<'a> {
    let operations = page.api.operations.iter();
    let own = operations.filter(|it| !it.errors.is_empty()).map(|it| {
        let codes = codes::own(page.api, it).into_iter();
        Own {
            name: &it.name,
            href: operation_path(page.names, it),
            codes: codes
                .map(|it| (anchor(&Anchor::Code(it.text)), it.text))
                .collect(),
        }
    });
    View {
        title: "Result codes",
        common: rows(page, common),
        own: own.collect(),
    }
}

/// Rows.
pub(super) fn rows<'a>(page: &Page<'_>, codes: &[codes::Code<'a>]) -> Vec<Code<'a>> {
    let row = |it: &codes::Code<'a>| Code {
        anchor: anchor(&Anchor::Code(it.text)),
        text: it.text,
        status: it.status,
        class: words::class(it.class),
        doc: super::html::inline(it.doc),
        action: it.action.words(),
        chips: page.chips(it.marks.iter().chain(&it.standing)),
    };
    codes.iter().map(row).collect()
}
