//! Making a client, with all mistakes told at once.

mod address;
mod encrypting;
mod extras;
mod makes;
mod signing;
mod tokens;
mod transport;

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use self::address::{Chosen, PlainHttp};
use self::encrypting::Encrypting;
use self::extras::Extras;
use self::tokens::TokenPlace;
use self::transport::{default_timer, default_transport};
use super::auth::Credentials;
use super::clock::{Clock, SystemClock};
use super::problem::{BuildError, BuildProblemKind, Problems};
use super::retry::Bucket;
use super::token::Tokens;
use super::{
    Api, Client, Config, DEFAULT_MAX_REQUEST, DEFAULT_MAX_RESPONSE, DefaultTransport, RetryPolicy,
    Shared, Transport,
};

pub(super) use extras::Random;
pub use makes::Makes;

/// Makes a [`Client`], or a client of one API: what [`Makes`] says of `K`.
#[must_use = "nothing happens before `build`"]
pub struct Builder<T = DefaultTransport, K = Client> {
    api: &'static Api,
    chosen: Option<Chosen>,
    /// Set by what the schemes add to this.
    pub(crate) credentials: Credentials,
    clock: Arc<dyn Clock>,
    tokens: TokenPlace,
    plain_http: PlainHttp,
    max_request: usize,
    max_response: usize,
    pub(super) problems: Problems,
    pub(super) encrypting: Encrypting,
    extras: Extras,
    pub(super) transport: Option<T>,
    kind: PhantomData<fn() -> K>,
}

impl<K> Builder<DefaultTransport, K> {
    /// Starts a client of `api`.
    pub fn new(api: &'static Api) -> Self {
        let mut problems = Problems::default();
        let transport = default_transport(&mut problems);
        Self::begin(api, transport, problems)
    }
}

impl<T, K> Builder<T, K> {
    pub(super) fn begin(api: &'static Api, transport: Option<T>, problems: Problems) -> Self {
        Self {
            api,
            chosen: None,
            credentials: Credentials::default(),
            clock: Arc::new(SystemClock),
            tokens: TokenPlace::Documented,
            plain_http: PlainHttp::HereOnly,
            max_request: DEFAULT_MAX_REQUEST,
            max_response: DEFAULT_MAX_RESPONSE,
            problems,
            encrypting: Encrypting::default(),
            extras: Extras::new(),
            transport,
            kind: PhantomData,
        }
    }

    /// Chooses one of the environments that the API documents.
    pub fn environment(mut self, name: &str) -> Self {
        let known = self.api.environments;
        match known.iter().find(|environment| environment.name == name) {
            Some(environment) => self.chosen = Some(Chosen::Environment(environment)),
            None => self.problems.push(
                BuildProblemKind::Address,
                address::unknown_environment(name, known),
            ),
        }
        self
    }

    /// Chooses another place: scheme and host, and a path when there is one before that of each
    /// operation. Such a path is not a part of what is signed. `{name}` stands for a credential, as in the
    /// address of an environment.
    ///
    /// Plain `http` is for this machine only, unless [`allow_plain_http`](Self::allow_plain_http) is called.
    pub fn base_url(mut self, url: &str) -> Self {
        self.chosen = Some(Chosen::Url(url.to_owned()));
        self
    }

    /// Lets a base URL with `http` lead to another machine. Bodies then travel readable.
    pub fn allow_plain_http(mut self) -> Self {
        self.plain_http = PlainHttp::Anywhere;
        self
    }

    /// Where the time of requests comes from, and what the time of a signed answer is held against.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The largest request body, in bytes; 1 MiB unless set.
    pub fn max_request(mut self, bytes: usize) -> Self {
        self.max_request = bytes;
        self
    }

    /// The largest answer that is read, in bytes; 4 MiB unless set. A transport may stop earlier.
    pub fn max_response(mut self, bytes: usize) -> Self {
        self.max_response = bytes;
        self
    }

    /// What carries requests.
    pub fn transport<U: Transport>(self, transport: U) -> Builder<U, K> {
        self.carried_by(transport)
    }

    pub(super) fn carried_by<U>(self, transport: U) -> Builder<U, K> {
        Builder {
            api: self.api,
            chosen: self.chosen,
            credentials: self.credentials,
            clock: self.clock,
            tokens: self.tokens,
            plain_http: self.plain_http,
            max_request: self.max_request,
            max_response: self.max_response,
            problems: self.problems,
            encrypting: self.encrypting,
            extras: self.extras,
            transport: Some(transport),
            kind: PhantomData,
        }
    }

