//! Rules on a whole struct.

use stipula::Validate;

use crate::{Product, sentences, told};

#[derive(Default, Clone, Validate)]
#[validate(at_least_one(a, b))]
#[validate(exactly_one(b, c, at = c, id = "one"))]
#[validate(at_most_one(a, c, severity = warning), all_or_none(c, d, e, code = "TOGETHER"))]
struct Groups {
    a: Option<i64>,
    b: Option<i64>,
    c: Option<i64>,
    d: Option<i64>,
    e: Option<i64>,
}

#[test]
fn groups() {
    let none = Groups::default();
    assert_eq!(told(&none.check()), [" Groups.at_least_one", "/c one"]);
    assert_eq!(
        sentences(&none.check()),
        [
            "the body: at least one of `a` and `b` must be given",
            "`/c`: exactly one of `b` and `c` must be given",
        ]
    );
    let some = Groups {
        a: Some(1),
        c: Some(1),
        ..none.clone()
    };
    let found = some.check();
    assert_eq!(
        told(&found),
        ["! Groups.at_most_one", " Groups.all_or_none"]
    );
    assert_eq!(found.iter().last().unwrap().code(), "TOGETHER");
    let both = Groups {
        b: Some(1),
        c: Some(1),
        d: Some(1),
        e: Some(1),
        ..none.clone()
    };
    assert_eq!(told(&both.check()), ["/c one"]);
    assert!(Groups { b: Some(1), ..none }.check().is_empty());
}

#[derive(Default, Validate)]
#[validate(rule(
    id = "coupon-product",
    at = product,
    when(kind == Coupon),
    expect(product in [Pass, Movie]),
    code = "PRODUCT_ILLEGAL",
    evidence = "page 7",
))]
#[validate(rule(at = name, expect(name == "x"), because = "it is the only name"))]
#[validate(rule(at = name, expect(not (name == "y")), severity = warning))]
struct Ticket {
    kind: Option<Product>,
    product: Option<Product>,
    name: Option<String>,
}

#[test]
fn expectations() {
    let coupon = |product| {
        Ticket {
            kind: Some(Product::Coupon),
            product,
            name: None,
        }
        .check()
    };
    assert!(coupon(None).is_empty() && coupon(Some(Product::Pass)).is_empty());
    let found = coupon(Some(Product::Coupon));
    let one = found.iter().next().unwrap();
    assert_eq!((one.pointer(), one.rule()), ("/product", "coupon-product"));
    assert_eq!((one.code(), one.evidence()), ("PRODUCT_ILLEGAL", "page 7"));
    assert_eq!(
        one.message(),
        "`/product` must hold: `product` is `Pass` or `Movie` when `kind` is `Coupon`"
    );
    let named = Ticket {
        name: Some("y".into()),
        ..Ticket::default()
    };
    assert_eq!(
        told(&named.check()),
        ["/name Ticket.name.expect", "!/name Ticket.name.expect#2"]
    );
    assert_eq!(
        sentences(&named.check())[0],
        "`/name` must hold: it is the only name"
    );
}
