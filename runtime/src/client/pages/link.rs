//! The header `Link` (RFC 8288): the address of the next page, on the host of the client.

use http::HeaderMap;
use http::header::LINK;

use crate::client::Config;

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
pub(super) fn below(config: &Config, address: &str) -> Result<String, &'static str> {
    let path = if address.starts_with('/') && !address.starts_with("//") {
        address
    } else {
        let origin = config.address.origin.as_str();
        let is_same = address
            .get(..origin.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(origin));
        let rest = address.get(origin.len()..).filter(|_| is_same);
        let rest = rest.filter(|it| it.starts_with('/'));
        rest.ok_or("its header `Link` leads to another host, which is not asked")?
    };
    let path = path.split('#').next().unwrap_or_default();
    let own = path.strip_prefix(config.address.prefix.as_str());
    let own = own.filter(|it| it.starts_with('/'));
    own.map(str::to_owned)
        .ok_or("its header `Link` leads out of the base address, which is not asked")
}

#[cfg(test)]
mod tests {
    use super::*;

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
