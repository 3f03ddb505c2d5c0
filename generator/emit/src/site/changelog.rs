//! The page of releases: what each changed.

use serde::Serialize;

use super::{html::inline, page::anchor};
use crate::view::{changelog::Release, link::Anchor, prose::Prose};

/// The page of releases.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    releases: Vec<Told<'a>>,
}

#[derive(Debug, Serialize)]
struct Told<'a> {
    version: &'a str,
    anchor: String,
    date: &'a str,
    parts: Vec<Part>,
}

#[derive(Debug, Serialize)]
struct Part {
    title: &'static str,
    lines: Vec<String>,
}

/// The page of these releases.
pub(super) fn view<'a>(releases: &[Release<'a>]) -> View<'a> {
    let told = releases.iter().map(|it| Told {
        version: it.version,
        anchor: anchor(&Anchor::Release(it.version)),
        date: it.date,
        parts: it
            .parts
            .iter()
            .map(|it| Part {
                title: it.title,
                lines: it.lines.iter().map(|it| inline(Prose::new(it))).collect(),
            })
            .collect(),
    });
    View {
        title: "Changelog",
        releases: told.collect(),
    }
}
