//! Looking up the addresses of names.

use std::io;
use std::net::{IpAddr, ToSocketAddrs as _};

use http::Uri;

/// Looks up the addresses of a host, instead of the operating system.
///
/// It may wait: it is asked on a thread that may. The time for a connection bounds how long its answer is
/// waited for. Addresses are tried in its order. With a proxy it is asked for the host of the proxy,
/// which looks up the server itself. A closure is a resolver, too.
pub trait Resolver: Send + Sync + 'static {
    /// The addresses of `host`, which is no address itself.
    fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>>;
}

impl<F> Resolver for F
where
    F: Fn(&str) -> io::Result<Vec<IpAddr>> + Send + Sync + 'static,
{
    fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        self(host)
    }
}

/// What the operating system knows.
pub(super) struct SystemNames;

impl Resolver for SystemNames {
    fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        let found = (host, 0).to_socket_addrs()?;
        Ok(found.map(|address| address.ip()).collect())
    }
}

/// A host without the brackets that an IPv6 address has in an address of the web.
pub(in crate::client) fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

/// The port of an address, or that of its scheme.
pub(in crate::client) fn port_of(to: &Uri) -> u16 {
    let usual = match to.scheme_str() {
        Some("https") => 443,
        _ => 80,
    };
    to.port_u16().unwrap_or(usual)
}

/// The address that `host` is, if it is one and no name.
#[cfg(feature = "blocking")]
pub(in crate::client) fn as_address(host: &str) -> Option<IpAddr> {
    bare(host).parse().ok()
}

/// The addresses of `host`: at least one.
pub(in crate::client) fn look_up(names: &dyn Resolver, host: &str) -> io::Result<Vec<IpAddr>> {
    match names.resolve(host)? {
        found if found.is_empty() => {
            let why = format!("`{host}` has no address");
            Err(io::Error::new(io::ErrorKind::NotFound, why))
        }
        found => Ok(found),
    }
}
