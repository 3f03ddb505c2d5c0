//! Connections for hyper, each within one budget of time.

use std::error::Error as StdError;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::rt::TokioIo;
use rustls::ClientConfig;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tower_service::Service;

use crate::client::Resolver;
use crate::client::connection::{
    Proxies, Proxy, Settings, Step, Tunnel, look_up, no_connection_within,
};

type Cause = Box<dyn StdError + Send + Sync>;
type Tcp = TokioIo<TcpStream>;
type Stream = MaybeHttpsStream<Tcp>;
type Making<A, E = Cause> = Pin<Box<dyn Future<Output = Result<A, E>> + Send>>;

/// Makes connections; looking up the name, TCP, a proxy and TLS share the budget.
#[derive(Clone)]
pub(super) struct Connector {
    https: HttpsConnector<Dial>,
    budget: Duration,
}

impl Connector {
    pub(super) fn new(settings: &Settings, tls: Arc<ClientConfig>) -> Self {
        let budget = settings.connect_timeout;
        let mut tcp = HttpConnector::new_with_resolver(Names(Arc::clone(&settings.resolver)));
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        // Of several addresses, one that does not answer leaves time for the others.
        tcp.set_connect_timeout(Some(budget));
        let proxies = Arc::clone(&settings.proxies);
        let https = HttpsConnector::from((Dial { tcp, proxies }, tls));
        Self { https, budget }
    }
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = Cause;
    type Future = Making<Stream>;

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

/// Connects to servers, or to the proxies that lead to them.
#[derive(Clone)]
struct Dial {
    tcp: HttpConnector<Names>,
    proxies: Arc<Proxies>,
}

impl Service<Uri> for Dial {
    type Response = Tcp;
    type Error = Cause;
    type Future = Making<Tcp>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Cause>> {
        self.tcp.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let Some(proxy) = self.proxies.of(&to).map(Arc::clone) else {
            let connecting = self.tcp.call(to);
            return Box::pin(async { Ok(connecting.await?) });
        };
        let connecting = proxy.uri().map(|it| self.tcp.call(it));
        Box::pin(async move { Ok(open(connecting?.await?, &proxy, &to).await?) })
    }
}

/// Asks a proxy for the way to a server.
async fn open(proxied: Tcp, proxy: &Proxy, to: &Uri) -> io::Result<Tcp> {
    let mut stream = proxied.into_inner();
    let mut tunnel = Tunnel::new(proxy, to);
    let mut buffer = [0; 1024];
    let mut count = 0;
    loop {
        let came = buffer.get(..count).unwrap_or_default();
        count = 0;
        match tunnel.next(came)? {
            Step::Send(bytes) => stream.write_all(&bytes).await?,
            Step::Open => return Ok(TokioIo::new(stream)),
            Step::Receive => match stream.read(&mut buffer).await? {
                0 => return Err(Proxy::hung_up()),
                read => count = read,
            },
        }
    }
}

/// Looks up names, on threads that may wait.
#[derive(Clone)]
struct Names(Arc<dyn Resolver>);

impl Service<Name> for Names {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Making<Self::Response, io::Error>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let names = Arc::clone(&self.0);
        Box::pin(async move {
            let looking = move || look_up(&*names, name.as_str());
            let found = tokio::task::spawn_blocking(looking).await;
            let found = found.map_err(io::Error::other)??;
            // The port is that of the address that is connected to.
            let found = found.into_iter().map(|address| (address, 0).into());
            Ok(found.collect::<Vec<_>>().into_iter())
        })
    }
}
