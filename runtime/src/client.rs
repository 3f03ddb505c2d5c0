//! Signing, sending and reading answers.
//!
//! The core does no I/O: [`prepare`] makes a request that lacks its proof, [`Unsigned::finish`]
//! completes it, [`interpret`] verifies and decodes an answer. [`Client`] is a thin shell around
//! the three and a [`Transport`]. What an API looks like is data: [`Api`], [`Scheme`],
//! [`Operation`] and [`Envelope`], which generated code states as constants.
//!
#![cfg_attr(feature = "hyper", doc = "```no_run")]
#![cfg_attr(not(feature = "hyper"), doc = "```ignore")]
//! use stipula::client::{Api, Client, Request};
//!
//! async fn send<R>(api: &'static Api, request: &R) -> Result<R::Response, Box<dyn std::error::Error>>
//! where
//!     R: Request<Context = ()>,
//! {
//!     let client = Client::builder(api)
//!         .environment("production")
//!         .client_id("my-client-id")
//!         .private_key(&std::fs::read_to_string("private.pem")?)
//!         .platform_key(&std::fs::read_to_string("platform.pem")?)
//!         .build()?;
//!     let response = client.call(request).send().await?;
//!     Ok(response.into_data())
//! }
//! ```

mod address;
mod algorithm;
mod answer;
mod api;
mod attempt;
mod auth;
#[cfg(feature = "blocking")]
pub mod blocking;
mod builder;
mod call;
mod clock;
mod config;
#[cfg(any(feature = "blocking", feature = "hyper"))]
mod connection;
mod data;
mod default_transport;
mod digest;
mod encryption;
mod envelope;
mod error;
mod fixed;
mod handed_keys;
mod handed_out;
#[cfg(feature = "hyper")]
mod hyper;
mod ids;
mod keyed;
#[cfg(feature = "aws-lc")]
mod keys;
mod members;
mod operation;
mod pages;
mod place;
mod prepare;
mod problem;
mod record;
mod redirect;
mod response;
mod retry;
mod retry_after;
mod run;
mod sealed;
mod shape;
mod sign;
mod target;
mod timer;
mod token;
#[cfg_attr(feature = "tracing", path = "client/trace/on.rs")]
#[cfg_attr(not(feature = "tracing"), path = "client/trace/off.rs")]
mod trace;
mod transport;
mod wire;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use self::attempt::{Attempts, Exchange};
use self::trace::CallSpan;
use crate::Validate;

pub use algorithm::SignatureAlgorithm;
pub use answer::{interpret, interpret_sent};
pub use api::{Api, Environment};
pub use auth::{
    ApiKey, Basic, Bearer, Credential, KeyPlace, OAuth2, PairHeader, Piece, Proof, Scheme,
    SchemeKind, SecretPlace, Signature, SignatureEncoding, SignatureHeader, SignatureHeaderError,
    SignedAnswer, SignedHeader, TimeForm, Token, VerificationErrorKind,
};
pub(crate) use auth::{
    CLIENT_ID, Credentials, Received as Message, Trust, VerificationError, single,
};
#[cfg(feature = "fake")]
pub(crate) use auth::{FAKE_KEY, Flaw, Header, Received, SECRET, required};
pub use builder::{Builder, Makes};
pub use call::Call;
pub use clock::{Clock, SystemClock};
pub use config::{Config, DEFAULT_MAX_REQUEST, DEFAULT_MAX_RESPONSE};
#[cfg(any(feature = "blocking", feature = "hyper"))]
pub use connection::{Resolver, TransportBuilder};
pub use data::{Answered, FromAnswer, Nothing, Raw, Text, Undocumented};
pub use default_transport::DefaultTransport;
#[cfg(not(feature = "hyper"))]
pub use default_transport::NoTransport;
pub(crate) use digest::is_same;
pub use encryption::{Encryption, EncryptionProfile};
#[cfg(feature = "fake")]
pub(crate) use envelope::outcome_of;
pub use envelope::{By, Envelope, Outcome};
pub use error::{Error, ErrorKind};
pub use handed_keys::HandsOutKeys;
#[cfg(feature = "hyper")]
pub use hyper::HyperTransport;
#[cfg(feature = "aws-lc")]
pub use ids::RandomIds;
pub use ids::{IdError, Ids};
pub use keyed::Keyed;
#[cfg(feature = "aws-lc")]
pub use keys::{KeyError, KeyErrorKind, PlatformKeys, PrivateKey, PublicKey};
#[cfg(feature = "fake")]
pub(crate) use members::decrypted;
pub use members::{Encrypted, Oaep, Sealed, SealedMember};
pub use operation::{Operation, Repeat, Request};
#[cfg(feature = "hyper")]
pub use pages::PageStream;
pub use pages::{Items, PageBy, Paged, Pages, Paging};
pub use prepare::{Unsigned, prepare};
pub(crate) use problem::Problems;
pub use problem::{BuildError, BuildProblem, BuildProblemKind};
pub use record::Recorder;
#[cfg(feature = "fake")]
pub(crate) use record::{Body as RecordedBody, Came as RecordedCame, Line as RecordedLine};
pub use response::Response;
pub use retry::{GaveUp, Jitter, RetryBudget, RetryPolicy};
pub use sign::{AsyncSigner, SignError, Signer, Signing, Verifier, VerifyError};
pub use timer::Timer;
#[cfg(feature = "hyper")]
pub use timer::TokioTimer;
pub use token::{TokenError, TokenErrorKind};
pub use transport::{AttemptTimeout, Transport, TransportError, TransportErrorKind};
#[cfg(feature = "fake")]
pub(crate) use wire::join::{Came, join, matched};
#[cfg(feature = "fake")]
pub(crate) use wire::query;
pub use wire::{BodyForm, Lists, Nested, Parameter, Place};

