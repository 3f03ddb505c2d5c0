//! Tests that see the generator and the client together. They are in `tests/`; this crate holds
//! what several of them need.

pub mod agreement;
pub mod bodies;
mod calls;
pub mod client;
pub mod compiled;
pub mod flagship;
pub mod known;
pub mod maker;
pub mod obstacles;
pub mod schema;
mod told;

/// A module of the client that the build script made of a spec, from its folder.
#[macro_export]
macro_rules! generated {
    ($vis:vis $name:ident, $folder:literal) => {
        #[allow(
            missing_docs,
            unused,
            unexpected_cfgs,
            unreachable_pub,
            clippy::pedantic
        )]
        $vis mod $name {
            include!(concat!(env!("OUT_DIR"), $folder, "/root.rs"));
        }
    };
}

pub use calls::run;
pub use told::{Told, faults, readable};
