//! Attempts of one call: what is sent, what its answer means, whether there is another.
//!
//! No I/O happens here. Whoever drives an [`Exchange`] sends, waits and tells the time, so the
//! asynchronous and the blocking client cannot differ in what they repeat.

use std::time::Duration;

use http::StatusCode;

use super::encryption::Outgoing;
use super::record::About;
use super::redirect::{self, Home};
use super::retry::Bucket;
use super::target::Target;
use super::token::{Asking, Tokens};
use super::trace::CallSpan;
use super::{
    AttemptTimeout, Config, Error, FromAnswer, GaveUp, OAuth2, Outcome, Proof, Response,
    RetryPolicy, Token, TokenError, TransportError, Unsigned, answer, prepare,
};

/// Counts attempts and decides on the next.
pub(super) struct Attempts<'a> {
    policy: RetryPolicy,
    bucket: &'a Bucket,
    began: Duration,
    made: u32,
    lost: bool,
}

impl<'a> Attempts<'a> {
    pub(super) fn new(policy: RetryPolicy, bucket: &'a Bucket, now: Duration) -> Self {
        Self {
            policy,
            bucket,
            began: now,
            made: 0,
            lost: false,
        }
    }

    /// Whether the policy leaves no attempt after the next one.
    fn next_is_last(&self) -> bool {
        self.made.saturating_add(1) >= self.policy.attempts
    }

    /// How long to wait before the next attempt, or why there is none; a failure that another attempt
    /// cannot change has no reason.
    ///
    /// What the failure means has been judged before: [`Error::is_retryable`] knows the operation.
    fn after(
        &mut self,
        error: &Error,
        now: Duration,
        random: u64,
    ) -> Result<Duration, Option<GaveUp>> {
        if !error.is_retryable() {
            if error.status().is_some() {
                self.bucket.answered();
            }
            return Err(None);
        }
        let policy = &self.policy;
        let asked = error.retry_after();
        let Some(wait) = policy.wait(self.made, asked, random) else {
            let (asked, cap) = (asked.unwrap_or_default(), policy.cap);
            return Err(Some(GaveUp::Wait { asked, cap }));
        };
        if self.made >= policy.attempts {
            return Err(Some(GaveUp::Attempts));
        }
        let total = policy.total;
        if now.saturating_sub(self.began).saturating_add(wait) > total {
            return Err(Some(GaveUp::Total { total }));
        }
        if !self.bucket.take(now) {
            return Err(Some(GaveUp::Budget));
        }
        self.lost |= error.outcome() == Outcome::Unknown;
        Ok(wait)
    }
}

/// What comes after an attempt.
#[allow(clippy::large_enum_variant, reason = "a call makes few of them")]
pub(super) enum Next<D> {
    /// Nothing: this is how the call ended.
    Done(Result<Response<D>, Error>),
    /// Another attempt, after this time.
    Wait(Duration),
}

/// One call, from the first attempt to the last.
pub(super) struct Exchange<'a> {
    target: Target<'a>,
    config: &'a Config,
    body: Outgoing,
    attempts: Attempts<'a>,
    timeout: Option<Duration>,
    span: CallSpan,
    tokens: &'a Tokens,
    /// Where an attempt starts, and how many redirects it has followed.
    home: Option<Home>,
    hops: u32,
    /// The token of the last attempt.
    token: Option<Token>,
    /// Whether a refused token was replaced: that happens once.
    renewed: bool,
    /// The time when the last answer came.
    now: Duration,
    /// What the last attempt sent, where exchanges are recorded.
    sent: Vec<u8>,
}

impl<'a> Exchange<'a> {
    pub(super) fn new(
        target: Target<'a>,
        config: &'a Config,
        body: Vec<u8>,
        attempts: Attempts<'a>,
        timeout: Option<Duration>,
        span: CallSpan,
        tokens: &'a Tokens,
    ) -> Self {
        Self {
            home: Home::of(&target),
            hops: 0,
            target,
            config,
            body: Outgoing::plain(body),
            now: attempts.began,
            attempts,
            timeout,
            span,
            tokens,
            token: None,
            renewed: false,
            sent: Vec::new(),
        }
    }

