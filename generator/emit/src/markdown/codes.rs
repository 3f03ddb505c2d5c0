//! Result codes and what to do about them.

use serde::Serialize;

use crate::{view, words};

use super::links::{From, standing};

/// Codes with the same advice.
#[derive(Debug, Serialize)]
pub(super) struct Group<'a> {
    class: &'static str,
    action: &'static str,
    codes: Vec<Code<'a>>,
}

#[derive(Debug, Serialize)]
struct Code<'a> {
    text: &'a str,
    status: &'a str,
    doc: &'a str,
    origin: String,
    standing: String,
}

/// A list of codes by what to do about them.
pub(super) fn groups<'a>(codes: &[view::codes::Code<'a>], links: &From<'_, '_>) -> Vec<Group<'a>> {
    let code = |it: &view::codes::Code<'a>| Code {
        text: it.text,
        status: it.status,
        doc: it.doc.markdown(),
        origin: links.origin(&it.marks),
        standing: standing(&it.standing),
    };
    let all = view::codes::by_advice(codes).into_iter();
    let group = |it: view::codes::Advised<'_, 'a>| Group {
        class: words::class(it.class),
        action: it.action.words(),
        codes: it.codes.into_iter().map(code).collect(),
    };
    all.map(group).collect()
}
