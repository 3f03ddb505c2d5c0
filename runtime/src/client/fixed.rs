//! What every request of an API carries with one text.

use std::borrow::Cow;

use super::Api;
use super::wire::query;

/// The path with the parameters of every request; one that it names already stays as it is.
pub(super) fn with_query<'a>(api: &Api, path: &'a str) -> Cow<'a, str> {
    let mut whole = Cow::Borrowed(path);
    let own = path.split_once('?').map_or("", |it| it.1);
    let is_own = |name: &str| query::pairs(own).any(|it| it.0 == name);
    for (name, value) in api.query.iter().filter(|it| !is_own(it.0)) {
        query::push(whole.to_mut(), name, value);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    static API: Api = Api::new("a").query(&[("api-version", "3"), ("in {x}", "a&b")]);

    #[test]
    fn adds_what_is_not_there() {
        assert_eq!(
            with_query(&API, "/a/{id}"),
            "/a/{id}?api-version=3&in%20%7Bx%7D=a%26b"
        );
        assert_eq!(
            with_query(&API, "/a?api%2Dversion=4"),
            "/a?api%2Dversion=4&in%20%7Bx%7D=a%26b"
        );
        assert_eq!(with_query(&Api::new("b"), "/a?b=c"), "/a?b=c");
    }
}
