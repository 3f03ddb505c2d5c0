//! A site of plain HTML below `docs/site`: an index, a page for each operation, for the result
//! codes and for the quirks.
//!
//! The same model and the same sentences as the Markdown pages. The pages need no server and ask
//! none: every link is relative, styles and scripts are files beside them, and without scripts
//! they can still be read.

mod checker;
mod codes;
mod examples;
mod fields;
mod html;
mod index;
mod machine;
mod operation;
mod place;
mod quirks;
mod render;
mod rules;
mod scenarios;
mod search;
mod snippet;

#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::{openapi::judging::Judging, output::FileSet};
use stipula_contract::{Api, Operation};

use self::{place::Page, render::Templates};

/// Styles and scripts, as they are.
const ASSETS: [(&str, &str); 8] = [
    ("site.css", include_str!("../../assets/site/site.css")),
    ("site.js", include_str!("../../assets/site/site.js")),
    ("search.js", include_str!("../../assets/site/search.js")),
    ("check.js", include_str!("../../assets/site/check.js")),
    (
        "check-numbers.js",
        include_str!("../../assets/site/check-numbers.js"),
    ),
    (
        "check-read.js",
        include_str!("../../assets/site/check-read.js"),
    ),
    (
        "check-verdict.js",
        include_str!("../../assets/site/check-verdict.js"),
    ),
    ("judge.js", include_str!("../../assets/site/judge.js")),
];

/// What every page has around its content.
#[derive(Debug, Serialize)]
struct Frame {
    title: String,
    /// From the folder of the page to that of the site.
    up: &'static str,
    /// The page itself, for the menu.
    here: String,
    operations: Vec<Entry>,
    has_quirks: bool,
    has_codes: bool,
}

/// An operation in the menu.
#[derive(Debug, Serialize)]
struct Entry {
    name: String,
    summary: String,
    method: &'static str,
    path: String,
    href: String,
}

/// Every file of the site.
pub(super) fn pages(api: &Api) -> FileSet {
    let templates = Templates::new(api);
    let judging = Judging::new(api);
    let mut files = FileSet::new();
    let mut found = search::Index::default();
    for operation in &api.operations {
        let page = Page::telling_quirks(api, "../");
        let view = operation::view(&page, operation, &judging);
        search::operation(&mut found, operation, &view);
        let path = place::operation_path(operation);
        let text = templates.render("operation.html", &frame(api, "../", &path), &view);
        files.add(format!("docs/site/{path}"), text);
    }
    let page = Page::plain(api, "");
    let mut add = |path: &str, text: String| files.add(format!("docs/site/{path}"), text);
    let view = index::view(&page);
    search::overview(&mut found, api, &view);
    add(
        "index.html",
        templates.render("index.html", &frame(api, "", "index.html"), &view),
    );
    if has_codes(api) {
        let view = codes::view(&page);
        search::codes(&mut found, api);
        add(
            "codes.html",
            templates.render("codes.html", &frame(api, "", "codes.html"), &view),
        );
    }
    if !api.quirks.is_empty() {
        let view = quirks::told(&page, &api.quirks.iter().collect::<Vec<_>>());
        search::quirks(&mut found, api);
        add(
            "quirks.html",
            templates.render("quirks.html", &frame(api, "", "quirks.html"), &view),
        );
    }
    for (name, text) in ASSETS {
        add(&format!("assets/{name}"), text.to_owned());
    }
    add("assets/search-index.js", found.script());
    files
}

fn frame(api: &Api, up: &'static str, here: &str) -> Frame {
    let entry = |it: &Operation| Entry {
        name: it.name.clone(),
        summary: it.summary.trim().to_owned(),
        method: it.method.as_str(),
        path: it.path.clone(),
        href: place::operation_path(it),
    };
    Frame {
        title: api.title.clone(),
        up,
        here: here.to_owned(),
        operations: api.operations.iter().map(entry).collect(),
        has_quirks: !api.quirks.is_empty(),
        has_codes: has_codes(api),
    }
}

fn has_codes(api: &Api) -> bool {
    !api.errors.is_empty() || api.operations.iter().any(|it| !it.errors.is_empty())
}
