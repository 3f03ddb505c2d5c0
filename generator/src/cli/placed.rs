//! Findings of the judge where they stand in a file.

use std::ops::Range;

use stipula_contract::Severity;
use stipula_logic::judge::Finding;

/// A finding with its place in the file.
pub(super) struct Placed {
    pub(super) finding: Finding,
    pub(super) at: Range<usize>,
    pub(super) line: usize,
    pub(super) column: usize,
}

/// The word for a severity, the same in every format.
pub(super) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
