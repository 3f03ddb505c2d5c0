//! Tests that see the generator and the client together. They are in `tests/`; this crate holds
//! what several of them need.

pub mod client;
pub mod flagship;
mod told;

pub use told::{Told, readable};
