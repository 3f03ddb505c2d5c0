//! The settings of both transports, by one builder.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use rustls::ClientConfig;

#[cfg(feature = "compression")]
use super::decode;
use super::names::{Resolver, SystemNames};
use super::proxy::{Proxies, Proxy};
use super::trust::Trust;
use super::{CONNECT_TIMEOUT, TIMEOUT, environment};
use crate::client::{DEFAULT_MAX_RESPONSE, TransportError, TransportErrorKind};

/// Makes a transport over HTTPS: a `HyperTransport`, or a `UreqTransport` for programs that block.
///
/// Both have the same settings, by the same names:
///
/// | setting | unless set | what it is |
/// | --- | --- | --- |
/// | `timeout` | 30 s | how long an attempt may take in all |
/// | `connect_timeout` | 10 s | how long a connection may take: name, TCP, proxy and TLS together |
/// | `max_response` | 4 MiB | the largest answer, after it was decompressed |
/// | `pool_idle_timeout` | 15 s | how long a connection is kept that nobody uses |
/// | `max_idle_per_host` | 32 | how many of them are kept for each server |
/// | `max_concurrent` | no limit | how many exchanges are under way at once; others wait within their time |
/// | `add_roots` | none | authorities that are trusted besides |
/// | `only_roots` | Mozilla's | the only authorities that are trusted |
/// | `system_roots` | off | the verifier of the operating system; feature `system-roots` |
/// | `client_certificate` | none | what the client shows of itself |
/// | `tls` | none | all of TLS, as `rustls::ClientConfig`, instead of the four before |
/// | `proxy` | none | an HTTP or SOCKS 5 proxy for every server |
/// | `proxy_from_environment` | off | what `HTTPS_PROXY`, `http_proxy`, `ALL_PROXY` and `NO_PROXY` say now |
/// | `no_proxy` | none | servers that are reached without a proxy |
/// | `resolver` | the operating system | what looks up names |
/// | `compression` | off | asks for gzip and brotli; feature `compression` |
/// | `http2` | off | HTTP/2 where the server has it; feature `http2`, not for ureq, which has none |
///
#[cfg_attr(feature = "hyper", doc = "```")]
#[cfg_attr(not(feature = "hyper"), doc = "```ignore")]
/// use std::time::Duration;
/// use stipula::client::HyperTransport;
///
/// let transport = HyperTransport::builder()
///     .proxy("http://proxy.example.com:3128")
///     .no_proxy("localhost, 10.0.0.0/8")
///     .connect_timeout(Duration::from_secs(3))
///     .build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use = "nothing happens before `build`"]
pub struct TransportBuilder<T> {
    pub(in crate::client) settings: Settings,
    trust: Trust,
    /// What is wrong with what was set.
    problems: Vec<String>,
    makes: PhantomData<fn() -> T>,
}

/// What a transport was made with.
#[derive(Clone)]
pub(in crate::client) struct Settings {
    pub(in crate::client) timeout: Duration,
    pub(in crate::client) connect_timeout: Duration,
    pub(in crate::client) max_response: usize,
    pub(in crate::client) pool_idle_timeout: Duration,
    pub(in crate::client) max_idle_per_host: usize,
    pub(in crate::client) max_concurrent: Option<usize>,
    pub(in crate::client) proxies: Arc<Proxies>,
    pub(in crate::client) resolver: Arc<dyn Resolver>,
    #[cfg(feature = "compression")]
    decompresses: bool,
    #[cfg(feature = "http2")]
    pub(in crate::client) speaks_http2: bool,
}

impl Settings {
    /// The same, except for the time of a connection.
    pub(in crate::client) fn connecting(&self, connect_timeout: Duration) -> Self {
        Self {
            connect_timeout,
            ..self.clone()
        }
    }
}

#[cfg(feature = "compression")]
impl Settings {
    /// Asks for a compressed answer, if that is wanted.
    pub(in crate::client) fn asking(
        &self,
        mut request: http::Request<Vec<u8>>,
    ) -> http::Request<Vec<u8>> {
        if self.decompresses {
            decode::ask(request.headers_mut());
        }
        request
    }

