//! What cannot be named, and where.

use stipula_contract::Named;

/// Something that gets no Rust name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub problem: Problem,
    /// What should have got a name.
    pub at: Named,
    /// What is wrong, in lower case without a final period.
    pub message: String,
    /// What has the name already.
    pub other: Option<Named>,
    /// What to do.
    pub help: &'static str,
}

/// What is wrong with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Something else has it.
    Taken,
    /// It is no Rust identifier.
    NotAnIdentifier,
}
