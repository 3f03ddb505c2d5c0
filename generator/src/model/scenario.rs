//! Named cases of a request, and what each member is in them.

use super::Condition;

/// A named case.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Name, unique in the operation.
    pub name: String,
    /// What it is.
    pub doc: String,
    /// When a body belongs to it.
    pub when: Condition,
    /// What each member is in this case; the same rows in the same order in every scenario.
    pub needs: Vec<NeedRow>,
}

/// What one member is in one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedRow {
    /// Path from the body: `texts.*.title`; `*` stands for list items and map values.
    pub path: String,
    /// Levels below the body, 0 for a member of the body.
    pub depth: usize,
    /// What it is.
    pub need: Need,
}

/// What a member is in one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Must be given.
    Required,
    /// Should be given: a warning otherwise.
    Expected,
    /// Must be given depending on more than the case says.
    Conditional,
    /// May be given.
    Optional,
    /// Has no effect: a warning when given.
    Ineffective,
    /// Must not be given.
    NotAllowed,
}
