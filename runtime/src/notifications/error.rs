//! Why a notification is not taken.

use std::fmt;

use http::{Response, StatusCode};

use crate::client::{VerificationError, VerificationErrorKind};

/// Why a notification is not taken, and what to answer. No value of the notification stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotificationError {
    api: &'static str,
    kind: NotificationErrorKind,
    why: String,
}

/// What kind of error a [`NotificationError`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotificationErrorKind {
    /// It is not proven to be the vendor's. Anybody may have sent it: look at nothing of it.
    Unverified(VerificationErrorKind),
    /// It is larger than [`ReceiverBuilder::max_body`](super::ReceiverBuilder::max_body).
    TooLarge,
    /// Its body cannot be read by its type.
    Unreadable,
    /// A member of it is sealed, and the key that was given does not open it.
    Unopened,
    /// Nothing proves it, and it is of no documented kind.
    UnknownKind,
}

impl NotificationError {
    pub(super) fn new(
        api: &'static str,
        kind: NotificationErrorKind,
        why: impl Into<String>,
    ) -> Self {
        let why = why.into();
        Self { api, kind, why }
    }

    pub(super) fn unverified(api: &'static str, error: VerificationError) -> Self {
        let kind = NotificationErrorKind::Unverified(error.kind);
        Self::new(api, kind, error.why)
    }

    /// What kind of error it is.
    pub fn kind(&self) -> NotificationErrorKind {
        self.kind
    }

    /// The HTTP status to answer: 401 to what is not proven, 413 to what is too large, 500 to what cannot be
    /// opened, so that it is sent again when the key is the right one, and 400 to the rest.
    pub fn status(&self) -> StatusCode {
        match self.kind {
            NotificationErrorKind::Unverified(_) => StatusCode::UNAUTHORIZED,
            NotificationErrorKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            NotificationErrorKind::Unopened => StatusCode::INTERNAL_SERVER_ERROR,
            NotificationErrorKind::Unreadable | NotificationErrorKind::UnknownKind => {
                StatusCode::BAD_REQUEST
            }
        }
    }

    /// The answer with this status, without a body: the sender learns nothing about the reason.
    pub fn answer<B: From<Vec<u8>>>(&self) -> Response<B> {
        let mut response = Response::new(B::from(Vec::new()));
        *response.status_mut() = self.status();
        response
    }
}

impl fmt::Display for NotificationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "a notification of `{}` is not taken: {}",
            self.api, self.why
        )
    }
}

impl std::error::Error for NotificationError {}
