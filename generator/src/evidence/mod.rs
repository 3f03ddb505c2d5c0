//! The spec held against what the pages say.

mod kind;

#[cfg(feature = "cli")]
mod claims;
#[cfg(feature = "cli")]
mod compare;
#[cfg(feature = "cli")]
mod link;

pub use kind::Kind;
