//! What carries the requests of a client that was given no transport.

/// The transport of a client that was given none.
#[cfg(feature = "hyper")]
pub type DefaultTransport = super::HyperTransport;

/// The transport of a client that was given none.
#[cfg(not(feature = "hyper"))]
pub type DefaultTransport = NoTransport;

/// Stands where a transport has still to be given.
#[cfg(not(feature = "hyper"))]
#[derive(Debug, Clone, Copy)]
pub struct NoTransport;
