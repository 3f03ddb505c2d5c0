//! Fetching tokens: the request, its answer, and where the token is kept.
//!
//! No I/O happens here. The shells send the request and wait; which call fetches, and which wait for
//! it, is decided in [`store`].

mod error;
mod fetch;
mod store;

pub use error::{TokenError, TokenErrorKind};
pub(super) use store::{Asked, Asking, Tokens};
