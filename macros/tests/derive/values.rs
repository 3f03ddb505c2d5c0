//! Value rules.

use std::borrow::Cow;
use std::collections::BTreeMap;

use stipula::{Limit, Sensitive, UnixMillis, Validate};

use crate::{Product, list};

#[derive(Validate, Default)]
struct Texts {
    #[validate(min_chars = 2, max_chars = 3)]
    name: Option<String>,
    #[validate(max_bytes = 3, max_chars(1, severity = warning, id = "short"))]
    note: String,
    #[validate(const = "photo")]
    kind: Option<String>,
    #[validate(prefix = "app://")]
    link: Option<Cow<'static, str>>,
    #[validate(pattern = "^[A-Z]+$")]
    code: Option<String>,
    #[validate(decimal_places = 1)]
    rating: Option<String>,
    #[validate(url)]
    page: Option<String>,
    #[validate(segment)]
    part: Option<String>,
    #[validate(max_chars = 2)]
    secret: Option<Sensitive<String>>,
    #[validate(known, max_chars = 5)]
    product: Option<Product>,
}

#[test]
fn texts() {
    assert!(Texts::default().check().is_empty());
    let good = Texts {
        name: Some("戲票票".into()),
        note: "é".into(),
        kind: Some("photo".into()),
        link: Some("app://x".into()),
        code: Some("AB".into()),
        rating: Some("4.5".into()),
        page: Some("https://a".into()),
        part: Some("a/b".into()),
        secret: Some(Sensitive("ab".into())),
        product: Some(Product::Movie),
    };
    assert_eq!(list(&good.check()), [""; 0]);
    let bad = Texts {
        name: Some("戲".into()),
        note: "戲票".into(),
        kind: Some("Photo".into()),
        link: Some("xapp://".into()),
        code: Some("ab".into()),
        rating: Some("4.55".into()),
        page: Some("a b".into()),
        part: Some("..".into()),
        secret: Some(Sensitive("abc".into())),
        product: Some("CONCERT".into()),
    };
    assert_eq!(
        list(&bad.check()),
        [
            "/name Texts.name.min_chars",
            "/note Texts.note.max_bytes",
            "/note short (warning)",
            "/kind Texts.kind.const",
            "/link Texts.link.prefix",
            "/code Texts.code.pattern",
            "/rating Texts.rating.decimal_places",
            "/page Texts.page.url",
            "/part Texts.part.segment",
            "/secret Texts.secret.max_chars",
            "/product Texts.product.max_chars",
            "/product Texts.product.known",
        ]
    );
}

#[derive(Validate, Default)]
#[allow(clippy::option_option)]
struct Numbers {
    #[validate(range(1..=100))]
    stock: Option<i64>,
    #[validate(range(-5..))]
    low: i32,
    #[validate(range(..=9), range(..=5, severity = warning))]
    high: u8,
    #[validate(range = 1..)]
    at: Option<UnixMillis>,
}

#[test]
fn numbers() {
    let of = |stock, low, high| Numbers {
        stock,
        low,
        high,
        at: None,
    };
    assert!(of(Some(1), -5, 5).check().is_empty() && of(Some(100), 0, 0).check().is_empty());
    assert_eq!(
        list(&of(Some(0), 0, 0).check()),
        ["/stock Numbers.stock.range"]
    );
    assert_eq!(
        list(&of(Some(101), -6, 10).check()),
        [
            "/stock Numbers.stock.range",
            "/low Numbers.low.range",
            "/high Numbers.high.range",
            "/high Numbers.high.range#2 (warning)",
        ]
    );
    let early = Numbers {
        at: Some(UnixMillis(0)),
        ..of(None, 0, 0)
    };
    assert_eq!(list(&early.check()), ["/at Numbers.at.range"]);
}

#[derive(Validate, Default)]
struct Steps {
    #[validate(multiple_of = 5, range(..=100))]
    amount: Option<i64>,
    #[validate(multiple_of(1000, severity = warning, because = "whole seconds"))]
    at: Option<UnixMillis>,
    #[validate(items(multiple_of = 2))]
    pairs: Vec<i32>,
}

