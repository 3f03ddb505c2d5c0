//! Why there is no token.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

use crate::client::{TransportError, TransportErrorKind};

/// What went wrong when a token was fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenErrorKind {
    /// The request for a token cannot be made.
    Request,
    /// The request or its answer was lost on the way.
    Transport,
    /// The server of tokens refuses; see [`TokenError::code`].
    Refused,
    /// The server of tokens cannot answer now: HTTP status 408, 429 or 5xx.
    Unavailable,
    /// The answer holds no token that can be used.
    Unreadable,
}

/// No token could be fetched.
///
/// It holds neither the token nor the secret, nor a text of the server but its code, and may be logged.
#[derive(Debug, Clone)]
pub struct TokenError {
    kind: TokenErrorKind,
    what: String,
    status: Option<StatusCode>,
    code: Option<String>,
    wait: Option<Duration>,
    source: Option<Arc<TransportError>>,
}

impl TokenError {
    pub(super) fn new(kind: TokenErrorKind, what: impl Into<String>) -> Self {
        Self {
            kind,
            what: what.into(),
            status: None,
            code: None,
            wait: None,
            source: None,
        }
    }

    pub(super) fn lost(source: TransportError) -> Self {
        let what = match source.kind() {
            TransportErrorKind::Untrusted => "the server of tokens is not trusted",
            _ => "the server of tokens gave no answer",
        };
        let mut error = Self::new(TokenErrorKind::Transport, what);
        error.source = Some(Arc::new(source));
        error
    }

    pub(super) fn at(mut self, status: StatusCode) -> Self {
        self.status = Some(status);
        self
    }

    pub(super) fn coded(mut self, code: Option<String>) -> Self {
        self.code = code;
        self
    }

    pub(super) fn asked_to_wait(mut self, wait: Option<Duration>) -> Self {
        self.wait = wait;
        self
    }

    /// What went wrong.
    pub fn kind(&self) -> TokenErrorKind {
        self.kind
    }

    /// The HTTP status of the answer, if there was one.
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// The code of RFC 6749, section 5.2, such as `invalid_client`.
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Whether the same request may succeed later.
    pub fn is_retryable(&self) -> bool {
        let source = self.source.as_deref();
        match self.kind {
            TokenErrorKind::Unavailable => true,
            TokenErrorKind::Transport => {
                source.map(TransportError::kind) != Some(TransportErrorKind::Untrusted)
            }
            _ => false,
        }
    }

    /// How long the server asks to wait, by the header `Retry-After`.
    pub fn retry_after(&self) -> Option<Duration> {
        self.wait
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        if let Some(code) = &self.code {
            write!(f, ": `{code}`")?;
        }
        match self.status {
            Some(status) => write!(f, " (HTTP {})", status.as_u16()),
            None => Ok(()),
        }
    }
}

impl StdError for TokenError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|it| it as _)
    }
}
