//! What can be wrong with the settings of a client.

use std::fmt;

use http::uri::{Scheme, Uri};

use crate::client::Environment;

/// Everything that is missing or wrong in the settings of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildError {
    api: &'static str,
    problems: Vec<String>,
}

impl BuildError {
    pub(super) fn new(api: &'static str, problems: Vec<String>) -> Self {
        Self { api, problems }
    }

    /// The problems, one sentence each.
    pub fn problems(&self) -> impl Iterator<Item = &str> {
        self.problems.iter().map(String::as_str)
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (api, problems) = (self.api, self.problems.join("; "));
        write!(f, "cannot make a client of `{api}`: {problems}")
    }
}

impl std::error::Error for BuildError {}

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

pub(super) fn client_id(id: &str) -> Option<String> {
    if id.is_empty() {
        Some("no `client_id` is given".to_owned())
    } else if !id.bytes().all(|byte| byte.is_ascii_graphic()) {
        Some("`client_id` may only hold visible ASCII characters, without spaces".to_owned())
    } else {
        None
    }
}

/// Scheme and authority of `url`, or why it is none of use.
pub(super) fn base_url(url: &str, plain_http: bool) -> Result<String, String> {
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
    if *scheme == Scheme::HTTPS || (*scheme == Scheme::HTTP && (plain_http || here)) {
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
            assert_eq!(base_url(url, false).as_deref(), Ok(taken));
        }
        assert!(base_url("http://mock:80", true).is_ok());
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
            let why = base_url(url, false).unwrap_err();
            assert!(why.starts_with("`base_url` "), "{url}: {why}");
            assert!(!why.contains("u:p"));
        }
    }
}
