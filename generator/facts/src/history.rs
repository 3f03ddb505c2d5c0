//! What releases of a client changed: a file of JSON lines beside a spec, one release each. Its dates are
//! given by hand.

use serde::{Deserialize, Serialize};

/// Name of the file, beside `api.yaml`.
pub const HISTORY: &str = "history.jsonl";

/// A release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Its version, such as `1.4.0`.
    pub version: String,
    /// Its day: `2026-01-31`.
    pub date: String,
    /// What it changed, what weighs most first.
    pub changes: Vec<Noted>,
}

/// A change, as far as notes tell it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// What it is known by.
    pub fingerprint: String,
    /// The row of the table of changes.
    pub row: String,
    /// Which part of the notes tells it.
    pub part: Part,
    /// Where: `createOrder.request.stock`.
    pub at: String,
    /// What happened, as the rest of a sentence that begins with the place.
    pub what: String,
    /// The release that it needs: `major`, `minor`, `patch` or `none`.
    pub bump: String,
    /// How soon deployed clients need it, from 0 to 2.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub urgency: u8,
    /// Who caused it: `upstream`, `curation` or `generator`.
    pub origin: String,
}

/// A part of the notes of a release, by [Keep a Changelog](https://keepachangelog.com).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// What is new.
    Added,
    /// What is another than it was.
    Changed,
    /// What should no longer be used.
    Deprecated,
    /// What is gone.
    Removed,
    /// What only documentation shows; told as a number.
    Documentation,
}

impl Part {
    /// All of them, in the order of notes.
    pub const ALL: [Self; 5] = [
        Self::Added,
        Self::Changed,
        Self::Deprecated,
        Self::Removed,
        Self::Documentation,
    ];

    /// The heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Added => "Added",
            Self::Changed => "Changed",
            Self::Deprecated => "Deprecated",
            Self::Removed => "Removed",
            Self::Documentation => "Documentation",
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde hands out a reference
const fn is_zero(it: &u8) -> bool {
    *it == 0
}