    /// The answer as it was before it was compressed.
    pub(in crate::client) fn decompressed(
        &self,
        answer: http::Response<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        if self.decompresses {
            decode::decoded(answer, self.max_response)
        } else {
            Ok(answer)
        }
    }
}

#[cfg(not(feature = "compression"))]
#[allow(
    clippy::unused_self,
    clippy::unnecessary_wraps,
    reason = "with the feature there is something to do"
)]
impl Settings {
    pub(in crate::client) fn asking(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> http::Request<Vec<u8>> {
        request
    }

    pub(in crate::client) fn decompressed(
        &self,
        answer: http::Response<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        Ok(answer)
    }
}

impl<T> TransportBuilder<T> {
    pub(in crate::client) fn new() -> Self {
        let settings = Settings {
            timeout: TIMEOUT,
            connect_timeout: CONNECT_TIMEOUT,
            max_response: DEFAULT_MAX_RESPONSE,
            pool_idle_timeout: Duration::from_secs(15),
            max_idle_per_host: 32,
            max_concurrent: None,
            proxies: Arc::default(),
            resolver: Arc::new(SystemNames),
            #[cfg(feature = "compression")]
            decompresses: false,
            #[cfg(feature = "http2")]
            speaks_http2: false,
        };
        Self {
            settings,
            trust: Trust::default(),
            problems: Vec::new(),
            makes: PhantomData,
        }
    }

    /// How long an attempt may take in all; 30 s unless set.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// How long a connection may take to come about; 10 s unless set. Looking up the name, TCP, a proxy
    /// and TLS share it.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = timeout;
        self
    }

    /// The largest answer that is read, in bytes, after it was decompressed; 4 MiB unless set.
    pub fn max_response(mut self, bytes: usize) -> Self {
        self.settings.max_response = bytes;
        self
    }

    /// How long a connection is kept that nobody uses; 15 s unless set.
    ///
    /// Whatever stands on the way, such as a load balancer, has to keep it for longer. A request that
    /// meets a connection just as it closes is lost, and nobody knows whether it arrived.
    pub fn pool_idle_timeout(mut self, timeout: Duration) -> Self {
        self.settings.pool_idle_timeout = timeout;
        self
    }

    /// How many connections are kept for each server that nobody uses; 32 unless set.
    pub fn max_idle_per_host(mut self, connections: usize) -> Self {
        self.settings.max_idle_per_host = connections;
        self
    }

    /// How many exchanges are under way at once, and so how many connections are in use with HTTP/1.1;
    /// no limit unless set. Others wait, within the time of their attempt.
    pub fn max_concurrent(mut self, exchanges: usize) -> Self {
        if exchanges == 0 {
            self.problem("`max_concurrent` has to be 1 or more");
        }
        self.settings.max_concurrent = Some(exchanges);
        self
    }

    /// Trusts these authorities, too: certificates in PEM.
    pub fn add_roots(mut self, pem: &str) -> Self {
        let added = self.trust.add(pem);
        self.note("add_roots", added);
        self
    }

    /// Trusts these authorities and no others: certificates in PEM.
    pub fn only_roots(mut self, pem: &str) -> Self {
        self.trust.forget_mozilla();
        let added = self.trust.add(pem);
        self.note("only_roots", added);
        self
    }

    /// Asks the operating system whom to trust, and by its rules, instead of taking Mozilla's list.
    #[cfg(feature = "system-roots")]
    pub fn system_roots(mut self) -> Self {
        self.trust.ask_system();
        self
    }

    /// Shows this certificate to servers that ask for one: the certificate and those above it, and its
    /// key, in PEM.
    pub fn client_certificate(mut self, chain_pem: &str, key_pem: &str) -> Self {
        let set = self.trust.show(chain_pem, key_pem);
        self.note("client_certificate", set);
        self
    }

    /// All of TLS, instead of the settings for roots and certificates here.
    ///
    /// What it says of protocols (ALPN) is kept; where it says nothing, the transport fills it in.
    pub fn tls(mut self, config: ClientConfig) -> Self {
        self.trust.replace(config);
        self
    }

