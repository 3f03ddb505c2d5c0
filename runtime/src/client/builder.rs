//! Making a client, with all mistakes told at once.

mod encrypting;
mod extras;
mod problem;

use std::fmt;
use std::sync::Arc;

use self::encrypting::Encrypting;
use self::extras::Extras;
use super::clock::{Clock, SystemClock};
use super::{
    Api, Client, Config, DEFAULT_MAX_REQUEST, DEFAULT_MAX_RESPONSE, DefaultTransport, RetryPolicy,
    Shared, Signer, Timer, Transport, Verifier,
};
#[cfg(feature = "aws-lc")]
use super::{PrivateKey, PublicKey};

pub(super) use encrypting::Sealer;
pub(super) use extras::Jitter;
pub use problem::BuildError;

/// Makes a [`Client`].
#[must_use = "nothing happens before `build`"]
pub struct Builder<T = DefaultTransport> {
    api: &'static Api,
    base_url: Option<String>,
    client_id: String,
    key_version: u32,
    signer: Option<Arc<dyn Signer>>,
    verifier: Option<Arc<dyn Verifier>>,
    clock: Box<dyn Clock>,
    plain_http: bool,
    max_request: usize,
    max_response: usize,
    pub(super) problems: Vec<String>,
    encrypting: Encrypting,
    extras: Extras,
    pub(super) transport: Option<T>,
}

impl Builder<DefaultTransport> {
    pub(super) fn start(api: &'static Api) -> Self {
        let mut problems = Vec::new();
        let transport = default_transport(&mut problems);
        Self::begin(api, transport, problems)
    }
}

#[cfg(feature = "hyper")]
fn default_transport(problems: &mut Vec<String>) -> Option<DefaultTransport> {
    super::HyperTransport::new()
        .map_err(|error| problems.push(error.to_string()))
        .ok()
}

#[cfg(not(feature = "hyper"))]
fn default_transport(_: &mut Vec<String>) -> Option<DefaultTransport> {
    None
}

#[cfg(feature = "hyper")]
#[allow(
    clippy::unnecessary_wraps,
    reason = "without the feature there is none"
)]
fn default_timer() -> Option<Box<dyn Timer>> {
    Some(Box::new(super::TokioTimer::new()))
}

#[cfg(not(feature = "hyper"))]
fn default_timer() -> Option<Box<dyn Timer>> {
    None
}

impl<T> Builder<T> {
    #[cfg(feature = "blocking")]
    pub(super) fn with(api: &'static Api, transport: T) -> Self {
        Self::begin(api, Some(transport), Vec::new())
    }

    fn begin(api: &'static Api, transport: Option<T>, problems: Vec<String>) -> Self {
        Self {
            api,
            base_url: None,
            client_id: String::new(),
            key_version: api.signing.key_version,
            signer: None,
            verifier: None,
            clock: Box::new(SystemClock),
            plain_http: false,
            max_request: DEFAULT_MAX_REQUEST,
            max_response: DEFAULT_MAX_RESPONSE,
            problems,
            encrypting: Encrypting::default(),
            extras: Extras::new(),
            transport,
        }
    }

    /// Chooses one of the environments that the API documents.
    pub fn environment(mut self, name: &str) -> Self {
        let known = self.api.environments;
        match known.iter().find(|environment| environment.name == name) {
            Some(environment) => self.base_url = Some(environment.base_url.to_owned()),
            None => self
                .problems
                .push(problem::unknown_environment(name, known)),
        }
        self
    }

    /// Chooses another place: scheme and host, without a path.
    ///
    /// Plain `http` is for this machine only, unless [`allow_plain_http`](Self::allow_plain_http) is called.
    pub fn base_url(mut self, url: &str) -> Self {
        self.base_url = Some(url.to_owned());
        self
    }

    /// Lets a base URL with `http` lead to another machine. Bodies then travel readable.
    pub fn allow_plain_http(mut self) -> Self {
        self.plain_http = true;
        self
    }

    /// The id that the platform gave you.
    pub fn client_id(mut self, id: impl Into<String>) -> Self {
        self.client_id = id.into();
        self
    }

    /// Your private key, as text: PEM or bare base64.
    #[cfg(feature = "aws-lc")]
    pub fn private_key(mut self, text: &str) -> Self {
        match PrivateKey::parse(text) {
            Ok(key) => {
                let key = Arc::new(key);
                #[cfg(feature = "encryption")]
                self.encrypting.own(&key);
                self.signer = Some(key);
            }
            Err(error) => self.problems.push(format!("`private_key`: {error}")),
        }
        self
    }

