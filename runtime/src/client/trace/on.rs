//! What a call tells `tracing`: names, numbers and ids, never a value of a body.

use std::time::Duration;

use tracing::field::Empty;
use tracing::instrument::{Instrument as _, Instrumented};

use super::{Error, ErrorKind, Outcome, Response};

const TARGET: &str = "stipula::client";

/// The span of one call.
pub(super) struct CallSpan {
    span: tracing::Span,
}

impl CallSpan {
    pub(super) fn new(operation: &str) -> Self {
        let span = tracing::info_span!(
            target: TARGET,
            "call",
            operation,
            attempts = Empty,
            outcome = Empty,
            class = Empty,
            result_code = Empty,
            trace_id = Empty,
            duration_ms = Empty,
            misfits = Empty,
        );
        Self { span }
    }

    pub(super) fn attempt(&self, attempt: u32, failure: Option<&Error>, wait: Option<Duration>) {
        let class = failure.map_or("success", |error| class(error.kind()));
        let status = failure.and_then(Error::status).map(|it| it.as_u16());
        let retry_in_ms = wait.map(millis);
        tracing::debug!(
            target: TARGET,
            parent: &self.span,
            attempt,
            class,
            status,
            retry_in_ms,
            "attempt"
        );
    }

    pub(super) fn done<D>(&self, response: &Response<D>, took: Duration) {
        self.ended(response.attempts(), response.trace_id(), took);
        if !response.misfits().is_empty() {
            self.span.record("misfits", response.misfits().len());
        }
        self.span.record("outcome", "success");
        self.span.record("class", "success");
    }

    pub(super) fn failed(&self, error: &Error, took: Duration) {
        self.ended(error.attempts(), error.trace_id(), took);
        let outcome = match error.outcome() {
            Outcome::Success => "success",
            Outcome::Failed => "failed",
            Outcome::Unknown => "unknown",
        };
        self.span.record("outcome", outcome);
        self.span.record("class", class(error.kind()));
        self.span.record("result_code", error.result_code());
    }

    fn ended(&self, attempts: u32, trace_id: Option<&str>, took: Duration) {
        self.span.record("attempts", attempts);
        self.span.record("trace_id", trace_id);
        self.span.record("duration_ms", millis(took));
    }

    /// What happens while `work` is polled belongs to the call.
    pub(super) fn around<F>(&self, work: F) -> Instrumented<F> {
        work.instrument(self.span.clone())
    }

    /// What `work` does belongs to the call.
    #[cfg(feature = "blocking")]
    pub(super) fn during<A>(&self, work: impl FnOnce() -> A) -> A {
        self.span.in_scope(work)
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn class(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Invalid => "invalid",
        ErrorKind::Encode => "encode",
        ErrorKind::Sign => "sign",
        ErrorKind::Transport => "transport",
        ErrorKind::Http => "http",
        ErrorKind::Signature => "signature",
        ErrorKind::Decode => "decode",
        ErrorKind::Failed => "failed",
        ErrorKind::Unknown => "unknown",
        ErrorKind::Setup => "setup",
        ErrorKind::Token => "token",
    }
}
