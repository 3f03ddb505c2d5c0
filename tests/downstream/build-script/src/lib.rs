//! A client for thirteen operations, each of which has one kind of rule.

mod api {
    include!(concat!(env!("OUT_DIR"), "/root.rs"));
}

pub use api::*;
