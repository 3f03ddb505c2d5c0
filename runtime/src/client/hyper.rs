//! The default transport: hyper and rustls, on tokio.

mod builder;
mod connector;
mod watched;

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt as _, LengthLimitError, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::ClientConfig;
use tokio::sync::Semaphore;

use self::connector::Connector;
use self::watched::{Taken, Watched};
use super::connection::{self, Settings, TransportBuilder, unconnected};
use super::{AttemptTimeout, Transport, TransportError, TransportErrorKind};

/// HTTP over TLS with a pool of connections. Needs a tokio runtime with time and I/O.
///
/// Unless [set otherwise](Self::builder) it trusts the roots of Mozilla, uses no proxy, and gives up after
/// 30 seconds in all or 10 for the connection. It follows no redirect. Clones share the pool.
#[derive(Clone)]
pub struct HyperTransport {
    client: Client<Connector, Watched>,
    tls: Arc<ClientConfig>,
    settings: Settings,
    /// One for each exchange that may be under way.
    permits: Option<Arc<Semaphore>>,
}

impl HyperTransport {
    /// A transport with the default settings; no connection is made yet.
    pub fn new() -> Result<Self, TransportError> {
        Self::builder().build()
    }

    /// Starts a transport with settings of its own.
    pub fn builder() -> TransportBuilder<Self> {
        TransportBuilder::new()
    }

    fn of(settings: Settings, tls: Arc<ClientConfig>) -> Self {
        let connector = Connector::new(&settings, Arc::clone(&tls));
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(settings.pool_idle_timeout)
            .pool_max_idle_per_host(settings.max_idle_per_host)
            .build(connector);
        let permits = settings
            .max_concurrent
            .map(|most| most.min(Semaphore::MAX_PERMITS));
        Self {
            client,
            tls,
            permits: permits.map(|most| Arc::new(Semaphore::new(most))),
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
    pub(super) fn reconnecting(&self, connect_timeout: Duration) -> Self {
        let settings = self.settings.connecting(connect_timeout);
        Self::of(settings, Arc::clone(&self.tls))
    }

    /// The exchange, given up after its time.
    ///
    /// In a box, which makes its code part of this crate: a future without one is compiled, with all of
    /// hyper and rustls below it, by every program that polls it, and again after each of its changes.
    fn within(&self, request: http::Request<Vec<u8>>) -> Exchange<'_> {
        let given = request.extensions().get::<AttemptTimeout>();
        let timeout = given.map_or(self.settings.timeout, |given| given.0);
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
        let _permit = match &self.permits {
            // Nobody closes it.
            Some(permits) => permits.acquire().await.ok(),
            None => None,
        };
        let limit = self.settings.max_response;
        let request = self
            .settings
            .asking(request)
            .map(|body| Watched::new(body, taken));
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
        let body = Limited::new(body, limit).collect().await;
        let body = body.map_err(|error| {
            if error.is::<LengthLimitError>() {
                connection::too_large(limit)
            } else {
                broken("the answer broke off").with_source(error)
            }
        })?;
        let answer = http::Response::from_parts(head, body.to_bytes().to_vec());
        self.settings.decompressed(answer)
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
        let own = HyperTransport::new().map(|new| new.timeout(Duration::from_secs(7)));
        let own = own.map(|own| own.max_response(5).reconnecting(Duration::from_secs(2)));
        assert_eq!(
            own.map(|own| format!("{own:?}")).unwrap_or_default(),
            "HyperTransport { timeout: 7s, connect_timeout: 2s, max_response: 5, .. }"
        );
    }
}
