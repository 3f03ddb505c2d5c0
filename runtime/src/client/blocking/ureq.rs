//! The default blocking transport: ureq and rustls.

use std::fmt;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::aws_lc_rs::default_provider;
use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
use ureq::{Agent, Timeout};

use super::{Blocking, Builder, Transport};
use crate::client::{AttemptTimeout, DEFAULT_MAX_RESPONSE, TransportError, TransportErrorKind};

/// HTTP/1.1 over TLS with a pool of connections.
///
/// It trusts the roots of Mozilla, follows no redirect, uses no proxy, and gives up after 30
/// seconds in all or 10 for the connection. Clones share the pool.
#[derive(Clone)]
pub struct UreqTransport {
    agent: Agent,
    timeout: Duration,
    connect_timeout: Duration,
    limit: usize,
}

impl UreqTransport {
    /// A transport with the default limits; no connection is made yet.
    pub fn new() -> Self {
        Self::with_connect_timeout(Duration::from_secs(10))
    }

    /// A transport that waits this long for a connection.
    pub fn with_connect_timeout(connect_timeout: Duration) -> Self {
        let timeout = Duration::from_secs(30);
        Self {
            agent: agent(connect_timeout, timeout),
            timeout,
            connect_timeout,
            limit: DEFAULT_MAX_RESPONSE,
        }
    }

    /// Sets how long one attempt of a call may take in all.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        // In the agent, for requests with times of their own do not share its set-up of TLS.
        self.agent = agent(self.connect_timeout, timeout);
        self.timeout = timeout;
        self
    }

    /// Sets the largest answer that is read, in bytes.
    #[must_use]
    pub fn max_response(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }

    /// The same limits, except for the time of a connection.
    fn reconnecting(&self, connect_timeout: Duration) -> Self {
        Self::with_connect_timeout(connect_timeout)
            .timeout(self.timeout)
            .max_response(self.limit)
    }

    fn failure(&self, error: ureq::Error, timeout: Duration) -> TransportError {
        let (kind, message) = match &error {
            ureq::Error::Timeout(Timeout::Resolve | Timeout::Connect)
            | ureq::Error::HostNotFound
            | ureq::Error::ConnectionFailed => {
                (TransportErrorKind::Connect, "no connection".to_owned())
            }
            error if is_distrust(error) => {
                (TransportErrorKind::Connect, "no connection".to_owned())
            }
            ureq::Error::Io(io) if io.kind() == ErrorKind::ConnectionRefused => {
                (TransportErrorKind::Connect, "no connection".to_owned())
            }
            ureq::Error::Timeout(_) => {
                let message = format!("no answer within {timeout:?}");
                (TransportErrorKind::Timeout, message)
            }
            ureq::Error::BodyExceedsLimit(_) => {
                let message = format!("the answer is larger than {} bytes", self.limit);
                (TransportErrorKind::TooLarge, message)
            }
            _ => (
                TransportErrorKind::Other,
                "the exchange broke off".to_owned(),
            ),
        };
        TransportError::new(kind, message).with_source(error)
    }
}

fn agent(connect_timeout: Duration, timeout: Duration) -> Agent {
    // The provider is named, so that there is one stack of TLS in the program.
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::WebPki)
        .unversioned_rustls_crypto_provider(Arc::new(default_provider()))
        .build();
    // An empty name leaves the header out: what is sent is what was prepared.
    Agent::config_builder()
        .tls_config(tls)
        .proxy(None)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .timeout_connect(Some(connect_timeout))
        .timeout_global(Some(timeout))
        .user_agent("")
        .accept("")
        .build()
        .into()
}

/// Whether the certificate was refused: then no request was sent.
fn is_distrust(error: &ureq::Error) -> bool {
    let inner = match error {
        ureq::Error::Rustls(inner) => Some(inner),
        ureq::Error::Io(io) => io.get_ref().and_then(|inner| inner.downcast_ref()),
        _ => None,
    };
    matches!(inner, Some(rustls::Error::InvalidCertificate(_)))
}

impl Default for UreqTransport {
    fn default() -> Self {
        Self::new()
    }
}

impl Transport for UreqTransport {
    fn execute(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let given = request.extensions().get::<AttemptTimeout>();
        let given = given.map(|given| given.0);
        let failure = |error| self.failure(error, given.unwrap_or(self.timeout));
        let answer = match given {
            Some(timeout) => {
                let request = self.agent.configure_request(request);
                self.agent
                    .run(request.timeout_global(Some(timeout)).build())
            }
            None => self.agent.run(request),
        };
        let (head, body) = answer.map_err(failure)?.into_parts();
        let limit = u64::try_from(self.limit).unwrap_or(u64::MAX);
        let body = body.into_with_config().limit(limit).read_to_vec();
        Ok(http::Response::from_parts(head, body.map_err(failure)?))
    }
}

impl Builder {
    /// How long a connection may take to come about; 10 s unless set.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        if let Some(Blocking(own)) = &mut self.transport {
            *own = own.reconnecting(timeout);
        }
        self
    }
}

impl fmt::Debug for UreqTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UreqTransport")
            .field("timeout", &self.timeout)
            .field("connect_timeout", &self.connect_timeout)
            .field("max_response", &self.limit)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_connect_timeout_keeps_the_rest() {
        let own = UreqTransport::new().timeout(Duration::from_secs(7));
        let own = own.max_response(5).reconnecting(Duration::from_secs(2));
        let connect = own.agent.config().timeouts().connect;
        assert_eq!(connect, Some(Duration::from_secs(2)));
        assert_eq!(
            format!("{own:?}"),
            "UreqTransport { timeout: 7s, connect_timeout: 2s, max_response: 5, .. }"
        );
    }
}
