//! Where a client sends to.

use http::uri::{Scheme, Uri};

use crate::client::Environment;

pub(super) fn unknown_environment(name: &str, known: &[Environment]) -> String {
    let names = names(known);
    format!("there is no environment `{name}`; choose {names}, or give a `base_url`")
}

pub(super) fn no_environment(known: &[Environment]) -> String {
    let names = names(known);
    format!("no `environment` is chosen; choose {names}, or give a `base_url`")
}

fn names(known: &[Environment]) -> String {
    let names: Vec<_> = known
        .iter()
        .map(|known| format!("`{}`", known.name))
        .collect();
    names.join(" or ")
}

/// Whether plain `http` may lead to another machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlainHttp {
    HereOnly,
    Anywhere,
}

/// Scheme and authority of `url`, or why it is none of use.
pub(super) fn base_url(url: &str, plain_http: PlainHttp) -> Result<String, String> {
    let expected = "expected a scheme and a host, as in `https://api.example.com`";
    let refuse = |why: &str| format!("`base_url` {why}; {expected}");
    let uri: Uri = url.parse().map_err(|_| refuse("cannot be read"))?;
    let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
        return Err(refuse("lacks a scheme or a host"));
    };
    if uri
        .path_and_query()
        .is_some_and(|rest| rest.as_str() != "/")
    {
        // It would have to be signed as well, and nobody says how.
        return Err(refuse("has a path"));
    }
    if authority.as_str().contains('@') {
        return Err(refuse("has a user name"));
    }
    let here = matches!(authority.host(), "localhost" | "127.0.0.1" | "[::1]");
    let plain = here || plain_http == PlainHttp::Anywhere;
    if *scheme == Scheme::HTTPS || (*scheme == Scheme::HTTP && plain) {
        return Ok(format!("{scheme}://{authority}"));
    }
    if *scheme == Scheme::HTTP {
        let host = authority.host();
        return Err(format!(
            "`base_url` leads to `{host}` over plain `http`; use `https`, or call `allow_plain_http`"
        ));
    }
    Err(refuse("has a scheme other than `https`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_scheme_and_host() {
        for (url, taken) in [
            ("https://a.example", "https://a.example"),
            ("https://a.example:8443/", "https://a.example:8443"),
            ("http://127.0.0.1:80", "http://127.0.0.1:80"),
            ("http://[::1]:80", "http://[::1]:80"),
        ] {
            assert_eq!(base_url(url, PlainHttp::HereOnly).as_deref(), Ok(taken));
        }
        assert!(base_url("http://mock:80", PlainHttp::Anywhere).is_ok());
    }

    #[test]
    fn refuses_the_rest() {
        for url in [
            "",
            "a.example",
            "https://a/b",
            "https://a?b",
            "ftp://a",
            "http://a",
            "https://u:p@a",
        ] {
            let why = base_url(url, PlainHttp::HereOnly).unwrap_err();
            assert!(why.starts_with("`base_url` "), "{url}: {why}");
            assert!(!why.contains("u:p"));
        }
    }
}
