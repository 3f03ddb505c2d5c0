//! What stands between a client and a server, and for which servers.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::sync::Arc;

use http::Uri;
use percent_encoding::percent_decode_str;

use super::exceptions::Exceptions;

/// A server that passes bytes on.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::client) struct Proxy {
    pub(super) kind: Kind,
    pub(in crate::client) host: String,
    pub(in crate::client) port: u16,
    pub(super) login: Option<Login>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The method `CONNECT` of HTTP.
    Http,
    /// SOCKS 5; the proxy looks names up.
    Socks,
}

#[derive(Clone, PartialEq, Eq)]
pub(super) struct Login {
    pub(super) user: String,
    pub(super) password: String,
}

impl Proxy {
    /// Reads `http://user:password@host:port`; an error never quotes it.
    pub(super) fn read(address: &str) -> Result<Self, String> {
        let address = address.trim();
        let (scheme, rest) = address.split_once("://").unwrap_or(("http", address));
        let (kind, default) = match scheme {
            "http" => (Kind::Http, 80),
            "socks5" | "socks5h" => (Kind::Socks, 1080),
            "https" => return Err("a proxy is reached without TLS: write `http://`".to_owned()),
            _ => return Err("it begins with neither `http://` nor `socks5h://`".to_owned()),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (login, place) = match rest.rsplit_once('@') {
            Some((login, place)) => (Some(Login::read(login)?), place),
            None => (None, rest),
        };
        // The place alone, for a message of `http` may not show the rest.
        let uri: Uri = format!("http://{place}/")
            .parse()
            .map_err(|_| "it is not `scheme://host:port`".to_owned())?;
        let host = uri.host().filter(|host| !host.is_empty());
        let host = host.ok_or("it has no host")?.to_owned();
        let written = uri
            .authority()
            .and_then(|it| it.as_str().strip_prefix(&*host));
        let port = match written.unwrap_or_default().strip_prefix(':') {
            Some(port) => port
                .parse()
                .map_err(|_| "its port is no number up to 65535")?,
            None => default,
        };
        if uri.path() != "/" || uri.query().is_some() {
            return Err("it has a path, which no proxy asks for".to_owned());
        }
        Ok(Self {
            kind,
            host,
            port,
            login,
        })
    }

    /// Where it is, as something to connect to.
    #[cfg(feature = "hyper")]
    pub(in crate::client) fn uri(&self) -> Result<Uri, http::uri::InvalidUri> {
        format!("http://{}/", self.place()).parse()
    }

    /// It closed the connection before there was a way.
    pub(in crate::client) fn hung_up() -> io::Error {
        io::Error::new(io::ErrorKind::UnexpectedEof, "the proxy hung up")
    }

    /// Where it is, without what is secret.
    pub(in crate::client) fn place(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }
}

impl Login {
    fn read(text: &str) -> Result<Self, String> {
        let (user, password) = text.split_once(':').unwrap_or((text, ""));
        let plain = |text: &str| {
            let text = percent_decode_str(text).decode_utf8();
            text.map(Cow::into_owned)
                .map_err(|_| "its user or password is not UTF-8".to_owned())
        };
        let (user, password) = (plain(user)?, plain(password)?);
        if user.len() > 255 || password.len() > 255 || user.contains(':') {
            return Err("its user or password cannot be sent".to_owned());
        }
        Ok(Self { user, password })
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Proxy")
            .field("kind", &self.kind)
            .field("place", &self.place())
            .field("login", &self.login.is_some())
            .finish_non_exhaustive()
    }
}

/// Which proxy leads to which server.
#[derive(Debug, Clone, Default)]
pub(in crate::client) struct Proxies {
    pub(super) http: Option<Arc<Proxy>>,
    pub(super) https: Option<Arc<Proxy>>,
    pub(super) except: Exceptions,
}

impl Proxies {
    /// The proxy that leads to `to`.
    pub(in crate::client) fn of(&self, to: &Uri) -> Option<&Arc<Proxy>> {
        let proxy = match to.scheme_str() {
            Some("https") => &self.https,
            _ => &self.http,
        };
        proxy
            .as_ref()
            .filter(|_| !self.except.holds(to.host().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        for (address, told) in [
            ("http://proxy:3128", "Http proxy:3128"),
            ("proxy:3128", "Http proxy:3128"),
            ("http://proxy/", "Http proxy:80"),
            ("socks5h://[::1]", "Socks [::1]:1080"),
            ("socks5://u@10.0.0.1:9", "Socks 10.0.0.1:9 u:"),
            ("http://a%40b:p%3Aw@proxy", "Http proxy:80 a@b:p:w"),
            (
                "https://proxy",
                "a proxy is reached without TLS: write `http://`",
            ),
            (
                "ftp://proxy",
                "it begins with neither `http://` nor `socks5h://`",
            ),
            ("http://", "it is not `scheme://host:port`"),
            ("http://proxy:x", "its port is no number up to 65535"),
            (
                "http://proxy/path",
                "it has a path, which no proxy asks for",
            ),
            ("http://u:%FF@proxy", "its user or password is not UTF-8"),
        ] {
            let read = Proxy::read(address).map(|it| {
                let login = it.login.as_ref();
                let login = login.map(|it| format!(" {}:{}", it.user, it.password));
                format!("{:?} {}{}", it.kind, it.place(), login.unwrap_or_default())
            });
            assert_eq!(read.unwrap_or_else(|why| why), told, "{address}");
        }
    }

    #[test]
    fn nothing_secret_is_shown() {
        let proxy = Proxy::read("http://user:hush@proxy").map(|it| format!("{it:?}"));
        assert_eq!(
            proxy.unwrap_or_default(),
            r#"Proxy { kind: Http, place: "proxy:80", login: true, .. }"#
        );
    }
}
