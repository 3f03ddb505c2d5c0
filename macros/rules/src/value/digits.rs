//! The digits of a number, without a rounding.

mod exact;
mod parts;

pub use exact::{Exact, NoNumber};
pub use parts::Parts;
