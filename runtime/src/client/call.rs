//! One call, before it is sent.

use std::fmt;
use std::future::Future;
use std::time::Duration;

use super::attempt::{Attempts, Exchange};
use super::prepare;
use super::target::Target;
use super::trace::CallSpan;
use super::{Client, Error, Request, Response, RetryPolicy, Transport, run};
use crate::Violations;

/// One call, ready to be sent.
#[must_use = "nothing happens before `send`"]
pub struct Call<'a, R: Request, T> {
    client: &'a Client<T>,
    pub(super) request: &'a R,
    context: &'a R::Context,
    checked: bool,
    retry: RetryPolicy,
    timeout: Option<Duration>,
    anyway: bool,
    encrypted: bool,
    pub(super) idempotency_key: Option<String>,
}

impl<'a, R: Request, T> Call<'a, R, T> {
    pub(super) fn new(client: &'a Client<T>, request: &'a R, context: &'a R::Context) -> Self {
        Self {
            client,
            request,
            context,
            checked: true,
            retry: client.shared.retry,
            timeout: client.shared.timeout,
            anyway: false,
            encrypted: client.config().encrypt,
            idempotency_key: None,
        }
    }

    /// Sends the request whatever rules it breaks: servers change theirs.
    pub fn unchecked(mut self) -> Self {
        self.checked = false;
        self
    }

    /// When this call is sent again, instead of what [`Builder::retry`](super::Builder::retry) says.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How long each attempt of this call may take.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Repeats the call after a lost answer even though nobody documents what that gives.
    ///
    /// The work may then be done twice: two templates, two payments. Use it when a second effect
    /// does no harm, or when the platform has assured you that it recognises the business key.
    pub fn repeat_anyway(mut self) -> Self {
        self.anyway = true;
        self
    }

    /// Encrypts the body of this call; see [`Builder::encrypt`](super::Builder::encrypt).
    #[cfg(feature = "encryption")]
    pub fn encrypted(mut self) -> Self {
        self.encrypted = true;
        self
    }

    pub(super) fn client(&self) -> &'a Client<T> {
        self.client
    }

    /// Validates and writes the request; no I/O.
    pub(super) fn ready(&self, now: Duration) -> Result<(Exchange<'a>, Violations), Error> {
        self.ready_with(now, |target| self.written(self.request, target))
    }

    /// The same, as `write` writes it.
    pub(super) fn ready_with(
        &self,
        now: Duration,
        write: impl FnOnce(&mut Target<'_>) -> Result<(Vec<u8>, Violations), Error>,
    ) -> Result<(Exchange<'a>, Violations), Error> {
        let mut target = Target::of(R::OPERATION);
        target.anyway = self.anyway;
        target.encrypted = self.encrypted;
        target.idempotency_key.clone_from(&self.idempotency_key);
        let span = CallSpan::new(&target, self.client.config());
        let (body, warnings) = write(&mut target).inspect_err(|error| {
            span.failed(error, Duration::ZERO);
        })?;
        let attempts = Attempts::new(self.retry, &self.client.shared.bucket, now);
        let config = self.client.config();
        let tokens = &self.client.shared.tokens;
        let exchange = Exchange::new(target, config, body, attempts, self.timeout, span, tokens);
        Ok((exchange, warnings))
    }

    /// Validates and writes a request of the operation.
    pub(super) fn written(
        &self,
        request: &R,
        target: &mut Target<'_>,
    ) -> Result<(Vec<u8>, Violations), Error> {
        let warnings = if self.checked {
            request
                .validate_in(self.context)
                .map_err(|violations| Error::invalid(target, violations))?
        } else {
            Violations::new()
        };
        let body = serde_json::to_vec(request)
            .map_err(|_| Error::encode(target.name, "the body cannot be written as JSON"))?;
        let config = self.client.config();
        Ok((prepare::write(target, config, body)?, warnings))
    }
}

impl<'a, R: Request, T: Transport> Call<'a, R, T> {
    /// Validates, signs and sends the request, and reads the answer.
    ///
    /// # When the future is dropped
    ///
    /// Nothing more is sent, and the client is as good as before: connections under way are closed
    /// and not used again, a token that was being fetched is fetched by the next call, and no other
    /// call waits any longer. What had left stays sent: between the first poll and the end
    /// the outcome is [`Unknown`](super::Outcome::Unknown), as after a lost answer. So keep the
    /// business key, and ask or repeat with it.
    pub fn send(
        self,
    ) -> impl Future<Output = Result<Response<R::Response>, Error>> + use<'a, R, T> {
        // Ready before the first await, so that the future need not hold the request.
        let ready = self
            .timed()
            .and_then(|()| self.ready(self.client.shared.elapsed()));
        let client = self.client;
        async move {
            let (exchange, warnings) = ready?;
            let mut response = run::run::<T, R::Response>(client, exchange).await?;
            response.warnings = warnings;
            Ok(response)
        }
    }

    /// Refuses what cannot be kept without a timer.
    pub(super) fn timed(&self) -> Result<(), Error> {
        let waits = self.retry.retries() || self.timeout.is_some();
        if waits && self.client.shared.timer.is_none() {
            let why = "its `retry` or `timeout` needs a timer; give one with `Builder::timer`";
            return Err(Error::setup(&Target::of(R::OPERATION), why));
        }
        Ok(())
    }
}

impl<R: Request, T> fmt::Debug for Call<'_, R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("operation", &R::OPERATION.name)
            .field("checked", &self.checked)
            .field("retry", &self.retry)
            .field("timeout", &self.timeout)
            .field("repeat_anyway", &self.anyway)
            .field("encrypted", &self.encrypted)
            .field("idempotency_key", &self.idempotency_key.is_some())
            .finish_non_exhaustive()
    }
}
