//! From what a person says to where a client sends to.

use http::uri::{Scheme, Uri};

use crate::client::address::Address;
use crate::client::auth::Credentials;
use crate::client::wire::percent;
use crate::client::{Api, Environment};

/// Where the settings say that requests go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Chosen {
    /// An environment of the API.
    Environment(&'static Environment),
    /// Another address.
    Url(String),
}

/// Whether plain `http` may lead to other machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlainHttp {
    HereOnly,
    Anywhere,
}

/// Says that `name` is none of the environments.
pub(super) fn unknown_environment(name: &str, known: &[Environment]) -> String {
    let names = names(known);
    format!("there is no environment `{name}`; choose {names}, or give a `base_url`")
}

/// Says that none was chosen.
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

/// Reads the address that was chosen.
pub(super) fn address(
    chosen: &Chosen,
    plain_http: PlainHttp,
    api: &Api,
    credentials: &Credentials,
) -> Result<Address, Vec<String>> {
    let (mut url, documented) = match chosen {
        Chosen::Url(url) => (url.clone(), false),
        Chosen::Environment(it) => (it.base_url.to_owned(), true),
    };
    let mut shown = url.clone();
    let mut missing = Vec::new();
    for it in api.credentials {
        let braces = format!("{{{}}}", it.name());
        if url.contains(&braces) {
            let value = credentials.text(it.name());
            if value.is_empty() {
                missing.push(format!(
                    "no `{}` is given, which is a part of the address; give it with `credential`",
                    it.name()
                ));
            }
            let value = percent::in_address(value);
            url = url.replace(&braces, &value);
            if !it.is_secret() {
                shown = shown.replace(&braces, &value);
            }
        }
    }
    if !missing.is_empty() {
        return Err(missing);
    }
    if let Some(name) = braces(&url) {
        let why = format!("`base_url` has `{{{name}}}`, and no credential has this name");
        return Err(vec![why]);
    }
    let read = read(&url, plain_http).map_err(|why| vec![why])?;
    let shown = shown.trim_end_matches('/').to_owned();
    Ok(Address {
        shown,
        documented,
        ..read
    })
}

/// The first name in braces.
fn braces(url: &str) -> Option<&str> {
    let (_, after) = url.split_once('{')?;
    Some(after.split('}').next().unwrap_or(after))
}

/// Says what is wrong with an address that is used as it is.
pub(super) fn checked(what: &str, url: &str, plain_http: PlainHttp) -> Result<(), String> {
    read_as(what, url, plain_http).map(|_| ())
}

/// Reads an address that a person wrote.
fn read(url: &str, plain_http: PlainHttp) -> Result<Address, String> {
    read_as("base_url", url, plain_http)
}

fn read_as(what: &str, url: &str, plain_http: PlainHttp) -> Result<Address, String> {
    let expected = "expected a scheme and a host, as in `https://api.example.com`";
    let refuse = |why: &str| format!("`{what}` {why}; {expected}");
    let uri: Uri = url.parse().map_err(|_| refuse("cannot be read"))?;
    let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
        return Err(refuse("lacks a scheme or a host"));
    };
    if uri.query().is_some() || url.contains('#') {
        return Err(refuse("has a query or a fragment"));
    }
    if authority.as_str().contains('@') {
        return Err(refuse("has a user name"));
    }
    let here = matches!(authority.host(), "localhost" | "127.0.0.1" | "[::1]");
    let plain = here || plain_http == PlainHttp::Anywhere;
    if *scheme == Scheme::HTTPS || (*scheme == Scheme::HTTP && plain) {
        let origin = format!("{scheme}://{authority}");
        let prefix = uri.path().trim_end_matches('/').to_owned();
        return Ok(Address {
            shown: format!("{origin}{prefix}"),
            origin,
            prefix,
            documented: false,
        });
    }
    if *scheme == Scheme::HTTP {
        let host = authority.host();
        return Err(format!(
            "`{what}` leads to `{host}` over plain `http`; use `https`, or call `allow_plain_http`"
        ));
    }
    Err(refuse("has a scheme other than `https`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::Credential;

    #[test]
    fn takes_scheme_host_and_path() {
        for (url, taken) in [
            ("https://a.example", "https://a.example"),
            ("https://a.example:8443/", "https://a.example:8443"),
            ("https://a.example/v1/", "https://a.example/v1"),
            ("http://127.0.0.1:80", "http://127.0.0.1:80"),
            ("http://[::1]:80", "http://[::1]:80"),
        ] {
            let read = read(url, PlainHttp::HereOnly);
            assert_eq!(read.map(|it| it.shown).as_deref(), Ok(taken));
        }
        assert!(read("http://mock:80", PlainHttp::Anywhere).is_ok());
    }

    #[test]
    fn refuses_the_rest() {
        for url in [
            "",
            "a.example",
            "https://a?b",
            "https://a#b",
            "ftp://a",
            "http://a",
            "https://u:p@a",
        ] {
            let why = read(url, PlainHttp::HereOnly).unwrap_err();
            assert!(why.starts_with("`base_url` "), "{url}: {why}");
            assert!(!why.contains("u:p"));
        }
    }

    static TOKEN: Credential = Credential::secret("token");
    static ENVIRONMENT: Environment = Environment::new("live", "https://a.example/bot{token}");
    static API: Api = Api::new("a").credentials(&[&TOKEN]);

    fn chosen(credentials: &Credentials) -> Result<Address, Vec<String>> {
        let chosen = Chosen::Environment(&ENVIRONMENT);
        address(&chosen, PlainHttp::HereOnly, &API, credentials)
    }

    #[test]
    fn puts_credentials_in_and_does_not_show_them() {
        let mut credentials = Credentials::default();
        assert_eq!(
            chosen(&credentials).unwrap_err(),
            ["no `token` is given, which is a part of the address; give it with `credential`"]
        );
        credentials.give("token", "12:a/b");
        let address = chosen(&credentials).unwrap();
        assert_eq!(address.prefix, "/bot12:a%2Fb");
        assert_eq!(address.signed(), "/bot12:a%2Fb");
        assert_eq!(format!("{address:?}"), "https://a.example/bot{token}");
    }

    #[test]
    fn another_place_takes_credentials_as_an_environment_does() {
        let mut credentials = Credentials::default();
        credentials.give("token", "s3cret");
        let other = |url: &str| {
            let chosen = Chosen::Url(url.to_owned());
            address(&chosen, PlainHttp::HereOnly, &API, &credentials)
        };
        let found = other("http://127.0.0.1:80/bot{token}/").unwrap();
        assert_eq!(found.prefix, "/bots3cret");
        assert_eq!(format!("{found:?}"), "http://127.0.0.1:80/bot{token}");
        assert_eq!(
            other("https://a.example/{tokn}").unwrap_err(),
            ["`base_url` has `{tokn}`, and no credential has this name"]
        );
    }
}
