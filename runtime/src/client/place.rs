//! Addresses that came from outside: read, and held against the base address of the client.

use std::borrow::Cow;

use http::Uri;

use super::address::Address;
use super::target::Target;

/// An address in its parts, as far as a client may go there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Without a port that the scheme has anyway.
    pub(super) origin: String,
    pub(super) scheme: String,
    pub(super) host: String,
    /// From the first `/`, with the query.
    pub(super) path: String,
}

impl Place {
    /// Reads an address. An error says why there is no going there, without what may be secret.
    pub(super) fn read(address: &str) -> Result<Self, &'static str> {
        let address = address.split('#').next().unwrap_or_default();
        let uri: Uri = address.parse().map_err(|_| "cannot be read")?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err("lacks a scheme or a host");
        };
        if authority.as_str().contains('@') {
            return Err("has a user name");
        }
        let (scheme, host) = (
            scheme.to_ascii_lowercase(),
            authority.host().to_ascii_lowercase(),
        );
        if !matches!(scheme.as_str(), "http" | "https") || host.is_empty() {
            return Err("is none of the web");
        }
        let usual = if scheme == "https" { 443 } else { 80 };
        let port = authority.port_u16().filter(|it| *it != usual);
        let port = port.map_or_else(String::new, |it| format!(":{it}"));
        let path = uri.path_and_query().map_or("/", |it| it.as_str());
        let slash = if path.starts_with('/') { "" } else { "/" };
        Ok(Self {
            origin: format!("{scheme}://{host}{port}"),
            path: without_dots(&format!("{slash}{path}")),
            scheme,
            host,
        })
    }

    /// The base address of a client.
    pub(super) fn base(address: &Address) -> Result<Self, &'static str> {
        Self::read(&format!("{}{}", address.origin, address.prefix))
    }

    /// The place that a reference leads to, which may leave out what is the same.
    pub(super) fn join(&self, reference: &str) -> Result<Self, &'static str> {
        let reference = reference.split('#').next().unwrap_or_default();
        let own = self.path.split('?').next().unwrap_or_default();
        let has_scheme = reference
            .split(['/', '?'])
            .next()
            .is_some_and(|it| it.contains(':'));
        let whole: Cow<'_, str> = if has_scheme {
            reference.into()
        } else if reference.starts_with("//") {
            format!("{}:{reference}", self.scheme).into()
        } else if reference.starts_with('/') {
            format!("{}{reference}", self.origin).into()
        } else if reference.is_empty() {
            format!("{}{}", self.origin, self.path).into()
        } else if reference.starts_with('?') {
            format!("{}{own}{reference}", self.origin).into()
        } else {
            let folder = own.rsplit_once('/').map_or("", |it| it.0);
            format!("{}{folder}/{reference}", self.origin).into()
        };
        Self::read(&whole)
    }

    /// Makes this the place of a request: below the base address, or with an origin of its own.
    pub(super) fn put(self, target: &mut Target<'_>, base: &Address) {
        let below = self.below(base).map(str::to_owned);
        target.origin = match below {
            Some(_) => None,
            None => Some(self.origin),
        };
        target.path = below.unwrap_or(self.path).into();
    }

    /// The path below the base address; none where it stands elsewhere.
    pub(super) fn below(&self, base: &Address) -> Option<&str> {
        let rest = self.path.strip_prefix(base.prefix.as_str());
        rest.filter(|rest| self.has_origin_of(base) && rest.starts_with('/'))
    }

    /// Whether scheme, host and port are those of the base address.
    pub(super) fn has_origin_of(&self, base: &Address) -> bool {
        Self::base(base).is_ok_and(|it| it.origin == self.origin)
    }
}

/// A segment of dots, which may be escaped, as a transport reads it.
fn dots(segment: &str) -> Option<usize> {
    let bare = segment.replace("%2e", ".").replace("%2E", ".");
    matches!(bare.as_str(), "." | "..").then_some(bare.len())
}

/// The path without the segments `.` and `..`.
fn without_dots(path: &str) -> String {
    let (path, query) = match path.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (path, None),
    };
    let mut kept: Vec<&str> = Vec::new();
    let segments = path.split('/').skip(1);
    let is_open = path.rsplit('/').next().is_some_and(|it| dots(it).is_some());
    for segment in segments {
        match dots(segment) {
            Some(1) => {}
            Some(_) => drop(kept.pop()),
            None => kept.push(segment),
        }
    }
    if is_open {
        kept.push("");
    }
    let path = format!("/{}", kept.join("/"));
    match query {
        Some(query) => format!("{path}?{query}"),
        None => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_of_the_web() {
        for (address, origin, path) in [
            ("https://a.example", "https://a.example", "/"),
            ("HTTPS://A.example:443/b?c#d", "https://a.example", "/b?c"),
            ("http://a:80?x", "http://a", "/?x"),
            ("http://[::1]:8080/a/../b/./c", "http://[::1]:8080", "/b/c"),
            ("https://a/../..", "https://a", "/"),
            ("https://a/b/%2e%2E/%2e/c%2e", "https://a", "/c%2e"),
        ] {
            let found = Place::read(address).unwrap();
            assert_eq!((found.origin.as_str(), found.path.as_str()), (origin, path));
        }
        for (address, why) in [
            ("", "cannot be read"),
            ("/a", "lacks a scheme or a host"),
            ("a.example", "lacks a scheme or a host"),
            ("https://me:secret@a.example", "has a user name"),
            ("ftp://a.example/", "is none of the web"),
            ("https://a b/", "cannot be read"),
        ] {
            assert_eq!(Place::read(address).unwrap_err(), why, "{address}");
        }
    }

    #[test]
    fn a_reference_leaves_out_what_is_the_same() {
        let base = Place::read("https://a.example/b/c?d").unwrap();
        for (reference, expected) in [
            ("http://x/y", "http://x/y"),
            ("//x/y", "https://x/y"),
            ("/y?z", "https://a.example/y?z"),
            ("y", "https://a.example/b/y"),
            ("../y", "https://a.example/y"),
            ("?z", "https://a.example/b/c?z"),
            ("", "https://a.example/b/c?d"),
            ("y?to=http://x", "https://a.example/b/y?to=http://x"),
        ] {
            let found = base.join(reference).unwrap();
            assert_eq!(format!("{}{}", found.origin, found.path), expected);
        }
        assert!(base.join("javascript:1").is_err());
    }
}
