//! `required`, `required_if`, `allowed_if`, `effective_if`, groups.

use stipula::Validate;

use crate::{Product, list};

#[derive(Validate, Default)]
#[validate(at_least_one(user_id, open_id, at = open_id, id = "user-ref"))]
#[validate(exactly_one(card, cash), at_most_one(coupon, points, severity = warning))]
#[validate(all_or_none(lat, lon))]
struct Order {
    #[validate(required)]
    product: Option<Product>,
    #[validate(
        required_if(product in [Pass, Movie], evidence = "page 3"),
        required_if(true, severity = warning, because = "the sample says so")
    )]
    link: Option<String>,
    #[validate(allowed_if(product == Movie))]
    seat: Option<String>,
    #[validate(effective_if = "product == Pass or present(seat)")]
    gate: Option<i64>,
    #[validate(required_if(r#type == "x", id = "in-x"), allowed_if(not (r#type == "y")))]
    r#in: Option<String>,
    r#type: Option<String>,
    user_id: Option<String>,
    open_id: Option<String>,
    card: Option<i64>,
    cash: Option<i64>,
    coupon: Option<i64>,
    points: Option<i64>,
    lat: Option<f64>,
    lon: Option<f64>,
}

fn plain() -> Order {
    Order {
        product: Some(Product::GiftCard),
        link: Some("app://".into()),
        user_id: Some("u".into()),
        card: Some(1),
        ..Order::default()
    }
}

#[test]
fn a_valid_body_breaks_nothing() {
    assert_eq!(list(&plain().check()), [""; 0]);
    assert!(plain().validate().is_ok_and(|w| w.is_empty()));
}

#[test]
fn presence_follows_the_conditions() {
    let order = Order {
        product: None,
        ..plain()
    };
    assert_eq!(list(&order.check()), ["/product Order.product.required"]);

    let order = Order {
        product: Some(Product::Pass),
        link: None,
        ..plain()
    };
    let found = order.check();
    assert_eq!(
        list(&found),
        [
            "/link Order.link.required_if",
            "/link Order.link.required_if#2 (warning)"
        ]
    );
    let all: Vec<_> = found.iter().collect();
    assert_eq!(all[0].reason(), "`product` is `Pass` or `Movie`");
    assert_eq!(all[0].evidence(), "page 3");
    assert_eq!(all[1].reason(), "the sample says so");

    let order = Order {
        seat: Some("7".into()),
        gate: Some(1),
        ..plain()
    };
    assert_eq!(list(&order.check()), ["/seat Order.seat.allowed_if"]);
    let order = Order {
        gate: Some(1),
        ..plain()
    };
    assert_eq!(
        list(&order.check()),
        ["/gate Order.gate.effective_if (warning)"]
    );
    assert!(order.validate().is_ok());

    let order = Order {
        r#type: Some("x".into()),
        ..plain()
    };
    assert_eq!(list(&order.check()), ["/in in-x"]);
    let order = Order {
        r#type: Some("y".into()),
        r#in: Some(String::new()),
        ..plain()
    };
    assert_eq!(list(&order.check()), ["/in Order.in.allowed_if"]);
}

#[test]
fn groups_count_what_is_given() {
    let order = Order {
        user_id: None,
        ..plain()
    };
    let found = order.check();
    assert_eq!(list(&found), ["/open_id user-ref"]);
    assert!(
        found
            .to_string()
            .contains("at least one of `user_id` and `open_id` must be given")
    );
    let order = Order {
        card: None,
        ..plain()
    };
    assert_eq!(list(&order.check()), ["/card Order.card.exactly_one"]);
    let order = Order {
        cash: Some(1),
        ..plain()
    };
    assert_eq!(list(&order.check()), ["/card Order.card.exactly_one"]);
    let order = Order {
        coupon: Some(1),
        points: Some(1),
        ..plain()
    };
    assert_eq!(
        list(&order.check()),
        ["/coupon Order.coupon.at_most_one (warning)"]
    );
    let order = Order {
        lat: Some(1.0),
        ..plain()
    };
    assert_eq!(list(&order.check()), ["/lat Order.lat.all_or_none"]);
    let order = Order {
        lat: Some(1.0),
        lon: Some(1.0),
        ..plain()
    };
    assert!(order.check().is_empty());
}

#[test]
fn unknown_texts_meet_no_condition() {
    let order = Order {
        product: Some("CONCERT".into()),
        link: Some("x".into()),
        ..plain()
    };
    assert!(order.check().is_empty());
}