#[test]
fn multiples() {
    let of = |amount, at| Steps {
        amount: Some(amount),
        at: Some(UnixMillis(at)),
        pairs: vec![0, -2, 4],
    };
    assert!(Steps::default().check().is_empty());
    assert!(of(0, 0).check().is_empty() && of(-5, 2000).check().is_empty());
    let mut bad = of(101, 1500);
    bad.pairs.push(-3);
    let found = bad.check();
    assert_eq!(
        found.to_string(),
        "`/amount` must be a multiple of 5 (Steps.amount.multiple_of)\n\
         `/amount` must be at most 100 (Steps.amount.range)\n\
         `/at` must be a multiple of 1000: whole seconds (Steps.at.multiple_of, warning)\n\
         `/pairs/3` must be a multiple of 2 (Steps.pairs.multiple_of)"
    );
    let limit = found.iter().next().map(|it| it.limit());
    assert_eq!(limit, Some(Limit::Number(5)));
}

#[derive(Validate, Default)]
struct Lists {
    #[validate(
        min_items = 1,
        max_items = 2,
        unique,
        items(max_chars = 2, prefix = "a")
    )]
    tags: Option<Vec<String>>,
    #[validate(max_items = 2, items(range(1..=9)), keys(known, max_chars = 5))]
    map: BTreeMap<Product, i64>,
    #[validate(items(max_items = 1, items(known)))]
    grid: Vec<Vec<Product>>,
    #[validate(items(max_chars(zh = 1, "en-US" = 3, default = 2)))]
    locales: BTreeMap<String, String>,
}

#[test]
fn lists_and_maps() {
    let texts = |all: &[&str]| all.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
    assert!(Lists::default().check().is_empty());
    let lists = Lists {
        tags: Some(Vec::new()),
        ..Lists::default()
    };
    assert_eq!(list(&lists.check()), ["/tags Lists.tags.min_items"]);
    let lists = Lists {
        tags: Some(texts(&["a", "a", "bcd"])),
        map: BTreeMap::from([(Product::Movie, 10), ("CONCERT".into(), 1)]),
        grid: vec![Vec::new(), vec![Product::Pass, "x".into()]],
        ..Lists::default()
    };
    assert_eq!(
        list(&lists.check()),
        [
            "/tags Lists.tags.max_items",
            "/tags/2 Lists.tags.max_chars",
            "/tags/2 Lists.tags.prefix",
            "/map/MOVIE Lists.map.range",
            "/map/CONCERT Lists.map.max_chars",
            "/map/CONCERT Lists.map.known",
            "/grid/1 Lists.grid.max_items",
            "/grid/1/1 Lists.grid.known",
        ]
    );
}

#[test]
fn lengths_by_key() {
    let of = |key: &str, text: &str| Lists {
        locales: BTreeMap::from([(key.to_owned(), text.to_owned())]),
        ..Lists::default()
    };
    assert!(of("en-US", "abc").check().is_empty() && of("fr", "ab").check().is_empty());
    let found = of("zh", "ab").check();
    assert_eq!(list(&found), ["/locales/zh Lists.locales.max_chars"]);
    assert_eq!(
        found.iter().next().map(|v| v.limit()),
        Some(Limit::Chars(1))
    );
    assert_eq!(
        of("fr", "abc").check().iter().next().map(|v| v.limit()),
        Some(Limit::Chars(2))
    );
}

#[derive(Validate, Default)]
struct Constants {
    #[validate(const = -2)]
    version: Option<i64>,
    #[validate(const = 7)]
    small: u8,
    #[validate(const = "MOVIE")]
    product: Option<Product>,
    #[validate(items(const = 1))]
    ones: Vec<u64>,
}

#[test]
fn constants() {
    let good = Constants {
        version: Some(-2),
        small: 7,
        product: Some(Product::Movie),
        ones: vec![1, 1],
    };
    assert_eq!(list(&good.check()), [""; 0]);
    let bad = Constants {
        version: Some(2),
        small: 0,
        product: Some("CONCERT".into()),
        ones: vec![1, 2],
    };
    let found = bad.check();
    assert_eq!(
        list(&found),
        [
            "/version Constants.version.const",
            "/small Constants.small.const",
            "/product Constants.product.const",
            "/ones/1 Constants.ones.const",
        ]
    );
    let told: Vec<String> = found.iter().map(|it| it.to_string()).collect();
    assert_eq!(told[0], "`/version` must be `-2` (Constants.version.const)");
    assert_eq!(
        told[2],
        "`/product` must be `MOVIE` (Constants.product.const)"
    );
}