    /// The settings alone, for [`prepare`](super::prepare) and [`interpret`](super::interpret).
    pub fn config(self) -> Result<Config, BuildError> {
        self.check().map(|checked| checked.config)
    }

    fn check(self) -> Result<Checked<T>, BuildError> {
        let mut problems = self.problems;
        let address = self.chosen.as_ref().and_then(|it| {
            address::address(it, self.plain_http, self.api, &self.credentials)
                .map_err(|why| problems.extend(BuildProblemKind::Address, why))
                .ok()
        });
        if address.is_none() {
            let missing = address::no_environment(self.api.environments);
            problems.lacks(BuildProblemKind::Address, missing);
        }
        for scheme in self.api.schemes {
            scheme
                .implementation()
                .require(&self.credentials, &mut problems);
        }
        // Where only notifications are sealed, a client has no key.
        if let Some(sealed) = &self.api.sealed
            && self.api.credentials.contains(&sealed.key)
        {
            sealed.require(&self.credentials, &mut problems);
        }
        let token_urls = address.as_ref().map(|address| {
            tokens::urls(&self.tokens, self.api, address, self.plain_http)
                .map_err(|why| problems.push(BuildProblemKind::Address, why))
                .unwrap_or_default()
        });
        let mut schemes = self.api.schemes.iter();
        if self.extras.nonces.is_none() && schemes.any(|it| it.implementation().needs_nonce()) {
            let why = "there is no randomness; give `nonces`, or turn on the feature `aws-lc` of `stipula`";
            problems.push(BuildProblemKind::Signer, why);
        }
        let sealer = self.encrypting.sealer(self.api);
        if self.encrypting.on
            && let Err(why) = sealer
        {
            let why = format!("`encrypt` cannot be kept: {why}");
            problems.push(BuildProblemKind::Encryption, why);
        }
        match address {
            Some(address) if problems.is_empty() => Ok(Checked {
                config: Config {
                    api: self.api,
                    address,
                    credentials: Arc::new(self.credentials),
                    encrypt: self.encrypting.on,
                    sealer,
                    vendor_key: self.encrypting.vendor.clone(),
                    clock: self.clock,
                    nonces: self.extras.nonces.clone(),
                    ids: self.extras.ids.clone(),
                    max_request: self.max_request,
                    max_response: self.max_response,
                    token_urls: token_urls.unwrap_or_default(),
                    recorder: self.extras.recorder.clone(),
                },
                extras: self.extras,
                transport: self.transport,
            }),
            _ => Err(BuildError::new(self.api.name, problems)),
        }
    }
}

/// Settings without a problem.
struct Checked<T> {
    config: Config,
    extras: Extras,
    transport: Option<T>,
}

impl<T: Transport, K: Makes> Builder<T, K> {
    /// Makes the client, or says everything that is missing or wrong.
    pub fn build(mut self) -> Result<K::Client<T>, BuildError> {
        let timer = self.extras.timer.take().or_else(default_timer);
        if timer.is_none() {
            if let Some(why) = self.extras.needs_a_timer() {
                self.problems.push(BuildProblemKind::Timer, why);
            }
            // Without a policy of its own, such a client sends once.
            self.extras.retry = Some(RetryPolicy::none());
        }
        self.extras.timer = timer;
        self.finish().map(K::made_of)
    }
}

impl<T, K> Builder<T, K> {
    pub(super) fn finish(self) -> Result<Client<T>, BuildError> {
        let name = self.api.name;
        let checked = self.check()?;
        let extras = checked.extras;
        let Some(transport) = checked.transport else {
            let mut problems = Problems::default();
            problems.push(BuildProblemKind::Transport, "no `transport` is given");
            return Err(BuildError::new(name, problems));
        };
        Ok(Client {
            shared: Arc::new(Shared {
                config: checked.config,
                retry: extras.retry.unwrap_or_default(),
                bucket: Bucket::new(extras.budget),
                timer: extras.timer,
                jitter: extras.jitter,
                timeout: extras.timeout,
                tokens: Tokens::default(),
                transport,
            }),
        })
    }
}

impl<T, K> fmt::Debug for Builder<T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("api", &self.api.name)
            .field("address", &self.chosen)
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}
