//! Connections for ureq, each within one budget of time.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use http::Uri;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection};
use ureq::Error;
use ureq::config::Config;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, NextTimeout, TcpConnector, Transport, TransportAdapter,
};

use super::progress::{left, sending};
use super::tls::Tls;

/// Looks up names within the budget of their connection.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) budget: Duration,
}

impl Resolver for Names {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        DefaultResolver::default().resolve(uri, config, left(timeout, self.budget)?)
    }
}

/// Makes connections; looking up the name, TCP and TLS share the budget.
pub(super) struct Dial {
    pub(super) tls: Arc<ClientConfig>,
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
        Ok(tcp.map(Transport::boxed))
    }

    fn tls(
        &self,
        given: &ConnectionDetails<'_>,
        below: Box<dyn Transport>,
    ) -> Result<Box<dyn Transport>, Error> {
        let host = given.uri.host().unwrap_or_default();
        // An IPv6 address stands in brackets in an address, and without them in a certificate.
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
        let tls = ClientConnection::new(Arc::clone(&self.tls), name).map_err(io::Error::other)?;
        let mut below = TransportAdapter::new(below, Arc::clone(&given.current_time));
        below.set_timeout(left(given.timeout, self.budget)?);
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
