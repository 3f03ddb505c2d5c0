//! A server on this machine that plays the platform, for tests.
//!
//! It speaks HTTP/1.1 on loopback and knows the API from a [`Table`], which generated clients
//! have. It checks what the platform checks: signature, client id, time, content type, JSON and
//! the rules of the request. It answers with the documented examples, or with bodies that are made of what
//! the API says of its answers, signed with a throw-away key
//! of its own, or with what a test scripts: codes, delays and [`Fault`]s. It records what it got
//! and counts what it carried out for each key. A repeat gets what the API documents: the code that says
//! so, or the first answer again, unless it is another request with the same key.
//!
#![cfg_attr(feature = "hyper", doc = "```no_run")]
#![cfg_attr(not(feature = "hyper"), doc = "```ignore")]
//! use stipula::client::{Client, Request};
//! use stipula::fake::{Answer, Fake, Fault, Table};
//!
//! async fn test<R>(table: &'static Table, request: &R) -> Result<(), Box<dyn std::error::Error>>
//! where
//!     R: Request<Context = ()>,
//! {
//!     let fake = Fake::start(table)?;
//!     let client = fake.builder().build()?;
//!     client.call(request).send().await?;
//!
//!     fake.next(Fault::Reset(10)); // breaks the connection within the answer
//!     fake.next(Answer::code("BUSY"));
//!     assert!(client.call(request).send().await.is_err());
//!     assert!(fake.effects().iter().all(|it| it.count == 1));
//!     Ok(())
//! }
//! ```
//!
//! It is no platform: it keeps no data, an answer has nothing to do with what was sent, and
//! encrypted bodies are refused.

mod answer;
mod check;
mod fixed;
mod handed_out;
mod keys;
mod notify;
mod pages;
mod place;
mod received;
mod repeats;
mod replay;
mod reply;
mod say;
mod script;
mod serve;
mod settings;
mod socket;
mod state;
mod table;
mod token;
mod typed;

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use self::answer::Script;
use self::keys::Keys;
use self::serve::Running;
use self::state::State;
use crate::client::{Builder, Client, DefaultTransport, FAKE_KEY, SignatureAlgorithm};

pub use crate::refusal::Refusal;
pub use answer::{Answer, Fault};
pub use notify::{Notify, NotifyFault};
pub use received::{Effect, Received, Verdict};
pub use replay::Replayed;
pub use settings::{FakeError, FakeErrorKind, Settings};
pub use table::{Code, Example, Judgement, Served, Status, Table, judge};

/// A server that plays the platform, until it is dropped.
pub struct Fake {
    shared: Arc<Shared>,
    address: SocketAddr,
    _running: Running,
}

/// What the server and its owner both look at.
struct Shared {
    table: &'static Table,
    settings: Settings,
    keys: &'static Keys,
    /// Of RSA, where members of requests are encrypted.
    vendor_keys: Option<&'static Keys>,
    state: State,
}

impl Fake {
    /// Starts a server on a free port of this machine, with everything checked.
    pub fn start(table: &'static Table) -> Result<Self, FakeError> {
        Settings::new(table).start()
    }

    /// Settings of a server, before it starts.
    pub fn settings(table: &'static Table) -> Settings {
        Settings::new(table)
    }

    /// A client of this server: address, client id, keys and whatever else it needs are set.
    ///
    /// For the client of one API, give its builder to [`set_up`](Self::set_up).
    pub fn builder(&self) -> Builder<DefaultTransport> {
        self.set_up(Client::builder(self.shared.table.api))
    }

    /// Gives the same to any builder: that of the client of one API, or one that blocks.
    pub fn set_up<T, K>(&self, builder: Builder<T, K>) -> Builder<T, K> {
        // The keys as texts as well: encryption needs more of them than a signer has.
        let mut builder = builder.base_url(&self.url()).token_origin(self.url());
        if !self.private_key().is_empty() {
            builder = builder
                .private_key(self.private_key())
                .platform_key(self.platform_key());
        }
        if let Some(keys) = self.shared.vendor_keys {
            builder = builder.encryption_key(FAKE_KEY, &keys.platform.public);
        }
        let mut credentials = self.shared.keys.client_end(self.client_id());
        credentials.key_version = builder.credentials.key_version;
        notify::give_key(self.shared.table.api, &mut credentials);
        builder.credentials = credentials;
        builder
    }

    /// The address, for instance `http://127.0.0.1:40123`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The client id that requests must have.
    pub fn client_id(&self) -> &str {
        &self.shared.settings.client_id
    }

    /// The client's private key as PEM. Made when the first fake of the process started. Empty where
    /// both sides share a secret.
    pub fn private_key(&self) -> &str {
        &self.shared.keys.client.private
    }

