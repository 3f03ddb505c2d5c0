//! What sentences demand.

use stipula_facts::Kind;

use crate::condition::Condition;

/// What a sentence demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Demand {
    Always,
    Never,
    When(Condition),
    /// There is a condition, and the capture does not have it.
    Lost,
    /// So many of these.
    Group(Kind, Vec<String>),
}
