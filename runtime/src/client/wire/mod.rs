//! Texts as addresses and forms carry them.

pub(crate) mod percent;
#[cfg(feature = "fake")]
pub(crate) mod query;
