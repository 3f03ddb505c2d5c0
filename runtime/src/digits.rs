//! The digits of a number, without a rounding.

mod exact;
mod parts;

pub use exact::Exact;
pub(crate) use parts::Parts;
