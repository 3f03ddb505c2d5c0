//! The seam to the network.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::time::Duration;

/// Carries a signed request to the server and brings the answer back.
///
/// The request is final: path, header values and body must go out as they are.
/// Do not follow redirects, and do not turn statuses into errors. A closure
/// from request to future is a transport too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a transport",
    note = "give one with `Builder::transport`, or turn on the feature `hyper` of `stipula`"
)]
pub trait Transport: Send + Sync + 'static {
    /// Sends the request and reads the whole answer.
    fn execute(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> impl Future<Output = Result<http::Response<Vec<u8>>, TransportError>> + Send;

    /// Whether it gives up by itself after the [`AttemptTimeout`] of a request. It then knows
    /// whether anything was sent, which nobody else can tell.
    fn keeps_time(&self) -> bool {
        false
    }
}

impl<F, A> Transport for F
where
    F: Fn(http::Request<Vec<u8>>) -> A + Send + Sync + 'static,
    A: Future<Output = Result<http::Response<Vec<u8>>, TransportError>> + Send,
{
    fn execute(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> impl Future<Output = Result<http::Response<Vec<u8>>, TransportError>> + Send {
        self(request)
    }
}

/// How long an attempt may take, as an extension of the request that a transport gets.
///
/// It is there when the caller set a time, with [`Builder::timeout`](super::Builder::timeout) or
/// [`Call::timeout`](super::Call::timeout). A transport with a time of its own takes this one
/// instead; others need not look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptTimeout(pub Duration);

/// What went wrong on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection came about, so nothing was sent.
    Connect,
    /// The certificate of the server is not trusted, so nothing was sent. It is not tried again.
    Untrusted,
    /// The transport cannot be made as its settings say.
    Setup,
    /// The answer took too long. The request may have arrived.
    Timeout,
    /// The answer is larger than the limit.
    TooLarge,
    /// Anything else, for instance a connection that broke.
    Other,
}

/// The request did not get through, or the answer did not come back.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    message: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl TransportError {
    /// A failure of this kind; `message` says what happened.
    pub fn new(kind: TransportErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            source: None,
        }
    }

    /// Adds the cause.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// What went wrong.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
