//! Queries: their pairs, and what they are without some.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::percent;

/// The pairs of a query, decoded; a name without `=` has an empty value.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    let parts = query.split('&').filter(|it| !it.is_empty());
    parts.map(|part| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (decoded(name), decoded(value))
    })
}

/// Adds a pair to a path, behind those that it has.
pub(crate) fn push(path: &mut String, name: &str, value: &str) {
    path.push(if path.contains('?') { '&' } else { '?' });
    path.push_str(&percent::encoded(name));
    path.push('=');
    path.push_str(&percent::encoded(value));
}

/// The values of a name, in order.
#[cfg(feature = "fake")]
pub(crate) fn values<'q>(query: &'q str, name: &str) -> Vec<Cow<'q, str>> {
    let named = pairs(query).filter(|(it, _)| it == name);
    named.map(|(_, value)| value).collect()
}

/// The query without the values of these names, for records.
#[cfg(feature = "fake")]
pub(crate) fn without(query: &str, secret: &[&str]) -> String {
    let parts = query.split('&').map(|part| {
        let name = part.split_once('=').map_or(part, |(name, _)| name);
        if secret.iter().any(|it| *it == decoded(name)) {
            Cow::Owned(format!("{name}=…"))
        } else {
            Cow::Borrowed(part)
        }
    });
    parts.collect::<Vec<_>>().join("&")
}

/// The query without this name and its values.
pub(crate) fn without_pair(query: &str, name: &str) -> String {
    let parts = query.split('&').filter(|part| {
        let own = part.split_once('=').map_or(*part, |(name, _)| name);
        !part.is_empty() && decoded(own) != name
    });
    parts.collect::<Vec<_>>().join("&")
}

fn decoded(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

#[cfg(all(test, feature = "fake"))]
mod tests {
    use super::*;

    #[test]
    fn reads_pairs() {
        let found: Vec<_> = pairs("a=1&b&&c%20d=x%2By=z&a=2").collect();
        let found: Vec<_> = found
            .iter()
            .map(|(a, b)| (a.as_ref(), b.as_ref()))
            .collect();
        assert_eq!(found, [("a", "1"), ("b", ""), ("c d", "x+y=z"), ("a", "2")]);
        assert_eq!(values("a=1&a=2", "a"), ["1", "2"]);
    }

    #[test]
    fn hides_values() {
        assert_eq!(without("key=s3cret&a=1", &["key"]), "key=…&a=1");
        assert_eq!(without("k%65y=s3cret", &["key"]), "k%65y=…");
    }
}
