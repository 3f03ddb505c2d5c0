//! The default blocking transport: ureq and rustls.

mod connector;
mod permits;
mod progress;
mod tls;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use rustls::ClientConfig;
use ureq::Agent;

use self::connector::{Dial, Names};
use self::permits::Permits;
use self::progress::Progress;
use super::{Blocking, Builder, Transport};
use crate::client::connection::{self, Settings, TransportBuilder, unconnected};
use crate::client::{AttemptTimeout, TransportError, TransportErrorKind};

/// HTTP/1.1 over TLS with a pool of connections.
///
/// Unless [set otherwise](Self::builder) it trusts the roots of Mozilla, uses no proxy, and gives up after
/// 30 seconds in all or 10 for the connection. It follows no redirect. Clones share the pool.
#[derive(Clone)]
pub struct UreqTransport {
    agent: Agent,
    tls: Arc<ClientConfig>,
    settings: Settings,
    permits: Option<Arc<Permits>>,
}

impl UreqTransport {
    /// A transport with the default settings; no connection is made yet.
    pub fn new() -> Result<Self, TransportError> {
        Self::builder().build()
    }

    /// Starts a transport with settings of its own.
    pub fn builder() -> TransportBuilder<Self> {
        TransportBuilder::new()
    }

    fn of(settings: Settings, tls: Arc<ClientConfig>) -> Self {
        let permits = settings.max_concurrent.map(Permits::new);
        Self {
            agent: agent(&settings, Arc::clone(&tls)),
            tls,
            permits: permits.map(Arc::new),
            settings,
        }
    }

    /// Sets how long one attempt of a call may take in all.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    /// Sets the largest answer that is read, in bytes.
    #[must_use]
    pub fn max_response(mut self, bytes: usize) -> Self {
        self.settings.max_response = bytes;
        self
    }

    /// The same settings, except for the time of a connection.
    fn reconnecting(&self, connect_timeout: Duration) -> Self {
        let settings = self.settings.connecting(connect_timeout);
        Self::of(settings, Arc::clone(&self.tls))
    }

    /// What an error of ureq means; `limit` is the time that the attempt had.
    fn failure(&self, error: ureq::Error, limit: Duration, under_way: &Progress) -> TransportError {
        match error {
            ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
                connection::no_connection_within(self.settings.connect_timeout)
            }
            ureq::Error::Timeout(_) if !under_way.has_sent() => {
                connection::no_connection_within(limit)
            }
            ureq::Error::Timeout(_) => connection::no_answer_within(limit),
            ureq::Error::BodyExceedsLimit(_) => connection::too_large(self.settings.max_response),
            // The causes of its own `Io` are those of `io`.
            ureq::Error::Io(error) if !under_way.has_sent() => unconnected(error),
            _ if !under_way.has_sent() => unconnected(error),
            _ => TransportError::new(TransportErrorKind::Other, "the exchange broke off")
                .with_source(error),
        }
    }
}

fn agent(settings: &Settings, tls: Arc<ClientConfig>) -> Agent {
    // An empty name leaves the header out: what is sent is what was prepared.
    let config = Agent::config_builder()
        .proxy(None)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .user_agent("")
        .accept("")
        .accept_encoding("")
        .max_idle_age(settings.pool_idle_timeout)
        .max_idle_connections(usize::MAX)
        .max_idle_connections_per_host(settings.max_idle_per_host)
        .build();
    let dial = Dial {
        tls,
        proxies: Arc::clone(&settings.proxies),
        budget: settings.connect_timeout,
    };
    let names = Names {
        resolver: Arc::clone(&settings.resolver),
        proxies: Arc::clone(&settings.proxies),
        budget: settings.connect_timeout,
    };
    Agent::with_parts(config, dial, names)
}

impl Transport for UreqTransport {
    fn execute(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let given = request.extensions().get::<AttemptTimeout>();
        let limit = given.map_or(self.settings.timeout, |given| given.0);
        let under_way = Progress::begin();
        let failure = |error| self.failure(error, limit, &under_way);
        let _permit = match &self.permits {
            Some(permits) => {
                let permit = permits.take(limit);
                Some(permit.ok_or_else(|| connection::no_connection_within(limit))?)
            }
            None => None,
        };
        let left = limit.saturating_sub(under_way.elapsed());
        let request = self.agent.configure_request(self.settings.asking(request));
        let request = request.timeout_global(Some(left)).build();
        let (head, body) = self.agent.run(request).map_err(failure)?.into_parts();
        let most = u64::try_from(self.settings.max_response).unwrap_or(u64::MAX);
        let body = body.into_with_config().limit(most).read_to_vec();
        let answer = http::Response::from_parts(head, body.map_err(failure)?);
        self.settings.decompressed(answer)
    }
}

impl Builder {
    /// How long a connection may take to come about: its name, TCP, a proxy and TLS together; 10 s unless set.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        if let Some(Blocking(own)) = &mut self.transport {
            *own = own.reconnecting(timeout);
        }
        self
    }
}

impl TransportBuilder<UreqTransport> {
    /// Makes the transport, or says everything that is wrong. No connection is made yet.
    pub fn build(self) -> Result<UreqTransport, TransportError> {
        let (settings, tls) = self.settled(&[b"http/1.1"])?;
        Ok(UreqTransport::of(settings, tls))
    }
}

impl fmt::Debug for UreqTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UreqTransport")
            .field("timeout", &self.settings.timeout)
            .field("connect_timeout", &self.settings.connect_timeout)
            .field("max_response", &self.settings.max_response)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_connect_timeout_keeps_the_rest() {
        let own = UreqTransport::new().map(|new| new.timeout(Duration::from_secs(7)));
        let own = own.map(|own| own.max_response(5).reconnecting(Duration::from_secs(2)));
        assert_eq!(
            own.map(|own| format!("{own:?}")).unwrap_or_default(),
            "UreqTransport { timeout: 7s, connect_timeout: 2s, max_response: 5, .. }"
        );
    }
}
