//! Every form of condition.

use std::collections::BTreeMap;

use serde::Serialize;
use stipula::{UnixMillis, Validate};

use crate::{Product, list};

#[derive(Validate, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[validate(rule(id = "ends", at = end_date, expect(end_date > start_date)))]
#[validate(rule(
    id = "pass-only",
    at = product,
    when(stock > 10 and not present(tags)),
    expect(product == Pass),
    severity = warning,
    code = "PRODUCT_ILLEGAL",
))]
#[validate(rule(at = open, expect((open) == (present(tags)))))]
struct Offer {
    product: Option<Product>,
    start_date: Option<UnixMillis>,
    end_date: Option<UnixMillis>,
    stock: Option<i64>,
    open: bool,
    tags: Option<Vec<String>>,
    #[serde(rename = "$x$")]
    #[validate(required_if(len(tags) >= 2 or len(name) == stock))]
    odd: Option<String>,
    name: Option<String>,
    rate: Option<f64>,
    #[validate(required_if(rate > 1.5 or name starts_with "vip" or 7 == stock))]
    level: Option<i64>,
    #[validate(required_if(button.kind == Product::Movie or button.inner?.deep in ["x", "y"]))]
    caption: Option<String>,
    #[serde(skip)]
    button: Option<Box<Button>>,
}

#[derive(Default)]
struct Button {
    kind: Option<Product>,
    inner: Option<Inner>,
}

#[derive(Default)]
struct Inner {
    deep: String,
}

fn rules(offer: &Offer) -> Vec<String> {
    list(&offer.check())
}

#[test]
fn fields_against_fields() {
    let of = |start: Option<i64>, end: Option<i64>| Offer {
        start_date: start.map(UnixMillis),
        end_date: end.map(UnixMillis),
        ..Offer::default()
    };
    assert!(of(Some(1), Some(2)).check().is_empty());
    // An absent field has nothing to compare.
    assert!(of(Some(1), None).check().is_empty() && of(None, Some(1)).check().is_empty());
    let found = of(Some(2), Some(2)).check();
    assert_eq!(list(&found), ["/endDate ends"]);
    let reason = found.iter().next().map(|v| v.reason());
    assert_eq!(reason, Some("`endDate` must be greater than `startDate`"));
}

#[test]
fn when_and_expect() {
    let of = |stock, product| Offer {
        stock: Some(stock),
        product,
        ..Offer::default()
    };
    assert!(of(10, Some(Product::Movie)).check().is_empty() && of(11, None).check().is_empty());
    let found = of(11, Some(Product::Movie)).check();
    assert_eq!(list(&found), ["/product pass-only (warning)"]);
    let first = found.iter().next().unwrap();
    assert_eq!(first.code(), "PRODUCT_ILLEGAL");
    assert_eq!(
        first.reason(),
        "`product` should be `Pass` when `stock` is greater than 10 and `tags` is not given"
    );
    let offer = Offer {
        open: true,
        ..Offer::default()
    };
    assert_eq!(rules(&offer), ["/open Offer.open.expect"]);
}

#[test]
fn lengths_numbers_and_texts() {
    let base = || Offer {
        open: true,
        tags: Some(vec!["a".into()]),
        ..Offer::default()
    };
    assert!(base().check().is_empty());
    let offer = Offer {
        tags: Some(vec!["a".into(); 2]),
        ..base()
    };
    assert_eq!(rules(&offer), ["/$x$ Offer.$x$.required_if"]);
    let offer = Offer {
        name: Some("戲票".into()),
        stock: Some(2),
        ..base()
    };
    assert_eq!(rules(&offer), ["/$x$ Offer.$x$.required_if"]);
    for offer in [
        Offer {
            rate: Some(1.6),
            ..base()
        },
        Offer {
            name: Some("vip 1".into()),
            ..base()
        },
        Offer {
            stock: Some(7),
            ..base()
        },
    ] {
        assert_eq!(rules(&offer), ["/level Offer.level.required_if"]);
    }
    assert!(
        Offer {
            rate: Some(1.5),
            ..base()
        }
        .check()
        .is_empty()
    );
}

#[test]
fn parts_of_siblings() {
    let of = |button| Offer {
        button: Some(Box::new(button)),
        ..Offer::default()
    };
    let missing = ["/caption Offer.caption.required_if"];
    assert!(of(Button::default()).check().is_empty());
    assert_eq!(
        rules(&of(Button {
            kind: Some(Product::Movie),
            inner: None
        })),
        missing
    );
    let inner = |deep: &str| Button {
        inner: Some(Inner { deep: deep.into() }),
        kind: None,
    };
    assert_eq!(rules(&of(inner("y"))), missing);
    assert!(of(inner("z")).check().is_empty());
}

#[derive(Validate)]
struct Always {
    kind: Product,
    #[validate(required_if(kind != Pass and kind not in [Movie]), allowed_if(open or closed == false))]
    a: Option<i64>,
    #[validate(required_if(other != kind))]
    b: Option<i64>,
    other: Product,
    open: bool,
    closed: Option<bool>,
    #[validate(required_if(present(closed) and closed != true))]
    c: Option<BTreeMap<String, i64>>,
}

#[test]
fn unequal_on_fields_that_are_always_given() {
    let of = |kind: Product| Always {
        other: kind.clone(),
        kind,
        a: None,
        b: None,
        open: false,
        closed: None,
        c: None,
    };
    assert_eq!(
        list(&of(Product::GiftCard).check()),
        ["/a Always.a.required_if"]
    );
    assert!(of(Product::Pass).check().is_empty() && of(Product::Movie).check().is_empty());
    let always = Always {
        other: Product::Pass,
        ..of(Product::Movie)
    };
    assert_eq!(list(&always.check()), ["/b Always.b.required_if"]);
    let always = Always {
        a: Some(1),
        ..of(Product::Movie)
    };
    assert_eq!(list(&always.check()), ["/a Always.a.allowed_if"]);
    let always = Always {
        a: Some(1),
        closed: Some(false),
        ..of(Product::Movie)
    };
    assert_eq!(list(&always.check()), ["/c Always.c.required_if"]);
    let always = Always {
        closed: Some(true),
        ..of(Product::Movie)
    };
    assert!(always.check().is_empty());
}
