//! Connections for hyper, each within one budget of time.

use std::error::Error as StdError;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use tokio::net::TcpStream;
use tower_service::Service;

use crate::client::connection::no_connection_within;

type Cause = Box<dyn StdError + Send + Sync>;
type Stream = MaybeHttpsStream<TokioIo<TcpStream>>;

/// Makes connections; looking up the name, TCP and TLS share the budget.
#[derive(Clone)]
pub(super) struct Connector {
    https: HttpsConnector<HttpConnector>,
    budget: Duration,
}

impl Connector {
    pub(super) fn new(tls: ClientConfig, budget: Duration) -> Self {
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        // Of several addresses, one that does not answer leaves time for the others.
        tcp.set_connect_timeout(Some(budget));
        let https = HttpsConnector::from((tcp, tls));
        Self { https, budget }
    }
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = Cause;
    type Future = Pin<Box<dyn Future<Output = Result<Stream, Cause>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Cause>> {
        self.https.poll_ready(context)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let budget = self.budget;
        let connecting = self.https.call(to);
        Box::pin(async move {
            let connected = tokio::time::timeout(budget, connecting).await;
            connected.unwrap_or_else(|_| Err(no_connection_within(budget).into()))
        })
    }
}
