//! The client for programs without an asynchronous runtime.
//!
//! It is the same client: settings, calls, retries, answers and errors are those of
//! [`client`](mod@crate::client). Only `send` and `raw` wait instead of giving a future.
//!
//! ```no_run
//! use stipula::{blocking, client::{Api, Request}};
//!
//! fn send<R>(api: &'static Api, request: &R) -> Result<R::Response, Box<dyn std::error::Error>>
//! where
//!     R: Request<Context = ()>,
//! {
//!     let client = blocking::builder(api)
//!         .environment("production")
//!         .client_id("my-client-id")
//!         .private_key(&std::fs::read_to_string("private.pem")?)
//!         .platform_key(&std::fs::read_to_string("platform.pem")?)
//!         .build()?;
//!     let response = client.call(request).send()?;
//!     Ok(response.into_data())
//! }
//! ```

mod pages;
mod ureq;

use std::sync::{Arc, OnceLock};
use std::task::{Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use super::attempt::{Exchange, Next};
use super::token::Asked;
use super::{
    BuildError, BuildProblemKind, Error, FromAnswer, Makes, Problems, Request, Response, Token,
    TokenError, TransportError,
};
use crate::client;

pub use self::ureq::UreqTransport;

/// Carries a signed request to the server and brings the answer back, while the caller waits.
///
/// As for the asynchronous [`Transport`](client::Transport): the request is final, redirects are
/// not followed, and statuses are not errors. A closure is a transport, too.
pub trait Transport: Send + Sync + 'static {
    /// Sends the request and reads the whole answer.
    fn execute(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError>;
}

impl<F> Transport for F
where
    F: Fn(http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, TransportError>
        + Send
        + Sync
        + 'static,
{
    fn execute(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        self(request)
    }
}

/// Marks a client as one that blocks.
#[derive(Debug, Clone)]
pub struct Blocking<T = UreqTransport>(pub(super) T);

/// A client whose calls block.
pub type Client<T = UreqTransport> = client::Client<Blocking<T>>;

/// Makes a [`Client`].
pub type Builder<T = UreqTransport, K = client::Client> = client::Builder<Blocking<T>, K>;

/// One call of a [`Client`].
pub type Call<'a, R, T = UreqTransport> = client::Call<'a, R, Blocking<T>>;

/// Starts a client of `api`.
pub fn builder(api: &'static client::Api) -> Builder {
    Builder::blocking(api)
}

impl<K> client::Builder<Blocking<UreqTransport>, K> {
    /// Starts a client of `api` whose calls block.
    pub fn blocking(api: &'static client::Api) -> Self {
        let mut problems = Problems::default();
        let transport = UreqTransport::new()
            .map_err(|error| problems.push(BuildProblemKind::Transport, error.to_string()));
        client::Builder::begin(api, transport.ok().map(Blocking), problems)
    }
}

impl<T, K> client::Builder<Blocking<T>, K> {
    /// What carries requests, instead of ureq.
    pub fn blocking_transport<U: Transport>(self, transport: U) -> Builder<U, K> {
        self.carried_by(Blocking(transport))
    }
}

impl<T: Transport, K: Makes> client::Builder<Blocking<T>, K> {
    /// Makes the client, or says everything that is missing or wrong.
    pub fn build(mut self) -> Result<K::Client<Blocking<T>>, BuildError> {
        if self.credentials.async_signer.is_some() {
            let why = "a client that blocks waits for no `async_signer`; give a `signer`, which may block";
            self.problems.push(BuildProblemKind::Signer, why);
        }
        self.finish().map(K::made_of)
    }
}

impl<R: Request, T: Transport> client::Call<'_, R, Blocking<T>> {
    /// Validates, signs and sends the request, and reads the answer.
    pub fn send(self) -> Result<Response<R::Response>, Error> {
        let client = self.client();
        let (exchange, warnings) = self.ready(elapsed())?;
        let mut response = run(client, exchange)?;
        response.warnings = warnings;
        Ok(response)
    }
}

impl<T: Transport> client::Client<Blocking<T>> {
    /// Signs and sends any body to any path, and reads the answer as JSON.
    ///
    /// For what the API gained after this client was made. Nothing is validated.
    pub fn raw(
        &self,
        method: &str,
        path: &str,
        body: Vec<u8>,
    ) -> Result<Response<serde_json::Value>, Error> {
        run(self, self.raw_exchange(method, path, body, elapsed()))
    }
}

/// The time since the first call of this program.
fn elapsed() -> Duration {
    static FIRST: OnceLock<Instant> = OnceLock::new();
    FIRST.get_or_init(Instant::now).elapsed()
}

/// Sends and waits; the attempts begin now.
fn run<T: Transport, D: FromAnswer>(
    client: &Client<T>,
    mut exchange: Exchange<'_>,
) -> Result<Response<D>, Error> {
    let shared = &*client.shared;
    loop {
        let next = match token(client, &exchange) {
            Ok(token) => match answer(client, &mut exchange, token)? {
                Ok(answer) => exchange.answered(answer, elapsed(), (shared.jitter)()),
                Err(why) => exchange.unsigned(why, elapsed(), (shared.jitter)()),
            },
            Err(why) => exchange.unfetched(why, elapsed(), (shared.jitter)()),
        };
        match next {
            Next::Done(result) => return result,
            Next::Wait(wait) => thread::sleep(wait),
        }
    }
}

/// What came back of an attempt.
type Came = Result<http::Response<Vec<u8>>, TransportError>;

/// Sends an attempt, and follows where its answer points to. Without a signature nothing was sent.
fn answer<T: Transport>(
    client: &Client<T>,
    exchange: &mut Exchange<'_>,
    token: Option<Token>,
) -> Result<Result<Came, Error>, Error> {
    let mut unsigned = exchange.prepare(token)?;
    loop {
        let proof = match exchange.sign(&unsigned) {
            Ok(proof) => proof,
            Err(why) => return Ok(Err(why)),
        };
        let request = exchange.finish(unsigned, proof)?;
        let sent = || client.shared.transport.0.execute(request);
        let came = exchange.span().during(sent);
        match exchange.redirected(&came)? {
            Some(next) => unsigned = next,
            None => return Ok(Ok(came)),
        }
    }
}

/// The token of the next attempt, if it needs one: fetched here, or by another call.
fn token<T: Transport>(
    client: &Client<T>,
    exchange: &Exchange<'_>,
) -> Result<Option<Token>, TokenError> {
    let Some(mut asking) = exchange.ask() else {
        return Ok(None);
    };
    let shared = &*client.shared;
    let waker = Waker::from(Arc::new(Sleeper(thread::current())));
    let asked = loop {
        match asking.poll(shared.config.clock.now(), &waker) {
            Poll::Ready(asked) => break asked,
            Poll::Pending => thread::park(),
        }
    };
    let mut lease = match asked {
        Asked::Known(result) => return result.map(Some),
        Asked::Fetch(lease) => lease,
    };
    let request = exchange.limited(lease.request()?);
    let asked = shared.config.clock.now();
    let answer = exchange
        .span()
        .during(|| shared.transport.0.execute(request));
    lease.ended(answer, asked).map(Some)
}

/// A thread that waits.
struct Sleeper(Thread);

impl Wake for Sleeper {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}
