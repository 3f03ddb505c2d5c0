//! The spec held against what the pages say.
//!
//! [`inspect`] gives every claim of the spec and every fact of the pages a [`Verdict`]. The facts are
//! read by [`crate::pages`] and kept beside the spec; the verdicts are kept as well, and the
//! generator reads those, never a capture.

mod kind;
pub(crate) mod lines;
// Without the command, only names of parts are looked up.
#[cfg_attr(not(feature = "cli"), allow(dead_code))]
mod link;
mod verdict;

#[cfg(feature = "cli")]
mod captures;
#[cfg(feature = "cli")]
mod check;
#[cfg(feature = "cli")]
mod claims;
#[cfg(feature = "cli")]
mod compare;
#[cfg(feature = "cli")]
mod desk;
#[cfg(feature = "cli")]
mod drift;
#[cfg(feature = "cli")]
mod gaps;
#[cfg(feature = "cli")]
mod kept;
#[cfg(feature = "cli")]
mod report;
#[cfg(feature = "cli")]
mod waivers;

pub use kind::Kind;
pub(crate) use link::Linker;
pub use verdict::{Record, VERDICTS, Verdict};

#[cfg(feature = "cli")]
pub use desk::{CheckError, Inspection, Options, inspect};
#[cfg(feature = "cli")]
pub use report::{Coverage, Finding, Report, Seen, Topic};

/// A value as a person reads it: texts without quotes, everything else as JSON.
#[cfg(feature = "cli")]
pub(crate) fn told(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Null => "nothing".to_owned(),
        other => other.to_string(),
    }
}
