//! What releases changed, the latest first.

use serde::Serialize;

use super::link::Anchor;
use crate::{
    Model,
    notes::{self, Told},
};

/// A release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Release<'a> {
    pub(crate) version: &'a str,
    pub(crate) anchor: String,
    pub(crate) date: &'a str,
    pub(crate) parts: Vec<Told>,
}

/// Every release, the latest first; `anchor` tells where a document has one, `line` what it makes of a line of
/// Markdown.
pub(crate) fn all(
    api: &Model,
    anchor: impl Fn(&Anchor<'_>) -> String,
    line: impl Fn(String) -> String,
) -> Vec<Release<'_>> {
    let releases = api.history.releases.iter().rev();
    let told = releases.map(|it| Release {
        version: &it.version,
        anchor: anchor(&Anchor::Release(&it.version)),
        date: &it.date,
        parts: notes::parts(it)
            .into_iter()
            .map(|it| Told {
                lines: it.lines.into_iter().map(&line).collect(),
                ..it
            })
            .collect(),
    });
    told.collect()
}
