//! The default transport: hyper and rustls, on tokio.

mod connector;
mod watched;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use self::connector::Connector;
use self::watched::{Taken, Watched};
use super::connection::{self, CONNECT_TIMEOUT, TIMEOUT, trust, unconnected};
use super::{AttemptTimeout, DEFAULT_MAX_RESPONSE, Transport, TransportError, TransportErrorKind};

/// HTTP/1.1 over TLS with a pool of connections. Needs a tokio runtime with time and I/O.
///
/// It trusts the roots of Mozilla, follows no redirect, and gives up after 30
/// seconds in all or 10 for the connection. Clones share the pool.
#[derive(Clone)]
pub struct HyperTransport {
    client: Client<Connector, Watched>,
    timeout: Duration,
    connect_timeout: Duration,
    limit: usize,
}

impl HyperTransport {
    /// A transport with the default limits; no connection is made yet.
    pub fn new() -> Result<Self, TransportError> {
        Self::with_connect_timeout(CONNECT_TIMEOUT)
    }

    /// A transport that waits this long for a connection: its name, TCP and TLS together.
    pub fn with_connect_timeout(connect_timeout: Duration) -> Result<Self, TransportError> {
        let connector = Connector::new(trust::client_config()?, connect_timeout);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .build(connector);
        Ok(Self {
            client,
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
    pub(super) fn reconnecting(&self, connect_timeout: Duration) -> Result<Self, TransportError> {
        let new = Self::with_connect_timeout(connect_timeout)?;
        Ok(new.timeout(self.timeout).max_response(self.limit))
    }

    /// The exchange, given up after its time.
    ///
    /// In a box, which makes its code part of this crate: a future without one is compiled, with all of
    /// hyper and rustls below it, by every program that polls it, and again after each of its changes.
    fn within(&self, request: http::Request<Vec<u8>>) -> Exchange<'_> {
        let given = request.extensions().get::<AttemptTimeout>();
        let timeout = given.map_or(self.timeout, |given| given.0);
        Box::pin(async move {
            let taken = Taken::default();
            let exchange = self.exchange(request, &taken);
            match tokio::time::timeout(timeout, exchange).await {
                Ok(result) => result,
                Err(_) if taken.is() => Err(connection::no_answer_within(timeout)),
                Err(_) => Err(connection::no_connection_within(timeout)),
            }
        })
    }

    async fn exchange(
        &self,
        request: http::Request<Vec<u8>>,
        taken: &Taken,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let request = request.map(|body| Watched::new(body, taken));
        let broken = |what: &str| TransportError::new(TransportErrorKind::Other, what);
        let answer = self.client.request(request).await;
        let answer = answer.map_err(|error| {
            if taken.is() {
                broken("the exchange broke off").with_source(error)
            } else {
                unconnected(error)
            }
        })?;
        let (head, body) = answer.into_parts();
        let body = Limited::new(body, self.limit).collect().await;
        let body = body.map_err(|error| {
            if error.is::<LengthLimitError>() {
                connection::too_large(self.limit)
            } else {
                broken("the answer broke off").with_source(error)
            }
        })?;
        Ok(http::Response::from_parts(head, body.to_bytes().to_vec()))
    }
}

/// An exchange under way.
type Exchange<'a> =
    Pin<Box<dyn Future<Output = Result<http::Response<Vec<u8>>, TransportError>> + Send + 'a>>;

impl Transport for HyperTransport {
    fn execute(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> impl Future<Output = Result<http::Response<Vec<u8>>, TransportError>> + Send {
        self.within(request)
    }

    fn keeps_time(&self) -> bool {
        true
    }
}

impl fmt::Debug for HyperTransport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperTransport")
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
        let own = HyperTransport::new().map(|new| new.timeout(Duration::from_secs(7)));
        let own = own.and_then(|own| own.max_response(5).reconnecting(Duration::from_secs(2)));
        assert_eq!(
            own.map(|own| format!("{own:?}")).unwrap_or_default(),
            "HyperTransport { timeout: 7s, connect_timeout: 2s, max_response: 5, .. }"
        );
    }
}