/// A client of one API, for one partner, in one environment.
///
/// Cloning is cheap: clones share the keys, the settings and the connections.
pub struct Client<T = DefaultTransport> {
    shared: Arc<Shared<T>>,
}

struct Shared<T> {
    config: Config,
    retry: RetryPolicy,
    bucket: retry::Bucket,
    timer: Option<Box<dyn Timer>>,
    jitter: builder::Random,
    timeout: Option<Duration>,
    tokens: token::Tokens,
    transport: T,
}

impl Client<DefaultTransport> {
    /// Starts a client of `api`.
    pub fn builder(api: &'static Api) -> Builder<DefaultTransport> {
        Builder::new(api)
    }
}

impl<T> Client<T> {
    /// A call of the operation that `request` belongs to.
    pub fn call<'a, R>(&'a self, request: &'a R) -> Call<'a, R, T>
    where
        R: Request + Validate<Context = ()>,
    {
        Call::new(self, request, &())
    }

    /// A call of an operation whose rules look at values from outside the body.
    pub fn call_in<'a, R: Request>(
        &'a self,
        request: &'a R,
        context: &'a R::Context,
    ) -> Call<'a, R, T> {
        Call::new(self, request, context)
    }
}

impl<T: Transport> Client<T> {
    /// Signs and sends any body to any path, and reads the answer as JSON.
    ///
    /// For what the API gained after this client was made. Nothing is validated.
    pub async fn raw(
        &self,
        method: &str,
        path: &str,
        body: Vec<u8>,
    ) -> Result<Response<serde_json::Value>, Error> {
        let exchange = self.raw_exchange(method, path, body, self.shared.elapsed());
        run::run(self, exchange).await
    }
}

impl<T> Client<T> {
    /// The settings, for [`prepare`] and [`interpret`].
    pub fn config(&self) -> &Config {
        &self.shared.config
    }

    /// A fresh id for a business key: 32 lower-case hexadecimal digits from the randomness of the
    /// operating system, unless [`Builder::ids`] says otherwise.
    ///
    /// Make it once per thing to be done and keep it: a repetition has to carry the same key.
    pub fn new_id(&self) -> Result<String, IdError> {
        self.config().new_id()
    }

    fn raw_exchange<'a>(
        &'a self,
        method: &'a str,
        path: &'a str,
        body: Vec<u8>,
        now: Duration,
    ) -> Exchange<'a> {
        let target = target::Target::raw(method, path, self.config());
        let attempts = Attempts::new(self.shared.retry, &self.shared.bucket, now);
        let span = CallSpan::new(&target, self.config());
        Exchange::new(
            target,
            self.config(),
            body,
            attempts,
            self.shared.timeout,
            span,
            &self.shared.tokens,
        )
    }
}

impl<T> Shared<T> {
    fn elapsed(&self) -> Duration {
        self.timer
            .as_deref()
            .map(Timer::elapsed)
            .unwrap_or_default()
    }
}

impl<T> Clone for Client<T> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
        }
    }
}

impl<T> fmt::Debug for Client<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("config", self.config())
            .finish_non_exhaustive()
    }
}
