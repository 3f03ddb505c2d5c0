//! Connections for ureq, each within one budget of time.

use std::fmt;
use std::io::{self, Read as _, Write as _};
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use http::Uri;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection};
use ureq::Error;
use ureq::config::Config;
use ureq::unversioned::resolver::ResolvedSocketAddrs;
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, NextTimeout, TcpConnector, Transport, TransportAdapter,
};

use super::progress::{left, sending};
use super::tls::Tls;
use crate::client::Resolver;
use crate::client::connection::{Proxies, Proxy, Step, Tunnel, as_address, bare, look_up, port_of};

/// Looks up names within the budget of their connection.
pub(super) struct Names {
    pub(super) resolver: Arc<dyn Resolver>,
    pub(super) proxies: Arc<Proxies>,
    pub(super) budget: Duration,
}

impl ureq::unversioned::resolver::Resolver for Names {
    fn resolve(
        &self,
        uri: &Uri,
        _: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let timeout = left(timeout, self.budget)?;
        // Who is behind a proxy is looked up there.
        let (host, port) = match self.proxies.of(uri) {
            Some(proxy) => (proxy.host.as_str(), proxy.port),
            None => (uri.host().unwrap_or_default(), port_of(uri)),
        };
        let mut found = self.empty();
        let addresses = within(&self.resolver, host, timeout)?;
        for address in addresses.into_iter().take(MOST) {
            found.push((address, port).into());
        }
        Ok(found)
    }
}

/// As many addresses as ureq takes.
const MOST: usize = 16;

/// Looks up a name, on another thread that is left alone when it takes too long.
fn within(
    resolver: &Arc<dyn Resolver>,
    host: &str,
    timeout: NextTimeout,
) -> Result<Vec<IpAddr>, Error> {
    if let Some(address) = as_address(host) {
        return Ok(vec![address]);
    }
    let (found, answer) = mpsc::sync_channel(1);
    let (resolver, host) = (Arc::clone(resolver), host.to_owned());
    let looking = move || {
        // Nobody may be waiting any more.
        let _ = found.send(look_up(&*resolver, &host));
    };
    thread::Builder::new().spawn(looking)?;
    match answer.recv_timeout(*timeout.after) {
        Ok(found) => Ok(found?),
        Err(RecvTimeoutError::Timeout) => Err(Error::Timeout(timeout.reason)),
        Err(RecvTimeoutError::Disconnected) => Err(Error::HostNotFound),
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Names")
            .field("budget", &self.budget)
            .finish_non_exhaustive()
    }
}

/// Makes connections; looking up the name, TCP, a proxy and TLS share the budget.
pub(super) struct Dial {
    pub(super) tls: Arc<ClientConfig>,
    pub(super) proxies: Arc<Proxies>,
    pub(super) budget: Duration,
}

impl Dial {
    /// What carries bytes to the server.
    fn tcp(&self, given: &ConnectionDetails<'_>) -> Result<Option<Box<dyn Transport>>, Error> {
        let details = ConnectionDetails {
            uri: given.uri,
            addrs: given.addrs.clone(),
            resolver: given.resolver,
            config: given.config,
            request_level: given.request_level,
            now: (given.current_time)(),
            timeout: left(given.timeout, self.budget)?,
            current_time: Arc::clone(&given.current_time),
            run_connector: Arc::clone(&given.run_connector),
            register_shutdown: Arc::clone(&given.register_shutdown),
        };
        let tcp = Connector::<()>::connect(&TcpConnector::default(), &details, None)?;
        match (tcp, self.proxies.of(given.uri)) {
            (Some(tcp), Some(proxy)) => self.open(given, tcp.boxed(), proxy).map(Some),
            (tcp, _) => Ok(tcp.map(Transport::boxed)),
        }
    }

    /// Asks a proxy for the way to the server.
    fn open(
        &self,
        given: &ConnectionDetails<'_>,
        proxied: Box<dyn Transport>,
        proxy: &Proxy,
    ) -> Result<Box<dyn Transport>, Error> {
        let mut stream = self.timed(given, proxied)?;
        let mut tunnel = Tunnel::new(proxy, given.uri);
        let mut buffer = [0; 1024];
        let mut count = 0;
        loop {
            let came = buffer.get(..count).unwrap_or_default();
            count = 0;
            match tunnel.next(came)? {
                Step::Send(bytes) => stream.write_all(&bytes)?,
                Step::Open => return Ok(stream.into_inner()),
                Step::Receive => match stream.read(&mut buffer)? {
                    0 => return Err(Proxy::hung_up().into()),
                    read => count = read,
                },
            }
        }
    }

    /// A connection to read from and to write to, in what is left of the budget.
    fn timed(
        &self,
        given: &ConnectionDetails<'_>,
        below: Box<dyn Transport>,
    ) -> Result<TransportAdapter, Error> {
        let mut below = TransportAdapter::new(below, Arc::clone(&given.current_time));
        below.set_timeout(left(given.timeout, self.budget)?);
        Ok(below)
    }

    fn tls(
        &self,
        given: &ConnectionDetails<'_>,
        below: Box<dyn Transport>,
    ) -> Result<Box<dyn Transport>, Error> {
        // A certificate has no brackets.
        let host = bare(given.uri.host().unwrap_or_default());
        let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
        let tls = ClientConnection::new(Arc::clone(&self.tls), name).map_err(io::Error::other)?;
        let below = self.timed(given, below)?;
        Ok(Tls::shake_hands(tls, below, given.config)?.boxed())
    }
}

impl Connector for Dial {
    type Out = Watched;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        _: Option<()>,
    ) -> Result<Option<Watched>, Error> {
        let Some(tcp) = self.tcp(details)? else {
            return Ok(None);
        };
        let connected = if details.needs_tls() {
            self.tls(details, tcp)?
        } else {
            tcp
        };
        Ok(Some(Watched(connected)))
    }
}

impl fmt::Debug for Dial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dial")
            .field("budget", &self.budget)
            .finish_non_exhaustive()
    }
}

/// A connection that tells when the first bytes of a request are about to leave.
#[derive(Debug)]
pub(super) struct Watched(Box<dyn Transport>);

impl Transport for Watched {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.0.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        sending();
        self.0.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.0.await_input(timeout)
    }

    fn is_open(&mut self) -> bool {
        self.0.is_open()
    }

    fn is_tls(&self) -> bool {
        self.0.is_tls()
    }
}
