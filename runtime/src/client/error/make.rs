//! How each kind of error comes about.

use std::error::Error as StdError;
use std::time::Duration;

use http::StatusCode;

use super::{Error, ErrorKind, Inner, OneLine};
use crate::Violations;
use crate::client::auth::VerificationError;
use crate::client::envelope::{Verdict, outcome_of};
use crate::client::redirect;
use crate::client::target::Target;
use crate::client::{
    GaveUp, Outcome, Repeat, SignError, TokenError, TransportError, TransportErrorKind,
};

impl Error {
    fn new(kind: ErrorKind, operation: &str, what: String) -> Self {
        Self(Box::new(Inner {
            kind,
            operation: operation.to_owned(),
            what,
            result_code: None,
            result_message: None,
            told: None,
            trace_id: None,
            status: None,
            violations: Violations::new(),
            verification: None,
            pointer: None,
            excerpt: None,
            timeout: false,
            retryable: false,
            already_done: false,
            retry_after: None,
            gave_up: None,
            // What was not sent was not carried out.
            outcome: Outcome::Failed,
            attempts: 0,
            source: None,
        }))
    }

    fn caused_by(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    pub(in crate::client) fn invalid(target: &Target<'_>, violations: Violations) -> Self {
        let count = violations.errors().count();
        let first = violations
            .errors()
            .next()
            .map(|violation| violation.to_string());
        let first = first.unwrap_or_default();
        let what = match count {
            1 => format!("was not sent: {first}"),
            _ => format!("was not sent: it breaks {count} rules, the first: {first}"),
        };
        let mut error = Self::new(ErrorKind::Invalid, target.name, what);
        error.0.violations = violations;
        error
    }

    pub(in crate::client) fn encode(operation: &str, why: &str) -> Self {
        Self::new(ErrorKind::Encode, operation, format!("was not sent: {why}"))
    }

    pub(in crate::client) fn sign(operation: &str, source: SignError) -> Self {
        let what = match StdError::source(&source) {
            Some(cause) => {
                let cause = cause.to_string();
                format!("was not sent: {source}: {}", OneLine(&cause))
            }
            None => format!("was not sent: {source}"),
        };
        let mut error = Self::new(ErrorKind::Sign, operation, what);
        // Nothing was sent, so that nothing is done twice.
        error.0.retryable = source.is_transient();
        error.caused_by(source)
    }

    /// The request was to be finished without the signature that it needs.
    pub(in crate::client) fn unsigned(operation: &str) -> Self {
        let what = "was not sent: it has to be signed, but was given no signature".to_owned();
        Self::new(ErrorKind::Sign, operation, what)
    }

    /// The request was to be finished without the token that it needs.
    pub(in crate::client) fn without_token(operation: &str) -> Self {
        let what =
            "was not sent: it needs a token, but was given none; `OAuth2::request` asks for one";
        Self::new(ErrorKind::Token, operation, what.to_owned())
    }

    /// No token could be fetched.
    pub(in crate::client) fn token(target: &Target<'_>, source: TokenError) -> Self {
        let what = format!("was not sent: {source}");
        let mut error = Self::new(ErrorKind::Token, target.name, what);
        error.0.retryable = source.is_retryable();
        error.0.retry_after = source.retry_after();
        error.caused_by(source)
    }

    pub(in crate::client) fn transport(target: &Target<'_>, source: TransportError) -> Self {
        let (what, retryable) = match source.kind() {
            TransportErrorKind::Connect => ("could not reach the server", true),
            // The next certificate would be the same.
            TransportErrorKind::Untrusted => ("was not sent: the server is not trusted", false),
            TransportErrorKind::Setup => ("was not sent: its transport cannot be made", false),
            TransportErrorKind::Timeout => ("got no answer in time", target.may_repeat()),
            // The next answer would be as large.
            TransportErrorKind::TooLarge => ("got too large an answer", false),
            TransportErrorKind::Other => ("got no whole answer", target.may_repeat()),
        };
        let mut error = Self::new(ErrorKind::Transport, target.name, what.to_owned());
        error.0.timeout = source.kind() == TransportErrorKind::Timeout;
        error.0.outcome = match source.kind() {
            TransportErrorKind::Connect
            | TransportErrorKind::Untrusted
            | TransportErrorKind::Setup => Outcome::Failed,
            _ => Outcome::Unknown,
        };
        error.0.retryable = retryable;
        error.caused_by(source)
    }

    /// The client lacks something that the call needs.
    pub(in crate::client) fn setup(target: &Target<'_>, why: &str) -> Self {
        Self::new(
            ErrorKind::Setup,
            target.name,
            format!("was not sent: {why}"),
        )
    }

    /// Tells how many attempts were made, and whether the answer to an earlier one was lost.
    pub(in crate::client) fn after(mut self, attempts: u32, loss: bool) -> Self {
        self.0.attempts = attempts;
        if loss {
            self.0.outcome = Outcome::Unknown;
        }
        self
    }

    /// Tells why there is no further attempt.
    pub(in crate::client) fn given_up(mut self, why: Option<GaveUp>) -> Self {
        self.0.gave_up = why;
        self
    }

    pub(in crate::client) fn asked_to_wait(mut self, wait: Option<Duration>) -> Self {
        self.0.retry_after = wait;
        self
    }

    /// An answer with an HTTP status other than success.
    pub(in crate::client) fn http(
        target: &Target<'_>,
        status: StatusCode,
        found: &str,
        expected: &str,
        location: Option<&str>,
    ) -> Self {
        let hint = match location.map(redirect::told) {
            Some(place) => {
                format!(
                    "; it points to {place}, and redirects are not followed: check the base URL"
                )
            }
            None if status.is_redirection() => {
                "; redirects are not followed, check the base URL".to_owned()
            }
            None => String::new(),
        };
        let what = match target.method {
            // Such an answer never has a body.
            "HEAD" => format!("was answered with HTTP {status}{expected}{hint}"),
            _ => format!("was answered with HTTP {status} and {found}{expected}{hint}"),
        };
        let mut error = Self::new(ErrorKind::Http, target.name, what);
        // The rest refuses: 3xx, 4xx.
        let is_open = outcome_of(status) == Outcome::Unknown;
        if is_open {
            error.0.outcome = Outcome::Unknown;
        }
        // 429 refuses before any work is done.
        error.0.retryable =
            status == StatusCode::TOO_MANY_REQUESTS || (is_open && target.may_repeat());
        error
    }

    /// A redirect that is not followed, though others are.
    pub(in crate::client) fn redirect(target: &Target<'_>, status: StatusCode, why: &str) -> Self {
        let what = format!("was answered with HTTP {status}, which is not followed: {why}");
        Self::new(ErrorKind::Http, target.name, what).at(status, None)
    }

    pub(in crate::client) fn unverified(target: &Target<'_>, reason: &VerificationError) -> Self {
        let why = &reason.why;
        let what = format!("got an answer that is not proven to be the platform's: {why}");
        let mut error = Self::new(ErrorKind::Signature, target.name, what);
        error.0.verification = Some(reason.kind);
        error.0.outcome = Outcome::Unknown;
        error
    }

    pub(in crate::client) fn decode(target: &Target<'_>, why: &str) -> Self {
        let what = format!("got an answer that cannot be read: {why}");
        let mut error = Self::new(ErrorKind::Decode, target.name, what);
        error.0.outcome = Outcome::Unknown;
        error
    }

    pub(in crate::client) fn pointing(
        mut self,
        pointer: Option<String>,
        excerpt: Option<String>,
    ) -> Self {
        self.0.pointer = pointer;
        self.0.excerpt = excerpt;
        self
    }

    /// An answer whose status is not one of success.
    pub(in crate::client) fn result(
        target: &Target<'_>,
        outcome: Outcome,
        verdict: Verdict,
    ) -> Self {
        let (kind, verb) = match outcome {
            Outcome::Failed => (ErrorKind::Failed, "failed"),
            _ => (ErrorKind::Unknown, "may or may not have been carried out"),
        };
        let what = match (&verdict.code, &verdict.message) {
            (Some(code), Some(text)) => {
                format!("{verb}: `{}`, {}", OneLine(code), OneLine(text))
            }
            (Some(code), None) => format!("{verb}: `{}`", OneLine(code)),
            (None, Some(text)) => format!("{verb}: {}", OneLine(text)),
            (None, None) => verb.to_owned(),
        };
        let code = verdict.code.as_deref().unwrap_or_default();
        let transient = target.transient.contains(&code);
        let mut error = Self::new(kind, target.name, what);
        error.0.outcome = outcome;
        error.0.retryable = match kind {
            ErrorKind::Failed => transient,
            _ => target.may_repeat(),
        };
        error.0.already_done = matches!(target.repeat, Repeat::Done { code: done } if done == code);
        error.with_verdict(verdict)
    }

    /// What the HTTP status adds to what the body said: 429 refuses before any work is done.
    pub(in crate::client) fn with_status(mut self, status: StatusCode) -> Self {
        self.0.what = format!("{} (HTTP {})", self.0.what, status.as_u16());
        self.0.retryable |= status == StatusCode::TOO_MANY_REQUESTS;
        self
    }

    /// The result code of an answer that says success, but lacks what is guaranteed.
    pub(in crate::client) fn coded(mut self, code: Option<&str>) -> Self {
        self.0.result_code = code.map(str::to_owned);
        self
    }

    pub(in crate::client) fn with_verdict(mut self, verdict: Verdict) -> Self {
        self.0.retry_after = verdict.wait;
        self.0.result_code = verdict.code;
        self.0.result_message = verdict.message;
        self.0.told = verdict.told;
        self
    }

    pub(in crate::client) fn at(mut self, status: StatusCode, trace_id: Option<String>) -> Self {
        self.0.attempts = 1;
        self.0.status = Some(status);
        self.0.trace_id = trace_id;
        self
    }
}
