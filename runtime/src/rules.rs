//! The value rules, as small pure questions that derived code asks: each has the name of its rule
//! and says whether a value keeps it.

pub use stipula_rules::checks::*;
pub use stipula_rules::counts;