    /// The proxy that leads to every server: `http://` for the method `CONNECT`, or `socks5h://`. A user
    /// and a password may stand before the host, percent-encoded.
    ///
    /// The proxy looks up the names of servers. TLS goes through it from end to end.
    pub fn proxy(mut self, address: &str) -> Self {
        let read = Proxy::read(address).map(|proxy| {
            let proxy = Arc::new(proxy);
            let proxies = Arc::make_mut(&mut self.settings.proxies);
            proxies.http = Some(Arc::clone(&proxy));
            proxies.https = Some(proxy);
        });
        self.note("proxy", read);
        self
    }

    /// Takes the proxies that the environment of this process names now: `HTTPS_PROXY`, `ALL_PROXY` and
    /// `NO_PROXY`, in capitals or not, and `http_proxy`. Unless asked, no proxy is used.
    pub fn proxy_from_environment(mut self) -> Self {
        match environment::proxies() {
            Ok(proxies) => self.settings.proxies = Arc::new(proxies),
            Err(why) => self.problem(&why),
        }
        self
    }

    /// Reaches these servers without a proxy: hosts, domains with all below them, addresses and networks,
    /// with commas in between.
    pub fn no_proxy(mut self, list: &str) -> Self {
        let proxies = Arc::make_mut(&mut self.settings.proxies);
        let added = proxies.except.add(list);
        self.note("no_proxy", added);
        self
    }

    /// What looks up names, instead of the operating system.
    pub fn resolver(mut self, resolver: impl Resolver) -> Self {
        self.settings.resolver = Arc::new(resolver);
        self
    }

    /// Asks servers to compress their answers with gzip or brotli.
    #[cfg(feature = "compression")]
    pub fn compression(mut self) -> Self {
        self.settings.decompresses = true;
        self
    }

    fn note(&mut self, setting: &str, done: Result<(), String>) {
        if let Err(why) = done {
            self.problem(&format!("`{setting}` cannot be used: {why}"));
        }
    }

    fn problem(&mut self, what: &str) {
        self.problems.push(what.to_owned());
    }

    /// The settings, and those of TLS with the protocols that can be spoken, the best first.
    pub(in crate::client) fn settled(
        mut self,
        protocols: &[&[u8]],
    ) -> Result<(Settings, Arc<ClientConfig>), TransportError> {
        let mut tls = self.trust.settled();
        if let Ok(tls) = &mut tls {
            if tls.alpn_protocols.is_empty() {
                tls.alpn_protocols = protocols.iter().map(|it| it.to_vec()).collect();
            }
            let mut asked = tls.alpn_protocols.iter();
            if let Some(odd) = asked.find(|it| !protocols.contains(&it.as_slice())) {
                let odd = String::from_utf8_lossy(odd);
                let why = format!("`tls` asks for `{odd}`, which this transport does not speak");
                self.problems.push(why);
            }
        }
        match tls {
            Ok(tls) if self.problems.is_empty() => Ok((self.settings, Arc::new(tls))),
            tls => {
                self.problems.extend(tls.err());
                let what = self.problems.join("; ");
                Err(TransportError::new(TransportErrorKind::Setup, what))
            }
        }
    }
}

impl<T> fmt::Debug for TransportBuilder<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TransportBuilder")
            .field("timeout", &self.settings.timeout)
            .field("connect_timeout", &self.settings.connect_timeout)
            .field("proxies", &self.settings.proxies)
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_has_every_setting() {
        let source = include_str!("builder.rs");
        let (shown, _) = source.split_once("#[cfg(test)]").unwrap();
        let settings: Vec<&str> = shown
            .split("    pub fn ")
            .skip(1)
            .filter_map(|it| it.split('(').next())
            // Of hyper alone.
            .chain(["http2"])
            .collect();
        let rows: Vec<&str> = shown
            .lines()
            .filter_map(|line| line.strip_prefix("/// | `")?.split('`').next())
            .collect();
        for setting in &settings {
            assert!(rows.contains(setting), "{setting}");
        }
        assert_eq!(rows.len(), settings.len(), "{rows:?} {settings:?}");
    }
}
