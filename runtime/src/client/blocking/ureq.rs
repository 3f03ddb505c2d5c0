//! The default blocking transport: ureq and rustls.

mod connector;
mod progress;
mod tls;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use rustls::ClientConfig;
use ureq::Agent;

use self::connector::{Dial, Names};
use self::progress::Progress;
use super::{Blocking, Builder, Transport};
use crate::client::connection::{self, CONNECT_TIMEOUT, TIMEOUT, trust, unconnected};
use crate::client::{
    AttemptTimeout, BuildProblemKind, DEFAULT_MAX_RESPONSE, TransportError, TransportErrorKind,
};

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
    pub fn new() -> Result<Self, TransportError> {
        Self::with_connect_timeout(CONNECT_TIMEOUT)
    }

    /// A transport that waits this long for a connection: its name, TCP and TLS together.
    pub fn with_connect_timeout(connect_timeout: Duration) -> Result<Self, TransportError> {
        Ok(Self {
            agent: agent(trust::client_config()?, connect_timeout),
            timeout: TIMEOUT,
            connect_timeout,
            limit: DEFAULT_MAX_RESPONSE,
        })
    }

    /// Sets how long one attempt of a call may take in all.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
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
    fn reconnecting(&self, connect_timeout: Duration) -> Result<Self, TransportError> {
        let new = Self::with_connect_timeout(connect_timeout)?;
        Ok(new.timeout(self.timeout).max_response(self.limit))
    }

    /// What an error of ureq means; `limit` is the time that the attempt had.
    fn failure(&self, error: ureq::Error, limit: Duration, under_way: &Progress) -> TransportError {
        match error {
            ureq::Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
                connection::no_connection_within(self.connect_timeout)
            }
            ureq::Error::Timeout(_) if !under_way.has_sent() => {
                connection::no_connection_within(limit)
            }
            ureq::Error::Timeout(_) => connection::no_answer_within(limit),
            ureq::Error::BodyExceedsLimit(_) => connection::too_large(self.limit),
            // The causes of its own `Io` are those of `io`.
            ureq::Error::Io(error) if !under_way.has_sent() => unconnected(error),
            _ if !under_way.has_sent() => unconnected(error),
            _ => TransportError::new(TransportErrorKind::Other, "the exchange broke off")
                .with_source(error),
        }
    }
}

fn agent(tls: ClientConfig, budget: Duration) -> Agent {
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
        .build();
    let dial = Dial {
        tls: Arc::new(tls),
        budget,
    };
    Agent::with_parts(config, dial, Names { budget })
}

impl Transport for UreqTransport {
    fn execute(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let given = request.extensions().get::<AttemptTimeout>();
        let limit = given.map_or(self.timeout, |given| given.0);
        let under_way = Progress::begin();
        let failure = |error| self.failure(error, limit, &under_way);
        let request = self.agent.configure_request(request);
        let request = request.timeout_global(Some(limit)).build();
        let (head, body) = self.agent.run(request).map_err(failure)?.into_parts();
        let most = u64::try_from(self.limit).unwrap_or(u64::MAX);
        let body = body.into_with_config().limit(most).read_to_vec();
        Ok(http::Response::from_parts(head, body.map_err(failure)?))
    }
}

impl Builder {
    /// How long a connection may take to come about: its name, TCP and TLS together; 10 s unless set.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        if let Some(Blocking(own)) = &mut self.transport {
            match own.reconnecting(timeout) {
                Ok(new) => *own = new,
                Err(error) => {
                    let why = error.to_string();
                    self.problems.push(BuildProblemKind::Transport, why);
                }
            }
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
        let own = UreqTransport::new().map(|new| new.timeout(Duration::from_secs(7)));
        let own = own.and_then(|own| own.max_response(5).reconnecting(Duration::from_secs(2)));
        assert_eq!(
            own.map(|own| format!("{own:?}")).unwrap_or_default(),
            "UreqTransport { timeout: 7s, connect_timeout: 2s, max_response: 5, .. }"
        );
    }
}
