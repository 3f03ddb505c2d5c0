//! Result codes and what to do about them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    view::{codes, link::Anchor, tree},
    words,
};

use super::page::{Chip, Page, anchor, operation_path, path_anchor, rule_anchor};

/// Codes with the same advice.
#[derive(Debug, Serialize)]
pub(super) struct Group<'a> {
    class: &'static str,
    action: &'static str,
    codes: Vec<Code<'a>>,
}

/// Places of a request whose rules a code answers: each a name and an anchor, by code.
pub(super) type Origins<'a> = BTreeMap<&'a str, Vec<(String, String)>>;

/// A row.
#[derive(Debug, Serialize)]
struct Code<'a> {
    anchor: String,
    text: &'a str,
    status: &'a str,
    doc: String,
    /// Members that the server refuses with it, each with its anchor.
    from: Vec<(String, String)>,
    chips: Vec<Chip>,
}

/// The page of all codes.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    common: Vec<Group<'a>>,
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
        common: groups(page, common, &Origins::new()),
        own: own.collect(),
    }
}

/// Codes by what to do about them.
pub(super) fn groups<'a>(
    page: &Page<'_>,
    codes: &[codes::Code<'a>],
    origins: &Origins<'a>,
) -> Vec<Group<'a>> {
    let all = codes::by_advice(codes).into_iter();
    let group = |it: codes::Advised<'_, 'a>| Group {
        class: words::class(it.class),
        action: it.action.words(),
        codes: it
            .codes
            .into_iter()
            .map(|it| row(page, it, origins))
            .collect(),
    };
    all.map(group).collect()
}

fn row<'a>(page: &Page<'_>, it: &codes::Code<'a>, origins: &Origins<'a>) -> Code<'a> {
    Code {
        anchor: anchor(&Anchor::Code(it.text)),
        text: it.text,
        status: it.status,
        doc: super::html::inline(it.doc),
        from: origins.get(it.text).cloned().unwrap_or_default(),
        chips: page.chips(it.marks.iter().chain(&it.standing)),
    }
}

/// The rules of a request by the code that the server refuses with.
pub(super) fn origins<'a>(request: &[tree::Member<'a>]) -> Origins<'a> {
    let mut found = Origins::new();
    for it in request {
        let anchor = path_anchor(&it.path);
        for rule in &it.told.rules {
            if let Some(code) = rule.server_code {
                let all = found.entry(code).or_default();
                all.push((it.path.words(), rule_anchor(&anchor, rule.name)));
            }
        }
        for group in &it.groups {
            for (code, places) in origins(&group.members) {
                found.entry(code).or_default().extend(places);
            }
        }
    }
    found
}