    /// The scheme of the call, if its token is fetched.
    fn fetches(&self) -> Option<(&'static str, &'static OAuth2)> {
        let scheme = self.target.authentication?;
        scheme.as_oauth2().map(|oauth2| (scheme.id, oauth2))
    }

    /// Asks for the token of the next attempt, if it needs one.
    pub(super) fn ask(&self) -> Option<Asking<'a>> {
        let (scheme, oauth2) = self.fetches()?;
        Some(self.tokens.ask(scheme, oauth2, self.config))
    }

    /// Tells the transport how long an attempt may take.
    pub(super) fn limited(&self, mut request: http::Request<Vec<u8>>) -> http::Request<Vec<u8>> {
        if let Some(timeout) = self.timeout {
            request.extensions_mut().insert(AttemptTimeout(timeout));
        }
        request
    }

    /// The request of the next attempt, up to its proof: the same body, freshly timed.
    pub(super) fn prepare(&mut self, token: Option<Token>) -> Result<Unsigned, Error> {
        self.token = token;
        self.hops = 0;
        if let Some(home) = &self.home {
            home.restore(&mut self.target);
        }
        let time = self.config.time(self.target.authentication);
        if !self.body.is_sealed() {
            let sealed = self.body.seal(&self.target, self.config);
            sealed.map_err(|error| self.ended(error))?;
        }
        // With another token the same body is sent once more.
        let may_renew = self.token.is_some() && !self.renewed;
        let is_last = self.attempts.next_is_last() && !may_renew && !self.target.follows;
        let body = if is_last {
            std::mem::take(&mut self.body)
        } else {
            self.body.clone()
        };
        prepare::unsigned(&self.target, self.config, body, &time).map_err(|error| self.ended(error))
    }

    /// The token of the request, which needs no signature then.
    pub(super) fn token(&self) -> Option<Proof> {
        self.token.clone().map(Proof::from)
    }

    /// The proof of the request: its token, or a signature by a signer that nobody waits for.
    #[cfg(feature = "blocking")]
    pub(super) fn sign(&self, unsigned: &Unsigned) -> Result<Proof, Error> {
        self.token().map_or_else(|| unsigned.sign(), Ok)
    }

    /// The request, ready to be sent; unless a redirect led to it, a new attempt begins.
    pub(super) fn finish(
        &mut self,
        unsigned: Unsigned,
        proof: Proof,
    ) -> Result<http::Request<Vec<u8>>, Error> {
        let request = unsigned.finish(proof);
        let request = request.map_err(|error| self.ended(error))?;
        if self.hops == 0 {
            self.attempts.made += 1;
        }
        if self.config.recorder.is_some() {
            self.sent.clone_from(request.body());
        }
        Ok(self.limited(request))
    }

    /// What comes after an attempt that got no signature. `now` is on the clock that the attempts began on.
    pub(super) fn unsigned<D>(&mut self, why: Error, now: Duration, random: u64) -> Next<D> {
        self.now = now;
        if why.is_retryable() {
            self.attempts.made += 1;
        }
        self.missed(why, random)
    }

    /// The request that a redirect asks for, where it is followed, up to its proof.
    ///
    /// It belongs to the same attempt, and its proof is made for the place that it goes to.
    pub(super) fn redirected(
        &mut self,
        answer: &Result<http::Response<Vec<u8>>, TransportError>,
    ) -> Result<Option<Unsigned>, Error> {
        let Ok(answer) = answer else { return Ok(None) };
        let Some(location) = redirect::of(answer).filter(|_| self.target.follows) else {
            return Ok(None);
        };
        let next = redirect::next(&self.target, self.config, location, self.hops);
        let next =
            next.map_err(|why| self.ended(Error::redirect(&self.target, answer.status(), &why)))?;
        self.hops += 1;
        next.go(&mut self.target, self.config);
        let body = if self.target.bare {
            Outgoing::plain(Vec::new())
        } else {
            self.body.clone()
        };
        let time = self.config.time(self.target.scheme());
        let unsigned = prepare::unsigned(&self.target, self.config, body, &time);
        unsigned.map(Some).map_err(|error| self.ended(error))
    }

    /// How long an attempt may take, unless the transport decides.
    pub(super) fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// The span that sending belongs to.
    pub(super) fn span(&self) -> &CallSpan {
        &self.span
    }

    /// Reads what came back. `now` is on the clock that the attempts began on.
    pub(super) fn answered<D: FromAnswer>(
        &mut self,
        answer: Result<http::Response<Vec<u8>>, TransportError>,
        now: Duration,
        random: u64,
    ) -> Next<D> {
        self.now = now;
        let made = self.attempts.made;
        // Reading it takes it, and only then it is known whether it is one to record.
        let recorder = self.config.recorder.as_ref();
        let came = recorder.map(|_| answer.as_ref().cloned().map_err(TransportError::kind));
        let result = match answer {
            Ok(answer) => answer::interpreted::<D>(&self.target, self.config, answer),
            Err(failure) => Err(Error::transport(&self.target, failure)),
        };
        if let (Some(recorder), Some(came)) = (recorder, came) {
            recorder.record(&self.about(), &self.sent, &came, result.is_err());
        }
        match result {
            Ok(mut response) => {
                response.attempts = made;
                self.attempts.bucket.answered();
                self.span.attempt(made, None, None);
                self.span.done(&response, self.took());
                Next::Done(Ok(response))
            }
            Err(error) if self.renews(&error) => {
                self.span.attempt(made, Some(&error), Some(Duration::ZERO));
                Next::Wait(Duration::ZERO)
            }
            Err(error) => self.missed(error, random),
        }
    }

    /// What a line says of this attempt besides its messages.
    fn about(&self) -> About<'_> {
        let target = &self.target;
        let scheme = target.scheme().filter(|_| !target.unsigned_answer);
        About {
            operation: target.name,
            attempt: self.attempts.made,
            sensitive: target.sensitive,
            proof: scheme.and_then(|it| it.implementation().answer_header()),
            traces: self.config.api.trace_headers,
        }
    }

    /// What comes after an attempt that got no token. `now` is on the clock that the attempts began on.
    pub(super) fn unfetched<D>(&mut self, why: TokenError, now: Duration, random: u64) -> Next<D> {
        self.now = now;
        self.attempts.made += 1;
        let error = Error::token(&self.target, why);
        self.missed(error, random)
    }

    fn missed<D>(&mut self, error: Error, random: u64) -> Next<D> {
        let next = self.attempts.after(&error, self.now, random);
        let wait = next.ok();
        self.span.attempt(self.attempts.made, Some(&error), wait);
        self.target.after_loss = self.attempts.lost;
        match next {
            Ok(wait) => Next::Wait(wait),
            Err(why) => Next::Done(Err(self.ended(error.given_up(why)))),
        }
    }

    /// Gives up the token when it was refused; whether the call is sent again with another one.
    ///
    /// Whoever refuses a token has not done the work.
    fn renews(&mut self, error: &Error) -> bool {
        let refused = error.status() == Some(StatusCode::UNAUTHORIZED) && !self.target.bare;
        let (Some((scheme, _)), true) = (self.fetches(), refused) else {
            return false;
        };
        if let Some(token) = self.token.take() {
            self.tokens.reject(scheme, &token);
        }
        let first = !self.renewed;
        if first {
            self.renewed = true;
            self.attempts.policy.attempts = self.attempts.policy.attempts.saturating_add(1);
        }
        first
    }

    fn ended(&self, error: Error) -> Error {
        let loss = self.attempts.lost && !self.target.safe;
        let error = error.after(self.attempts.made, loss);
        self.span.failed(&error, self.took());
        error
    }

    fn took(&self) -> Duration {
        self.now.saturating_sub(self.attempts.began)
    }
}
