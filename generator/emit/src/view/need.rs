//! What a member needs.

use stipula_contract::Need;

use crate::words;

/// What a member needs, all cases together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Needed {
    /// Of a request, or of an answer that may lack it.
    Is(Need),
    /// Every answer has it.
    Always,
}

impl Needed {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Is(need) => words::need(need),
            Self::Always => "always",
        }
    }
}
