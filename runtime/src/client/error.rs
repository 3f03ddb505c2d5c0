//! Why a call did not give data.

mod make;

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::{GaveUp, Outcome, TokenError, VerificationErrorKind};
use crate::Violations;
use crate::open_enum::OpenEnum;
use crate::read::{self, Slot};

/// The kind of an [`Error`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The request breaks rules and was not sent; see [`Error::violations`].
    Invalid,
    /// The request could not be written, and was not sent.
    Encode,
    /// The request could not be signed, and was not sent.
    Sign,
    /// The request or the answer was lost on the way.
    Transport,
    /// The server answered with an HTTP status other than success.
    Http,
    /// The answer is not proven to be the platform's; see [`Error::verification_error`].
    Signature,
    /// The answer cannot be read.
    Decode,
    /// The platform says that the operation failed for good.
    Failed,
    /// The platform does not say whether the operation was carried out.
    Unknown,
    /// The client lacks what the call asks for, and nothing was sent.
    Setup,
    /// No token could be fetched, and nothing was sent; see [`Error::token_error`].
    Token,
}

/// Why a call did not give data.
///
/// It holds no keys, no signatures and no values of fields, and may be logged. Only
/// the result message is the platform's own text.
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    operation: String,
    /// What happened, after the name of the operation.
    what: String,
    result_code: Option<String>,
    result_message: Option<String>,
    /// The object of a failure, as JSON. It may hold what is not to be shown.
    told: Option<String>,
    trace_id: Option<String>,
    status: Option<http::StatusCode>,
    violations: Violations,
    verification: Option<VerificationErrorKind>,
    pointer: Option<String>,
    excerpt: Option<String>,
    timeout: bool,
    retryable: bool,
    already_done: bool,
    retry_after: Option<Duration>,
    gave_up: Option<GaveUp>,
    outcome: Outcome,
    attempts: u32,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// What kind of failure it is.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The name of the operation, or the path of a raw call.
    pub fn operation(&self) -> &str {
        &self.0.operation
    }

    /// The result code of the answer.
    pub fn result_code(&self) -> Option<&str> {
        self.0.result_code.as_deref()
    }

    /// The result code as the enum of the operation; generated clients have one each.
    ///
    /// ```
    /// stipula::open_enum! {
    ///     /// Result codes of `create`.
    ///     pub enum CreateCode {
    ///         /// It is there already.
    ///         Exists = "HAS_EXIST",
    ///     }
    /// }
    ///
    /// fn exists(error: &stipula::client::Error) -> bool {
    ///     error.code() == Some(CreateCode::Exists)
    /// }
    /// ```
    pub fn code<C: OpenEnum>(&self) -> Option<C> {
        self.result_code().map(C::from_text)
    }

    /// The result message of the answer.
    pub fn result_message(&self) -> Option<&str> {
        self.0.result_message.as_deref()
    }

    /// What a failure told, as the type that the API documents for it; none where the answer told nothing,
    /// or lacks what the type guarantees.
    ///
    /// It is read as answers are: a member that does not fit is left out. Generated clients say in
    /// their documentation which type it is. Of an answer whose signature is missing or wrong, only those
    /// failures are read that the API lets come unsigned.
    ///
    /// ```
    /// # use stipula::{client::Error, read::Slot};
    /// fn param<Detail: Slot>(error: &Error, of: impl Fn(Detail) -> Option<String>) -> Option<String> {
    ///     error.detail().and_then(of)
    /// }
    /// ```
    pub fn detail<T: Slot>(&self) -> Option<T> {
        let told = self.0.told.as_deref()?;
        let read = read::answer(told.as_bytes());
        read.ok().map(|it| it.value)
    }

    /// The id under which the platform can find the call.
    pub fn trace_id(&self) -> Option<&str> {
        self.0.trace_id.as_deref()
    }

    /// The HTTP status of the answer.
    pub fn status(&self) -> Option<http::StatusCode> {
        self.0.status
    }

    /// The rules that the request breaks; empty unless the kind is [`ErrorKind::Invalid`].
    pub fn violations(&self) -> &Violations {
        &self.0.violations
    }

    /// Why the answer is not proven to be the platform's; for [`ErrorKind::Signature`].
    pub fn verification_error(&self) -> Option<VerificationErrorKind> {
        self.0.verification
    }

    /// Why no token could be fetched; for [`ErrorKind::Token`].
    pub fn token_error(&self) -> Option<&TokenError> {
        self.0.source.as_deref()?.downcast_ref()
    }

    /// Where in the answer the value stands that cannot be read, as a JSON Pointer.
    ///
    /// The empty one is the answer as a whole. Names in it are the platform's; values are not told.
    pub fn pointer(&self) -> Option<&str> {
        self.0.pointer.as_deref()
    }

    /// What stands there, as types and lengths: `object(2){string(8), number}`.
    pub fn excerpt(&self) -> Option<&str> {
        self.0.excerpt.as_deref()
    }

    /// Whether the answer did not come in time.
    pub fn is_timeout(&self) -> bool {
        self.0.timeout
    }

    /// Whether the same body may be sent again: it can succeed, and the work is not done twice.
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }

    /// How long the server asks to wait, by the header `Retry-After` or by a member of the body.
    ///
    /// A call that retries waits as long before its next attempt, and makes none when that is more than
    /// [`RetryPolicy::cap`](super::RetryPolicy::cap).
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Why the call was not sent again although [`is_retryable`](Self::is_retryable); none where it is not.
    pub fn gave_up(&self) -> Option<GaveUp> {
        self.0.gave_up
    }

    /// How many attempts were made; 0 when nothing was sent.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// Whether the operation was carried out: [`Outcome::Failed`] or [`Outcome::Unknown`].
    ///
    /// Failed means that it was not, for sure. When the answer to an earlier attempt was lost,
    /// that cannot be said, whatever the last one says.
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// Whether the code is the documented one for a business key that was carried out before.
    ///
    /// After an attempt of your own whose answer was lost, this means success. A call that retries
    /// gives a [`Response`](super::Response) then, if the answer is signed.
    pub fn is_already_done(&self) -> bool {
        self.0.already_done
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.0.operation, self.0.what)?;
        if let Some(why) = self.0.gave_up {
            write!(f, "{why}")?;
        }
        match &self.0.trace_id {
            Some(trace) => write!(f, " (trace `{}`)", OneLine(trace)),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.to_string())
            .field("status", &self.0.status)
            .field("retryable", &self.0.retryable)
            .field("attempts", &self.0.attempts)
            .field("excerpt", &self.0.excerpt)
            .field("source", &self.0.source)
            .finish_non_exhaustive()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

/// A text from outside on one line, of a bearable length.
struct OneLine<'a>(&'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 200;
        for (nth, character) in self.0.trim().chars().enumerate() {
            if nth == MOST {
                return f.write_str("…");
            }
            let shown = if character.is_control() {
                ' '
            } else {
                character
            };
            write!(f, "{shown}")?;
        }
        Ok(())
    }
}
