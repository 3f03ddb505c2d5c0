//! The client of `obstacles/`, whose names and texts could get in the way.
//!
//! It is part of this crate, so its documentation is checked with that of the workspace, and what a
//! text would make a doctest would run as one.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    reason = "generated from a spec of hostile names"
)]

include!(concat!(env!("OUT_DIR"), "/obstacles/root.rs"));
