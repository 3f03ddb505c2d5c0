//! How the parts of a request are written.

#[cfg(feature = "fake")]
pub(crate) mod join;
mod multipart;
mod pairs;
#[cfg(feature = "fake")]
mod parts;
pub(crate) mod percent;
mod place;
pub(crate) mod query;
mod split;

pub use place::{BodyForm, Lists, Nested, Parameter, Place};
pub(in crate::client) use split::{fits_header, split};
