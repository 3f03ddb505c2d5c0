//! What documentation pages make of a claim, as `docs-check` found it.

use stipula_facts::{Kind, Verdict};

/// What pages make of the claims about one thing; empty when nobody has checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Ids of the pages that confirm at least one claim, sorted.
    pub pages: Vec<String>,
    /// Claims that are not simply confirmed, in order.
    pub exceptions: Vec<Exception>,
    /// Both in one sentence without a final period, the same in every output; empty when nobody
    /// has checked.
    pub sentence: String,
}

/// A claim that is not simply confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// What it is about.
    pub kind: Kind,
    /// What pages make of it; a confirmed one is here when another page says something else.
    pub verdict: Verdict,
    /// Ids of the quirks that explain it.
    pub quirks: Vec<String>,
}
