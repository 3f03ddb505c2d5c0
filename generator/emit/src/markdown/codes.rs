//! Result codes and what to do about them.

use serde::Serialize;

use crate::{view, words};

use super::links::{From, standing};

#[derive(Debug, Serialize)]
pub(super) struct Code<'a> {
    text: &'a str,
    status: &'a str,
    class: &'static str,
    doc: &'a str,
    action: &'static str,
    origin: String,
    standing: String,
}

/// Rows for a list of codes.
pub(super) fn rows<'a>(codes: &[view::codes::Code<'a>], links: &From<'_, '_>) -> Vec<Code<'a>> {
    let row = |it: &view::codes::Code<'a>| Code {
        text: it.text,
        status: it.status,
        class: words::class(it.class),
        doc: it.doc.markdown(),
        action: it.action.words(),
        origin: links.origin(&it.marks),
        standing: standing(&it.standing),
    };
    codes.iter().map(row).collect()
}
