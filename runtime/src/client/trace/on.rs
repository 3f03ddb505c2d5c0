//! What a call tells `tracing`: names, numbers and ids, never a value of a body.
//!
//! What OpenTelemetry has a name for is told by that name, as its conventions for HTTP clients say.

use std::time::Duration;

use tracing::field::Empty;
use tracing::instrument::{Instrument as _, Instrumented};

use super::target::Target;
use super::{Config, Error, ErrorKind, Outcome, Response};

const TARGET: &str = "stipula::client";

/// The span of one call.
pub(super) struct CallSpan {
    span: tracing::Span,
}

impl CallSpan {
    pub(super) fn new(to: &Target<'_>, config: &Config) -> Self {
        let (host, port) = server(config.base_url());
        let span = tracing::info_span!(
            target: TARGET,
            "call",
            operation = to.name,
            otel.kind = "client",
            http.request.method = to.method,
            server.address = to.hosts.is_empty().then_some(host),
            server.port = port.filter(|_| to.hosts.is_empty()),
            http.response.status_code = Empty,
            "error.type" = Empty,
            otel.status_code = Empty,
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
        let resent = Some(attempt.saturating_sub(1)).filter(|it| *it > 0);
        tracing::debug!(
            target: TARGET,
            parent: &self.span,
            attempt,
            class,
            http.response.status_code = status,
            http.request.resend_count = resent,
            retry_in_ms,
            "attempt"
        );
    }

    pub(super) fn done<D>(&self, response: &Response<D>, took: Duration) {
        self.ended(response.attempts(), response.trace_id(), took);
        let status = response.status().as_u16();
        self.span.record("http.response.status_code", status);
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
        let class = class(error.kind());
        let status = error.status().map(|it| it.as_u16());
        self.span.record("class", class);
        self.span.record("error.type", class);
        self.span.record("otel.status_code", "ERROR");
        self.span.record("http.response.status_code", status);
        self.span.record("result_code", error.result_code());
        // Without the texts of the server, which may quote what it was sent.
        tracing::warn!(
            target: TARGET,
            parent: &self.span,
            {
                "error.type" = class,
                outcome = outcome,
                result_code = error.result_code(),
                "http.response.status_code" = status,
                attempts = error.attempts(),
                trace_id = error.trace_id(),
            },
            "call failed"
        );
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

/// Host and port of a base address.
fn server(base: &str) -> (&str, Option<u16>) {
    let (scheme, rest) = base.split_once("://").unwrap_or(("", base));
    let place = rest.split('/').next().unwrap_or_default();
    let port = place
        .rsplit_once(':')
        .and_then(|(host, port)| Some((host, port.parse().ok()?)));
    match port {
        Some((host, port)) => (host, Some(port)),
        None if scheme == "https" => (place, Some(443)),
        None => (place, None),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn host_and_port() {
        assert_eq!(server("https://a.example/b"), ("a.example", Some(443)));
        assert_eq!(server("http://127.0.0.1:81/b"), ("127.0.0.1", Some(81)));
        assert_eq!(server("http://[::1]"), ("[::1]", None));
        assert_eq!(server(""), ("", None));
    }
}