    /// The platform's public key, as text: PEM or bare base64.
    #[cfg(feature = "aws-lc")]
    pub fn platform_key(mut self, text: &str) -> Self {
        match PublicKey::parse(text) {
            Ok(key) => {
                #[cfg(feature = "encryption")]
                self.encrypting.platform(&key);
                self.verifier = Some(Arc::new(key));
            }
            Err(error) => self.problems.push(format!("`platform_key`: {error}")),
        }
        self
    }

    /// What signs requests, instead of a private key in this process.
    pub fn signer(mut self, signer: impl Signer + 'static) -> Self {
        self.signer = Some(Arc::new(signer));
        self
    }

    /// What verifies answers, instead of a platform key.
    pub fn verifier(mut self, verifier: impl Verifier + 'static) -> Self {
        self.verifier = Some(Arc::new(verifier));
        self
    }

    /// The version of your key, when the platform has more than one.
    pub fn key_version(mut self, version: u32) -> Self {
        self.key_version = version;
        self
    }

    /// Where the time of requests comes from.
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Box::new(clock);
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
    pub fn transport<U: Transport>(self, transport: U) -> Builder<U> {
        self.carried_by(transport)
    }

    pub(super) fn carried_by<U>(self, transport: U) -> Builder<U> {
        Builder {
            api: self.api,
            base_url: self.base_url,
            client_id: self.client_id,
            key_version: self.key_version,
            signer: self.signer,
            verifier: self.verifier,
            clock: self.clock,
            plain_http: self.plain_http,
            max_request: self.max_request,
            max_response: self.max_response,
            problems: self.problems,
            encrypting: self.encrypting,
            extras: self.extras,
            transport: Some(transport),
        }
    }

    /// The settings alone, for [`prepare`](super::prepare) and [`interpret`](super::interpret).
    pub fn config(self) -> Result<Config, BuildError> {
        self.check().map(|checked| checked.config)
    }

    fn check(self) -> Result<Checked<T>, BuildError> {
        let mut problems = self.problems;
        let said = |problems: &[String], start| problems.iter().any(|p| p.starts_with(start));
        let base_url = self.base_url.and_then(|url| {
            problem::base_url(&url, self.plain_http)
                .map_err(|why| problems.push(why))
                .ok()
        });
        if base_url.is_none() && !said(&problems, "`base_url`") && !said(&problems, "there is no") {
            problems.push(problem::no_environment(self.api.environments));
        }
        problems.extend(problem::client_id(&self.client_id));
        if self.signer.is_none() && !said(&problems, "`private_key`") {
            problems.push("no `private_key` and no `signer` is given".to_owned());
        }
        if self.verifier.is_none() && !said(&problems, "`platform_key`") {
            problems.push("no `platform_key` and no `verifier` is given".to_owned());
        }
        let sealer = self.encrypting.sealer(self.api);
        if self.encrypting.on
            && let Err(why) = sealer
        {
            problems.push(format!("`encrypt` cannot be kept: {why}"));
        }
        match (base_url, self.signer, self.verifier) {
            (Some(base_url), Some(signer), Some(verifier)) if problems.is_empty() => Ok(Checked {
                config: Config {
                    api: self.api,
                    base_url,
                    client_id: self.client_id,
                    key_version: self.key_version,
                    signer,
                    verifier,
                    encrypt: self.encrypting.on,
                    sealer,
                    max_request: self.max_request,
                    max_response: self.max_response,
                },
                clock: self.clock,
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
    clock: Box<dyn Clock>,
    extras: Extras,
    transport: Option<T>,
}

impl<T: Transport> Builder<T> {
    /// Makes the client, or says everything that is missing or wrong.
    pub fn build(mut self) -> Result<Client<T>, BuildError> {
        let timer = self.extras.timer.take().or_else(default_timer);
        if timer.is_none() {
            self.problems.extend(self.extras.needs_a_timer());
            // Without a policy of its own, such a client sends once.
            self.extras.retry = Some(RetryPolicy::none());
        }
        self.extras.timer = timer;
        self.finish()
    }
}

impl<T> Builder<T> {
    pub(super) fn finish(self) -> Result<Client<T>, BuildError> {
        let name = self.api.name;
        let checked = self.check()?;
        let extras = checked.extras;
        let Some(transport) = checked.transport else {
            let problem = "no `transport` is given".to_owned();
            return Err(BuildError::new(name, vec![problem]));
        };
        Ok(Client {
            shared: Arc::new(Shared {
                config: checked.config,
                clock: checked.clock,
                retry: extras.retry.unwrap_or_default(),
                timer: extras.timer,
                jitter: extras.jitter,
                timeout: extras.timeout,
                ids: extras.ids,
                transport,
            }),
        })
    }
}

impl<T> fmt::Debug for Builder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("api", &self.api.name)
            .field("base_url", &self.base_url)
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}
