//! The page of releases: what each changed.

use serde::Serialize;

use super::links::anchor;
use crate::{
    Model,
    view::changelog::{Release, all},
};

#[derive(Debug, Serialize)]
pub(super) struct Page<'a> {
    title: &'a str,
    releases: Vec<Release<'a>>,
}

/// Every release, the latest first.
pub(super) fn page(api: &Model) -> Page<'_> {
    Page {
        title: &api.title,
        releases: all(api, anchor, |line| line),
    }
}
