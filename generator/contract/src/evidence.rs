//! Where claims were read: pages, departures from them, and how sure a claim is.

use serde::Serialize;

/// A page the spec rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// Id, referred to by `source:`.
    pub id: String,
    /// Title of the page.
    pub title: String,
    /// Name of the capture.
    pub file: Option<String>,
    /// SHA-256 of the capture.
    pub sha256: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Which claims rest on it.
    pub covers: String,
}

/// A departure from a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quirk {
    /// Id, referred to by `quirk:`.
    pub id: String,
    /// What it concerns.
    pub at: String,
    /// What the page says.
    pub page: String,
    /// What the spec says.
    pub spec: String,
    /// Why.
    pub why: String,
    /// Page it was seen on.
    pub source: Option<String>,
}

/// Where a claim was read and how sure it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// Id of the page.
    pub source: Option<String>,
    /// Ids of the quirks that bear on it.
    pub quirks: Vec<String>,
    /// Inferred from samples or neighbours, not written on a page.
    pub inferred: bool,
    /// Written, but not seen to work.
    pub unverified: bool,
    /// Seen in samples only.
    pub undocumented: bool,
}
