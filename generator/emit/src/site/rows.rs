//! Names with what is told of them, and settings, as pages show what holds for every operation.

use serde::Serialize;

use crate::view::settings::Setting;

use super::page::Chip;

/// A name with what is told of it.
#[derive(Debug, Serialize)]
pub(super) struct Row<'a> {
    pub(super) anchor: String,
    pub(super) name: &'a str,
    /// An address, or when a header is there.
    pub(super) mark: &'a str,
    pub(super) way: &'static str,
    pub(super) doc: String,
    /// What it always holds.
    pub(super) value: Option<&'a str>,
    pub(super) sample: Option<&'a str>,
    pub(super) chips: Vec<Chip>,
}

/// Names with values.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    pub(super) settings: Vec<Setting>,
    pub(super) note: &'static str,
    pub(super) chips: Vec<Chip>,
}
