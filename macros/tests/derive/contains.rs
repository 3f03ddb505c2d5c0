//! An item that a list has to hold, and so many of some members.

use std::collections::{BTreeSet, VecDeque};

use stipula::{Limit, Sensitive, Validate};

use crate::{Product, list};

#[derive(Validate)]
struct Lists {
    #[validate(contains = "CARD")]
    texts: Vec<String>,
    #[validate(contains = -7)]
    numbers: Option<VecDeque<i16>>,
    #[validate(contains("MOVIE", severity = warning))]
    kinds: Vec<Product>,
    #[validate(contains = "a")]
    set: BTreeSet<&'static str>,
    #[validate(items(contains = 0))]
    grid: Vec<Vec<u64>>,
    #[validate(contains = "secret")]
    hidden: Sensitive<Vec<Option<String>>>,
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|it| (*it).to_owned()).collect()
}

#[test]
fn a_list_holds_an_item() {
    let good = Lists {
        texts: texts(&["CASH", "CARD"]),
        numbers: Some([1, -7].into()),
        kinds: vec!["MOVIE".to_owned().into()],
        set: ["a", "b"].into(),
        grid: vec![vec![0], vec![5, 0]],
        hidden: vec![None, Some("secret".to_owned())].into(),
    };
    assert_eq!(good.check().to_string(), "");
    let bad = Lists {
        texts: texts(&["card", "CARDS"]),
        numbers: Some([7].into()),
        kinds: Vec::new(),
        set: ["b"].into(),
        grid: vec![vec![0], vec![5]],
        hidden: vec![None].into(),
    };
    let found = bad.check();
    assert_eq!(
        found.to_string(),
        "`/texts` must contain `CARD` (Lists.texts.contains)\n\
         `/numbers` must contain `-7` (Lists.numbers.contains)\n\
         `/kinds` must contain `MOVIE` (Lists.kinds.contains, warning)\n\
         `/set` must contain `a` (Lists.set.contains)\n\
         `/grid/1` must contain `0` (Lists.grid.contains)\n\
         `/hidden` must contain `secret` (Lists.hidden.contains)"
    );
    let first = found.iter().next().expect("a violation");
    assert_eq!(first.limit(), Limit::Text("CARD"));
    let absent = Lists {
        numbers: None,
        ..good
    };
    assert!(absent.check().is_empty());
}

#[derive(Validate, Default, Clone)]
#[validate(at_least(email, phone, post, count = 2, at = phone, id = "two-contacts"))]
struct Contacts {
    email: Option<String>,
    phone: Option<u64>,
    post: Option<Vec<String>>,
}

#[test]
fn so_many_of_a_group() {
    let of = |email: bool, phone: bool, post: bool| Contacts {
        email: email.then(String::new),
        phone: phone.then_some(1),
        post: post.then(Vec::new),
    };
    for members in [[true, true, false], [false, true, true], [true; 3]] {
        assert!(of(members[0], members[1], members[2]).check().is_empty());
    }
    for members in [[false; 3], [true, false, false], [false, false, true]] {
        let found = of(members[0], members[1], members[2]).check();
        assert_eq!(list(&found), ["/phone two-contacts"]);
    }
    let found = Contacts::default().check();
    assert_eq!(
        found.to_string(),
        "`/phone`: at least 2 of `email`, `phone` and `post` must be given (two-contacts)"
    );
    let limit = Limit::AtLeast {
        count: 2,
        of: "`email`, `phone` and `post`",
    };
    assert_eq!(found.iter().next().map(|it| it.limit()), Some(limit));
}

#[derive(Validate)]
struct Maps {
    #[validate(keys(max_chars = 4, pattern = "^[a-z_]+$"), items(max_chars = 2))]
    metadata: std::collections::HashMap<String, String>,
    #[validate(items(keys(prefix = "x-"), max_items = 1))]
    parts: Vec<std::collections::BTreeMap<String, u8>>,
}

#[test]
fn keys_are_told_as_keys() {
    let metadata = [("Bad key", "abc"), ("good", "ab")];
    let maps = Maps {
        metadata: metadata.map(|(k, v)| (k.to_owned(), v.to_owned())).into(),
        parts: vec![[("x-a".to_owned(), 1), ("y/a".to_owned(), 2)].into()],
    };
    assert_eq!(
        maps.check().to_string(),
        "the key of `/metadata/Bad key` must have at most 4 characters, not 7 (Maps.metadata.max_chars)\n\
         the key of `/metadata/Bad key` must match the pattern `^[a-z_]+$` (Maps.metadata.pattern)\n\
         `/metadata/Bad key` must have at most 2 characters, not 3 (Maps.metadata.max_chars#2)\n\
         `/parts/0` must have at most 1 item, not 2 (Maps.parts.max_items)\n\
         the key of `/parts/0/y~1a` must start with `x-` (Maps.parts.prefix)"
    );
}
