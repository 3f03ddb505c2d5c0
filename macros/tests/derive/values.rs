//! Rules on the value of a field.

use std::collections::BTreeMap;

use stipula::{Limit, Validate};

use crate::{Product, sentences, told};

#[derive(Default, Validate)]
struct Texts {
    #[validate(max_chars = 3, min_chars = 2)]
    plain: String,
    #[validate(max_bytes = 3)]
    bytes: Option<String>,
    #[validate(prefix = "app://", url)]
    link: Option<Box<String>>,
    #[validate(pattern(r"^[A-Z]{3}$", because = "ISO 4217"))]
    currency: Option<String>,
    #[validate(decimal_places = 1)]
    score: Option<String>,
    #[validate(max_chars = 9, max_chars(5, severity = warning, id = "advice"))]
    two: Option<String>,
}

#[test]
fn texts() {
    let good = Texts {
        plain: "戲票x".into(),
        bytes: Some("戲".into()),
        link: Some(Box::new("app://x".into())),
        currency: Some("HKD".into()),
        score: Some("4.5".into()),
        two: Some("12345".into()),
    };
    assert_eq!(told(&good.check()), [""; 0]);
    let bad = Texts {
        plain: "戲".into(),
        bytes: Some("戲x".into()),
        link: Some(Box::new("www x".into())),
        currency: Some("HK".into()),
        score: Some("4.55".into()),
        two: Some("0123456789".into()),
    };
    assert_eq!(
        sentences(&bad.check()),
        [
            "`/plain` must have at least 2 characters",
            "`/bytes` must have at most 3 bytes",
            "`/link` must start with `app://`",
            "`/link` must be a URL with a scheme",
            "`/currency` must match the pattern `^[A-Z]{3}$`: ISO 4217",
            "`/score` must be a decimal number with at most 1 decimal place",
            "`/two` must have at most 9 characters",
            "`/two` must have at most 5 characters",
        ]
    );
    assert_eq!(told(&bad.check())[7], "!/two advice");
    assert_eq!(
        told(
            &Texts {
                plain: "abcd".into(),
                ..Texts::default()
            }
            .check()
        ),
        ["/plain Texts.plain.max_chars"]
    );
}

#[derive(Default, Validate)]
struct Numbers {
    #[validate(range(1..=100))]
    both: Option<i64>,
    #[validate(range(-5..))]
    low: i32,
    #[validate(range = ..=5)]
    high: Option<u8>,
}

#[test]
fn ranges() {
    assert!(
        Numbers {
            both: Some(100),
            low: -5,
            high: Some(5)
        }
        .check()
        .is_empty()
    );
    let bad = Numbers {
        both: Some(0),
        low: -6,
        high: Some(6),
    };
    assert_eq!(
        sentences(&bad.check()),
        [
            "`/both` must be between 1 and 100",
            "`/low` must be at least -5",
            "`/high` must be at most 5"
        ]
    );
}

#[derive(Default, Validate)]
struct Lists {
    #[validate(min_items = 1, max_items = 2, unique, items(max_chars = 2))]
    tags: Option<Vec<String>>,
    #[validate(known)]
    product: Option<Product>,
    #[validate(items(known))]
    products: Vec<Product>,
    #[validate(keys(known), items(max_chars(PASS = 1, "MOVIE" = 2, default = 3)), max_items = 9)]
    names: BTreeMap<Product, String>,
    #[validate(items(max_items = 1, items(range(..=9))))]
    deep: BTreeMap<String, Vec<i64>>,
}

#[test]
fn lists_and_maps() {
    let texts = |all: &[&str]| Some(all.iter().map(|t| (*t).to_owned()).collect());
    let found = Lists {
        tags: texts(&[]),
        ..Lists::default()
    }
    .check();
    assert_eq!(told(&found), ["/tags Lists.tags.min_items"]);
    let found = Lists {
        tags: texts(&["a", "abc", "a"]),
        ..Lists::default()
    }
    .check();
    assert_eq!(
        told(&found),
        [
            "/tags Lists.tags.max_items",
            "/tags Lists.tags.unique",
            "/tags/1 Lists.tags.max_chars"
        ]
    );
    let names = [
        ("PASS", "ab"),
        ("MOVIE", "ab"),
        ("COUPON", "abc"),
        ("NEW", "abcd"),
    ];
    let lists = Lists {
        product: Some("NEW".into()),
        products: vec![Product::Pass, "NEW".into()],
        names: names
            .map(|(key, name)| (Product::from(key), name.to_owned()))
            .into(),
        deep: [("a".to_owned(), vec![9, 10])].into(),
        ..Lists::default()
    };
    let found = lists.check();
    assert_eq!(
        told(&found),
        [
            "/product Lists.product.known",
            "/products/1 Lists.products.known",
            "/names/NEW Lists.names.known",
            "/names/PASS Lists.names.max_chars",
            "/names/NEW Lists.names.max_chars",
            "/deep/a Lists.deep.max_items",
            "/deep/a/1 Lists.deep.range",
        ]
    );
    let limits: Vec<_> = found.iter().map(|v| v.limit()).skip(3).take(2).collect();
    assert_eq!(limits, [Limit::Chars(1), Limit::Chars(3)]);
}
