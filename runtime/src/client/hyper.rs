//! The default transport: hyper and rustls, on tokio.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::crypto::aws_lc_rs::default_provider;

use super::{AttemptTimeout, DEFAULT_MAX_RESPONSE, Transport, TransportError, TransportErrorKind};

/// HTTP/1.1 over TLS with a pool of connections. Needs a tokio runtime with time and I/O.
///
/// It trusts the roots of Mozilla, follows no redirect, and gives up after 30
/// seconds in all or 10 for the connection. Clones share the pool.
#[derive(Clone)]
pub struct HyperTransport {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    timeout: Duration,
    connect_timeout: Duration,
    limit: usize,
}

impl HyperTransport {
    /// A transport with the default limits; no connection is made yet.
    pub fn new() -> Result<Self, TransportError> {
        Self::with_connect_timeout(Duration::from_secs(10))
    }

    /// A transport that waits this long for a TCP connection.
    pub fn with_connect_timeout(connect_timeout: Duration) -> Result<Self, TransportError> {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(connect_timeout));
        // The provider is named: asking for the process default panics where there are two.
        let connector = HttpsConnectorBuilder::new()
            .with_provider_and_webpki_roots(Arc::new(default_provider()))
            .map_err(|error| {
                TransportError::new(TransportErrorKind::Other, "cannot set up TLS")
                    .with_source(error)
            })?
            .https_or_http()
            .enable_http1()
            .wrap_connector(tcp);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .build(connector);
        Ok(Self {
            client,
            timeout: Duration::from_secs(30),
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
            match tokio::time::timeout(timeout, self.exchange(request)).await {
                Ok(result) => result,
                Err(_) => Err(TransportError::new(
                    TransportErrorKind::Timeout,
                    format!("no answer within {timeout:?}"),
                )),
            }
        })
    }

    async fn exchange(
        &self,
        request: http::Request<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let request = request.map(|body| Full::new(Bytes::from(body)));
        let answer = self.client.request(request).await.map_err(|error| {
            if error.is_connect() {
                TransportError::new(TransportErrorKind::Connect, "no connection").with_source(error)
            } else {
                TransportError::new(TransportErrorKind::Other, "the exchange broke off")
                    .with_source(error)
            }
        })?;
        let (head, body) = answer.into_parts();
        let body = Limited::new(body, self.limit).collect().await;
        let body = body.map_err(|error| {
            if error.is::<LengthLimitError>() {
                let limit = self.limit;
                let message = format!("the answer is larger than {limit} bytes");
                return TransportError::new(TransportErrorKind::TooLarge, message);
            }
            TransportError::new(TransportErrorKind::Other, "the answer broke off")
                .with_source(error)
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
