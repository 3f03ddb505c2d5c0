//! The page of releases: what each changed.

use serde::Serialize;

use super::links::anchor;
use crate::{
    Model,
    view::{changelog, link::Anchor},
};

#[derive(Debug, Serialize)]
pub(super) struct Page<'a> {
    title: &'a str,
    releases: Vec<Release<'a>>,
}

#[derive(Debug, Serialize)]
struct Release<'a> {
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

/// Every release, the latest first.
pub(super) fn page(api: &Model) -> Page<'_> {
    let releases = changelog::all(api).into_iter().map(|it| Release {
        version: it.version,
        anchor: anchor(&Anchor::Release(it.version)),
        date: it.date,
        parts: it
            .parts
            .into_iter()
            .map(|it| Part {
                title: it.title,
                lines: it.lines,
            })
            .collect(),
    });
    Page {
        title: &api.title,
        releases: releases.collect(),
    }
}
