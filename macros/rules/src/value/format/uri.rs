//! `uri`: an absolute URI.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(in super::super) const RULE: &ValueRule = &ValueRule::new(
    "uri",
    Judge::Text(|text, _| Some(uri(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "An absolute URI.",
        "{at} must be an absolute URI such as `https://example.com/page`",
    )
    .found("{at} is not an absolute URI; write one such as `https://example.com/page`")],
)
.format();

/// Whether `text` is an absolute URI as RFC 3986 writes it, in ASCII.
///
/// The type `url` of a spec is looser: it takes what servers take, deep links with odd characters
/// included.
pub fn uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    is_scheme(scheme) && is_reached(rest) && is_of(query, b":@/?") && is_of(fragment, b":@/?")
}

fn is_scheme(scheme: &str) -> bool {
    let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
    scheme.starts_with(|it: char| it.is_ascii_alphabetic()) && scheme.bytes().all(is_sign)
}

/// A path, perhaps behind `//` and a host.
fn is_reached(rest: &str) -> bool {
    let Some(rest) = rest.strip_prefix("//") else {
        return is_of(rest, b":@/");
    };
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (user, host) = authority.split_once('@').unwrap_or(("", authority));
    is_of(user, b":") && is_host(host) && is_of(path, b":@/")
}

/// A name or an address, perhaps with a port.
fn is_host(host: &str) -> bool {
    let is_port = |port: &str| port.bytes().all(|it| it.is_ascii_digit());
    if let Some((address, rest)) = host.strip_prefix('[').and_then(|it| it.split_once(']')) {
        let is_ended = rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port);
        return is_ended && address.parse::<core::net::Ipv6Addr>().is_ok();
    }
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    is_of(name, b"") && is_port(port)
}

/// Letters, digits, signs that mean nothing here, escapes, and some more signs.
fn is_of(text: &str, more: &[u8]) -> bool {
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        let is_right = match byte {
            b'%' => [bytes.next(), bytes.next()]
                .into_iter()
                .all(|it| it.is_some_and(|it| it.is_ascii_hexdigit())),
            _ => {
                byte.is_ascii_alphanumeric()
                    || b"-._~!$&'()*+,;=".contains(&byte)
                    || more.contains(&byte)
            }
        };
        if !is_right {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn uris() {
        for good in [
            "https://example.com/a?b=c#d",
            "mailto:a@b",
            "urn:isbn:0",
            "http://[::1]:80/",
            "x:",
            "a:%41",
            "http://u:p@h:80/x?y=/?#z?",
            "http://",
            "file:///x//y",
        ] {
            assert!(uri(good), "{good}");
        }
        for bad in [
            "",
            ":",
            "a",
            "/a",
            "1a:b",
            "a:b c",
            "a:é",
            "a:%4",
            "a:%4g",
            "a:#b#c",
            "a:[b]",
            "http://[::1/",
            "http://[x]/",
            "a:<b>",
            "http://h:x/",
            "http://a@b@c/",
            "http://h:1:2/",
            "a:b\n",
        ] {
            assert!(!uri(bad), "{bad}");
        }
    }
}
