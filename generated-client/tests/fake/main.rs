//! The client against the fake: what it refuses, what it counts, what it breaks.

mod faults;
mod neighbours;
#[cfg(feature = "tracing")]
mod notes;
mod refusals;
mod requests;
mod script;
mod secrets;
mod truth;
