//! Proxies as the environment names them, for whoever asks for that.

use std::sync::Arc;

use super::proxy::{Proxies, Proxy};

/// The proxies of the environment of this process.
pub(super) fn proxies() -> Result<Proxies, String> {
    // What is not Unicode cannot be an address.
    read(|name| {
        std::env::var_os(name).map(|it| it.into_string().unwrap_or_else(|_| "?:?".to_owned()))
    })
}

/// `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY`, in capitals or not, and `http_proxy`, which whoever calls a
/// CGI program could set in capitals by a header.
fn read(value: impl Fn(&str) -> Option<String>) -> Result<Proxies, String> {
    let first = |names: &[&str]| {
        let mut found = names
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), value(name)?)));
        found.find(|(_, value)| !value.trim().is_empty())
    };
    let proxy = |names: &[&str]| {
        let Some((name, value)) = first(names) else {
            return Ok(None);
        };
        let read = Proxy::read(&value).map_err(|why| format!("`{name}` cannot be used: {why}"));
        read.map(|proxy| Some(Arc::new(proxy)))
    };
    let mut proxies = Proxies {
        http: proxy(&["http_proxy", "all_proxy", "ALL_PROXY"])?,
        https: proxy(&["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])?,
        ..Proxies::default()
    };
    if let Some((name, list)) = first(&["no_proxy", "NO_PROXY"]) {
        let added = proxies.except.add(&list);
        added.map_err(|why| format!("`{name}` cannot be used: {why}"))?;
    }
    Ok(proxies)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(variables: &[(&str, &str)], to: &str) -> String {
        let value = |name: &str| {
            let mut found = variables.iter().filter(|it| it.0 == name);
            found.next().map(|it| it.1.to_owned())
        };
        match read(value) {
            Ok(proxies) => {
                let proxy = proxies.of(&to.parse().unwrap());
                proxy.map_or("none".to_owned(), |it| it.place())
            }
            Err(why) => why,
        }
    }

    #[test]
    fn names_and_their_order() {
        let https = "https://api.example.com/";
        assert_eq!(told(&[("HTTPS_PROXY", "a:1")], https), "a:1");
        assert_eq!(
            told(&[("HTTPS_PROXY", "a:1"), ("https_proxy", "b:2")], https),
            "b:2"
        );
        assert_eq!(
            told(&[("HTTPS_PROXY", " "), ("ALL_PROXY", "b:2")], https),
            "b:2"
        );
        assert_eq!(told(&[("HTTP_PROXY", "a:1")], "http://x/"), "none");
        assert_eq!(told(&[("http_proxy", "a:1")], "http://x/"), "a:1");
        let except = [("ALL_PROXY", "a:1"), ("NO_PROXY", "example.com")];
        assert_eq!(told(&except, https), "none");
        assert_eq!(told(&except, "https://other/"), "a:1");
        let told = told(&[("ALL_PROXY", "https://u:hush@x")], https);
        let why = "`ALL_PROXY` cannot be used: a proxy is reached without TLS: write `http://`";
        assert_eq!(told, why);
    }
}
