//! Numbers that do not fit 64 signed bits.

use std::collections::BTreeMap;
use std::num::{NonZero, NonZeroU128};

use stipula::{Decimal, Sensitive, Validate};

use crate::list;

#[derive(Validate, Default)]
struct Wide {
    #[validate(range(1..=100))]
    a: Option<u64>,
    #[validate(range(1..=100), multiple_of = 2)]
    b: Option<u128>,
    #[validate(range(-100..))]
    c: Option<i128>,
    #[validate(range(..=100))]
    d: Option<NonZero<usize>>,
    #[validate(multiple_of = 5)]
    e: Option<NonZeroU128>,
    #[validate(items(range(1..), multiple_of = 3))]
    f: Vec<isize>,
}

#[test]
fn the_largest_and_the_smallest_are_judged() {
    assert!(Wide::default().check().is_empty());
    let wide = Wide {
        a: Some(u64::MAX),
        b: Some(u128::MAX),
        c: Some(i128::MIN),
        d: NonZero::new(usize::MAX),
        e: NonZero::new(u128::MAX - 1),
        f: vec![isize::MIN, 3],
    };
    assert_eq!(
        list(&wide.check()),
        [
            "/a Wide.a.range",
            "/b Wide.b.range",
            "/b Wide.b.multiple_of",
            "/c Wide.c.range",
            "/d Wide.d.range",
            "/e Wide.e.multiple_of",
            "/f/0 Wide.f.range",
            "/f/0 Wide.f.multiple_of",
        ]
    );
    let good = Wide {
        a: Some(100),
        b: Some(100),
        c: Some(i128::MAX),
        d: NonZero::new(100),
        e: NonZero::new(u128::MAX),
        f: vec![3],
    };
    assert!(good.check().is_empty());
}

/// The derive cannot see what this is.
type Rate = f64;

#[derive(Validate)]
#[validate(rule(id = "when", at = rate, expect(rate > 1)))]
struct Floats {
    #[validate(range(1..=2))]
    rate: Rate,
    #[validate(range(1..), multiple_of = 1)]
    open: Rate,
}

#[test]
fn floats_in_disguise_are_judged() {
    let broken = |rate, open| list(&Floats { rate, open }.check());
    assert_eq!(broken(1.5, 1e300), [""; 0]);
    assert_eq!(
        broken(2.5, 1.5),
        ["/rate Floats.rate.range", "/open Floats.open.multiple_of"]
    );
    for no in [f64::NAN, f64::NEG_INFINITY] {
        assert_eq!(broken(no, 1.0), ["/rate Floats.rate.range", "/rate when"]);
    }
    for no in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(
            broken(1.5, no),
            ["/open Floats.open.range", "/open Floats.open.multiple_of"]
        );
    }
}

#[derive(Validate, Default)]
#[validate(rule(id = "when", at = b, when(b > 5), expect(a == 1)))]
#[validate(rule(id = "order", at = c, when(c > d), expect(a == 2)))]
#[validate(rule(id = "low", at = e, when(e < -5), expect(a == 3)))]
#[validate(rule(id = "length", at = list, expect(len(list) < size)))]
#[validate(rule(id = "turned", at = list, expect(size > len(list) and len(list) <= len(text))))]
#[validate(rule(id = "not-one", at = b, when(b != 0), expect(b in [6, 7] or b == a)))]
struct Conditions {
    a: u64,
    b: u64,
    c: Option<u128>,
    d: Option<u128>,
    e: Option<i128>,
    list: Vec<u8>,
    text: String,
    size: u128,
}

#[test]
fn conditions_are_exact() {
    let quiet = Conditions {
        size: 1,
        ..Conditions::default()
    };
    assert_eq!(list(&quiet.check()), [""; 0]);
    let loud = Conditions {
        a: 9,
        b: u64::MAX,
        c: Some(u128::MAX),
        d: Some(u128::MAX - 1),
        e: Some(i128::MIN),
        size: u128::MAX,
        ..Conditions::default()
    };
    assert_eq!(
        list(&loud.check()),
        ["/b when", "/c order", "/e low", "/b not-one"]
    );
    let short = Conditions {
        list: vec![1],
        ..Conditions::default()
    };
    assert_eq!(list(&short.check()), ["/list length", "/list turned"]);
}

/// Texts by another name, which the derive cannot see.
type Text = String;

#[derive(Validate, Default)]
struct Places {
    #[validate(decimal_places(2))]
    a: Decimal,
    #[validate(decimal_places(0), range(..=9))]
    b: Option<Box<Decimal>>,
    #[validate(decimal_places(1, severity = warning))]
    c: Option<Sensitive<Decimal>>,
    #[validate(items(decimal_places(1)))]
    d: Vec<Decimal>,
    #[validate(items(decimal_places = 1))]
    e: BTreeMap<String, Option<Decimal>>,
    #[validate(max_chars = 3, decimal_places = 1)]
    f: Option<Text>,
}

#[test]
fn places_of_a_decimal_are_those_of_its_value() {
    let decimal = |text: &str| text.parse::<Decimal>().expect("a number");
    let all = |places: [&str; 6]| Places {
        a: decimal(places[0]),
        b: Some(Box::new(decimal(places[1]))),
        c: Some(Sensitive(decimal(places[2]))),
        d: vec![decimal("1"), decimal(places[3])],
        e: BTreeMap::from([
            ("x".to_owned(), Some(decimal(places[4]))),
            ("y".to_owned(), None),
        ]),
        f: Some(places[5].to_owned()),
    };
    assert!(Places::default().check().is_empty());
    let good = all([
        "-0.250",
        "-1.5e3",
        "15e-1",
        "1.500",
        "9007199254740993.1",
        "1.5",
    ]);
    assert_eq!(list(&good.check()), [""; 0]);
    let bad = all([
        "-0.125",
        "0.5",
        "1e-2",
        "1.55",
        "9007199254740993.01",
        "1.55",
    ]);
    assert_eq!(
        list(&bad.check()),
        [
            "/a Places.a.decimal_places",
            "/b Places.b.decimal_places",
            "/c Places.c.decimal_places (warning)",
            "/d/1 Places.d.decimal_places",
            "/e/x Places.e.decimal_places",
            "/f Places.f.max_chars",
            "/f Places.f.decimal_places",
        ]
    );
    assert_eq!(
        bad.check()
            .iter()
            .next()
            .map(|it| it.to_string())
            .as_deref(),
        Some(
            "`/a` must be a decimal number with at most 2 decimal places (Places.a.decimal_places)"
        )
    );
    // A text is digits without a sign.
    let signed = all(["0", "0", "0", "0", "0", "-1"]);
    assert_eq!(list(&signed.check()), ["/f Places.f.decimal_places"]);
}
