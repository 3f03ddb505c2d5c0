//! The page of releases: what each changed.

use serde::Serialize;

use super::{html::inline, page::anchor};
use crate::{
    Model,
    view::{
        changelog::{Release, all},
        prose::Prose,
    },
};

/// The page of releases.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    releases: Vec<Release<'a>>,
}

/// Every release, the latest first.
pub(super) fn view(api: &Model) -> View<'_> {
    View {
        title: "Changelog",
        releases: all(api, anchor, |line| inline(Prose::new(&line))),
    }
}
