//! Named cases of a request, and what each member is in them.

use serde::Serialize;

use super::{Case, Condition, TypeId};

/// A named case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scenario {
    /// Name, unique in the operation.
    pub name: String,
    /// What it is.
    pub doc: String,
    /// When a body belongs to it.
    pub when: Condition,
    /// What that type makes of each member of the body, in order. A member without effect and one
    /// that must not be given are left out.
    pub members: Vec<ScenarioMember>,
    /// What each member is in this case; the same rows in the same order in every scenario.
    pub needs: Vec<NeedRow>,
}

/// What one member is in one case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NeedRow {
    /// Path from the body: `texts.*.title`; `*` stands for list items and map values.
    pub path: String,
    /// Levels below the body, 0 for a member of the body.
    pub depth: usize,
    /// What it is.
    pub need: Need,
}

/// What a member is in one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Need {
    /// Must be given.
    Required,
    /// Should be given: a warning otherwise.
    Expected,
    /// Should be given depending on more than the case says: a warning otherwise.
    SometimesExpected,
    /// Must be given, or may be, depending on more than the case says.
    Conditional,
    /// May be given.
    Optional,
    /// Has no effect: a warning when given.
    Ineffective,
    /// Must not be given.
    NotAllowed,
    /// Belongs to a case of a union that is not chosen here: nobody says what it does.
    OtherCase,
}

/// A member of the body in the type of a scenario.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ScenarioMember {
    /// Its place among the members of the body.
    pub field: usize,
    /// For a union: the case that the scenario chooses.
    pub case: Option<Case>,
    /// How it is given.
    pub role: Role,
}

/// How a member of the body is given in the type of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Role {
    /// It has one value in every such body, so that nobody gives it.
    Fixed {
        /// The enum.
        of: TypeId,
        /// Index of the value.
        value: usize,
    },
    /// It has to be given.
    Needed,
    /// It may be given.
    Optional,
}
