//! What releases changed, the latest first.

use crate::{
    Model,
    notes::{self, Told},
};

/// A release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Release<'a> {
    pub(crate) version: &'a str,
    pub(crate) date: &'a str,
    pub(crate) parts: Vec<Told>,
}

/// Every release, the latest first.
pub(crate) fn all(api: &Model) -> Vec<Release<'_>> {
    let releases = api.history.releases.iter().rev();
    let told = releases.map(|it| Release {
        version: &it.version,
        date: &it.date,
        parts: notes::parts(it),
    });
    told.collect()
}
