//! Tests that see the generator and the client together. They are in `tests/`; this crate holds
//! what several of them need.

pub mod agreement;
pub mod bodies;
pub mod client;
pub mod flagship;
pub mod known;
pub mod maker;
pub mod obstacles;
pub mod schema;
mod told;

pub use told::{Told, faults, readable};
