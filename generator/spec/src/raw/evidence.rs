//! Evidence keys, the same everywhere.

use super::Keys;
use crate::{diag::Sink, yaml::Text};

/// Keys that say where a claim was read.
#[derive(Debug, Clone, Default)]
pub struct RawEvidence {
    /// Id of a source.
    pub source: Option<Text>,
    /// Ids of quirks.
    pub quirks: Vec<Text>,
    /// Inferred, not written.
    pub inferred: bool,
    /// Not seen to work.
    pub unverified: bool,
    /// In samples only.
    pub undocumented: bool,
}

/// Reads the keys.
pub(super) fn read(keys: &Keys<'_>, sink: &mut Sink) -> RawEvidence {
    RawEvidence {
        source: keys.text("source", sink),
        quirks: keys.texts("quirk", sink),
        inferred: keys.flag("inferred", sink),
        unverified: keys.flag("unverified", sink),
        undocumented: keys.flag("undocumented", sink),
    }
}
