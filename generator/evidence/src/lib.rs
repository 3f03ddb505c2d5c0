//! The spec held against what the pages say.
//!
//! [`inspect`] gives every claim of the spec and every fact of the pages a [`Verdict`](stipula_facts::Verdict). The facts are
//! read by [`stipula_pages`] and kept beside the spec; the verdicts are kept as well, and the
//! generator reads those, never a capture.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod accept;
mod captures;
mod cases;
mod changes;
mod check;
mod claims;
mod compare;
mod desk;
mod digests;
pub mod draft;
mod drift;
mod error;
mod gaps;
mod kept;
mod ledger;
mod report;
mod upstream;
mod waivers;
mod whose;
mod yaml;

pub use accept::Accept;
pub use desk::{Inspection, Options, inspect};
pub use error::CheckError;
pub use kept::kept_facts;
pub use report::{Coverage, Finding, Report, Seen, Topic};
pub use upstream::{Change, FactChange, Step, Upstream};

/// A value as a person reads it: texts without quotes, everything else as JSON.
pub fn told(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Null => "nothing".to_owned(),
        other => other.to_string(),
    }
}
