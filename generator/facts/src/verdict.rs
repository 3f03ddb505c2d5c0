//! Verdicts as they are kept: one line for each claim, without dates and without lines of captures,
//! so that a new capture that says the same changes nothing.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Kind;

/// Name of the file, beside `api.yaml`.
pub const VERDICTS: &str = "verdicts.jsonl";

/// What the pages make of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A page says the same, and no other page says something else without a quirk.
    Confirmed,
    /// A page says something else, and a quirk explains it; or no page says it, and a quirk does.
    Waived,
    /// The captures lost it, or its page was not captured.
    Unverifiable,
    /// Pages disagree.
    Conflict,
    /// The page says something else.
    Differs,
    /// No page says it.
    SpecOnly,
    /// The page says it, the spec does not.
    CaptureOnly,
}

impl Verdict {
    /// All verdicts, the good ones first.
    pub const ALL: [Self; 7] = [
        Self::Confirmed,
        Self::Waived,
        Self::Unverifiable,
        Self::Conflict,
        Self::Differs,
        Self::SpecOnly,
        Self::CaptureOnly,
    ];

    /// The name in files and reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Waived => "waived",
            Self::Unverifiable => "unverifiable",
            Self::Conflict => "conflict",
            Self::Differs => "differs",
            Self::SpecOnly => "spec-only",
            Self::CaptureOnly => "capture-only",
        }
    }
}

/// The verdict on one claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Place of the claim, by the names of the spec.
    pub at: String,
    /// What it is about.
    pub kind: Kind,
    /// What the spec says; `null` when it says nothing, and a quirk tells why.
    pub value: Value,
    /// What the pages make of it.
    pub verdict: Verdict,
    /// Ids of the pages that say the same, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<String>,
    /// Ids of the quirks that explain what other pages say, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quirks: Vec<String>,
}