    /// The public key of this platform as PEM. Empty where both sides share a secret.
    pub fn platform_key(&self) -> &str {
        &self.shared.keys.platform.public
    }

    /// The id that answers name the key of this platform by, where they do.
    pub fn platform_key_id(&self) -> &'static str {
        FAKE_KEY
    }

    /// What to answer to the next accepted request that has no answer of its own yet.
    ///
    /// Answers queue up. A request that is refused uses none.
    ///
    /// # Panics
    ///
    /// When no operation documents such an answer: a test with a misspelt code would test something else.
    #[track_caller]
    pub fn next(&self, answer: impl Into<Answer>) {
        let answer = self.checked(None, answer.into());
        self.shared.state.script(None, answer);
    }

    /// The same for the operation with this name; it comes before [`next`](Self::next).
    ///
    /// Where operations share a path, the queue of each that accepts the body is looked at.
    ///
    /// # Panics
    ///
    /// When there is no such operation, or it documents no such answer.
    #[track_caller]
    pub fn next_for(&self, operation: &str, answer: impl Into<Answer>) {
        let answer = self.checked(Some(operation), answer.into());
        self.shared.state.script(Some(operation), answer);
    }

    /// The answer, if there is such a one.
    #[track_caller]
    fn checked(&self, operation: Option<&str>, answer: Answer) -> Answer {
        if let Err(why) = self.shared.table.check(operation, &answer) {
            panic!("{why}");
        }
        answer
    }

    /// What to answer whenever nothing is queued.
    ///
    /// # Panics
    ///
    /// As [`next`](Self::next) does.
    #[track_caller]
    pub fn always(&self, answer: impl Into<Answer>) {
        let answer = self.checked(None, answer.into());
        self.shared.state.always(answer);
    }

    /// Answers calls of the operation with this name by pages of these items, so many on each; what is
    /// queued comes before.
    ///
    /// A page holds the cursor, the link or whatever else the API documents for the next one. What else
    /// an answer holds is that of the usual one.
    ///
    /// # Panics
    ///
    /// When there is no such operation, or it does not answer by pages.
    #[track_caller]
    pub fn pages(
        &self,
        operation: &str,
        items: impl IntoIterator<Item = serde_json::Value>,
        size: usize,
    ) {
        let items = items.into_iter().collect();
        let script = Script { items, size };
        if let Err(why) = self.shared.table.check_pages(operation) {
            panic!("{why}");
        }
        self.shared.state.turn(operation, script);
    }

    /// The requests so far, the oldest first; the last [`Settings::keep`] of them.
    pub fn requests(&self) -> Vec<Received> {
        self.shared.state.requests()
    }

    /// How often the work of each key was done: of a business key, or of one in a header.
    pub fn effects(&self) -> Vec<Effect> {
        self.shared.state.effects()
    }

    /// Takes none of the tokens any more that it handed out: calls that have one are answered with HTTP
    /// status 401.
    pub fn revoke_tokens(&self) {
        self.shared.state.revoke();
    }

    /// Refuses the next request for a token with this code of RFC 6749, `invalid_client` for instance.
    ///
    /// The code `temporarily_unavailable` comes with HTTP status 503, `invalid_client` with 401, others
    /// with 400.
    pub fn refuse_token(&self, code: &'static str) {
        self.shared.state.refuse_token(code);
    }

    /// Forgets requests, effects and queued answers; tokens stay good.
    pub fn reset(&self) {
        self.shared.state.reset();
    }
}

impl Settings {
    /// Starts the server, in a thread of its own.
    pub fn start(self) -> Result<Fake, FakeError> {
        let keys = Keys::get(self.table.api.algorithm())
            .map_err(|why| FakeError::new(FakeErrorKind::Keys, why, None))?;
        let encrypted = self.table.api.encrypted;
        let vendor_keys = encrypted.map(|_| Keys::get(SignatureAlgorithm::RsaSha256));
        let vendor_keys = vendor_keys
            .transpose()
            .map_err(|why| FakeError::new(FakeErrorKind::Keys, why, None))?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let shared = Arc::new(Shared {
            table: self.table,
            settings: self,
            keys,
            vendor_keys,
            state: State::default(),
        });
        let (address, running) = serve::start(address, Arc::clone(&shared)).map_err(|error| {
            let what = "no server can be started";
            FakeError::new(FakeErrorKind::Server, what, Some(error))
        })?;
        Ok(Fake {
            shared,
            address,
            _running: running,
        })
    }
}

impl fmt::Debug for Fake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fake")
            .field("api", &self.shared.table.api.name)
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}
