//! What changed on a page since its facts were kept, as an item of work.

use serde_json::Value;
use stipula_facts::Kind;

/// How the page changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Something new stands there.
    Added,
    /// Something is gone.
    Removed,
    /// Something has another name, or another place.
    Renamed,
    /// The page says something else about what stood there before.
    Changed,
}

impl Change {
    /// All of them, in the order of a work list.
    pub const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Renamed, Self::Changed];

    /// The name in reports.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Changed => "changed",
        }
    }
}

/// One item of work that a page caused.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Upstream {
    /// How the page changed.
    pub change: Change,
    /// The operation or type that it belongs to, or the page as a whole by its id.
    pub group: String,
    /// What to do about it; nothing where the spec need not change.
    pub edit: Vec<Step>,
    /// What changed, fact by fact.
    pub facts: Vec<FactChange>,
}

/// One step of an edit.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// What to do, as a sentence without its end.
    pub what: String,
    /// Lines of YAML to write, without the depth at which they will stand.
    pub lines: Vec<String>,
}

impl Step {
    /// A step that a sentence tells.
    pub(super) fn of(what: impl Into<String>) -> Self {
        Self {
            what: what.into(),
            lines: Vec::new(),
        }
    }

    /// A step with lines to write.
    pub(super) fn with(what: impl Into<String>, lines: &str) -> Self {
        Self {
            what: what.into(),
            lines: lines.lines().map(str::to_owned).collect(),
        }
    }
}

/// One fact as it was and as it is; prose by its digest.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct FactChange {
    /// Place by the names of the page.
    pub at: String,
    /// What it is about.
    pub kind: Kind,
    /// What the page said, if anything.
    pub was: Option<Value>,
    /// What it says, if anything.
    pub is: Option<Value>,
}
