//! The header `Link` (RFC 8288): the address of the next page, on the host of the client.

use http::HeaderMap;
use http::header::LINK;

use crate::client::{address::Address, place::Place};

/// The target of the first link whose relation is `next`.
pub(super) fn next(headers: &HeaderMap) -> Option<String> {
    let mut values = headers.get_all(LINK).iter();
    values.find_map(|it| next_in(it.to_str().ok()?))
}

fn next_in(value: &str) -> Option<String> {
    let mut rest = value;
    while let Some((_, after)) = rest.split_once('<') {
        let (target, after) = after.split_once('>')?;
        let end = end(after);
        if parameters(&after[..end]).any(is_next) {
            return Some(target.trim().to_owned());
        }
        rest = &after[end..];
    }
    None
}

/// Where the parameters of a link end: at a comma that is in no quotes.
fn end(text: &str) -> usize {
    let mut quoted = false;
    for (at, it) in text.char_indices() {
        match it {
            '"' => quoted = !quoted,
            ',' if !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

fn parameters(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let pairs = text.split(';').filter_map(|it| it.split_once('='));
    pairs.map(|(name, value)| (name.trim(), value.trim().trim_matches('"')))
}

fn is_next((name, value): (&str, &str)) -> bool {
    let mut relations = value.split_ascii_whitespace();
    name.eq_ignore_ascii_case("rel") && relations.any(|it| it.eq_ignore_ascii_case("next"))
}

/// The path with the query of an address, below the base address of the client. An error says why it
/// must not be asked; the address itself may hold what nobody should see.
pub(super) fn below(base: &Address, address: &str) -> Result<String, &'static str> {
    let is_whole = address.starts_with('/') || address.contains("://");
    if !is_whole {
        return Err(
            "its header `Link` has an address that starts with neither `/` nor a scheme, which is not read",
        );
    }
    let place = Place::base(base).and_then(|it| it.join(address));
    let place = place.map_err(|_| "its header `Link` has an address that cannot be read")?;
    if !place.has_origin_of(base) {
        return Err("its header `Link` leads to another host, which is not asked");
    }
    let own = place.below(base).map(str::to_owned);
    own.ok_or("its header `Link` leads out of the base address, which is not asked")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks_only_what_is_below_the_base_address() {
        let base = Address {
            shown: String::new(),
            origin: "https://a.example".to_owned(),
            prefix: "/v1".to_owned(),
            documented: true,
        };
        let (host, prefix) = ("leads to another host", "leads out of the base address");
        for (address, expected) in [
            ("/v1/x?page=2", Ok("/x?page=2")),
            ("https://A.example:443/v1/x#top", Ok("/x")),
            ("/v1/./y/../x", Ok("/x")),
            ("/v1/../x", Err(prefix)),
            ("/v1/%2E%2e/x", Err(prefix)),
            ("https://a.example/v1/../x", Err(prefix)),
            ("/v10/x", Err(prefix)),
            ("/v1", Err(prefix)),
            ("//b.example/v1/x", Err(host)),
            ("https://a.example.b/v1/x", Err(host)),
            ("http://a.example/v1/x", Err(host)),
            ("https://a.example:8443/v1/x", Err(host)),
            ("https://me@a.example/v1/x", Err("cannot be read")),
            ("?page=2", Err("starts with neither `/` nor a scheme")),
        ] {
            match (below(&base, address), expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{address}"),
                (Err(why), Err(part)) => assert!(why.contains(part), "{address}: {why}"),
                (found, expected) => panic!("{address}: {found:?} is not {expected:?}"),
            }
        }
    }

    #[test]
    fn finds_the_next_of_several() {
        for (value, expected) in [
            (r#"</a?page=2>; rel="next""#, Some("/a?page=2")),
            (
                r#"<https://a.example/a?x=1,2>; rel="prev", <https://a.example/b>; title="a, b; c"; rel="last next""#,
                Some("https://a.example/b"),
            ),
            ("</a>; rel=NEXT", Some("/a")),
            (r#"</a>; rel="prev""#, None),
            ("", None),
            ("</a", None),
            (r#"</a>; title="rel=next""#, None),
        ] {
            assert_eq!(next_in(value).as_deref(), expected, "{value}");
        }
    }
}
