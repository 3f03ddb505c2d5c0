//! `required`, `required_if`, `allowed_if`, `effective_if`.

use stipula::Validate;

use crate::{Product, sentences, told};

#[derive(Default, Validate)]
struct Order {
    #[validate(required)]
    r#type: Option<Product>,
    #[validate(required_if(r#type in [Movie, Pass]))]
    seat: Option<String>,
    #[validate(allowed_if(type == Coupon, evidence = "page 3"))]
    discount: Option<i64>,
    #[validate(effective_if(type == Coupon))]
    stock: Option<i64>,
    #[validate(
        required_if(type == Coupon, because = "coupons say so", id = "note-coupon"),
        required_if(type == Pass, severity = warning),
        required_if(type == Movie, severity = error)
    )]
    note: Option<String>,
}

#[test]
fn nothing_given() {
    let found = Order::default().check();
    assert_eq!(told(&found), ["/type Order.type.required"]);
    assert_eq!(sentences(&found), ["`/type` is required"]);
}

#[test]
fn conditions_read_the_siblings() {
    let order = |kind| Order {
        r#type: Some(kind),
        ..Order::default()
    };
    let found = order(Product::Pass).check();
    assert_eq!(
        told(&found),
        [
            "/seat Order.seat.required_if",
            "!/note Order.note.required_if#2"
        ]
    );
    assert_eq!(
        sentences(&found),
        [
            "`/seat` is required when `type` is `Movie` or `Pass`",
            "`/note` is required when `type` is `Pass`",
        ]
    );
    let found = order(Product::Movie).check();
    assert_eq!(
        told(&found),
        [
            "/seat Order.seat.required_if",
            "/note Order.note.required_if#3"
        ]
    );
    let found = order(Product::Coupon).check();
    assert_eq!(told(&found), ["/note note-coupon"]);
    assert_eq!(
        sentences(&found),
        ["`/note` is required when coupons say so"]
    );
}

#[test]
fn what_is_given_too_much() {
    let order = Order {
        r#type: Some(Product::Movie),
        seat: Some("1".into()),
        discount: Some(1),
        stock: Some(1),
        note: Some(String::new()),
    };
    let found = order.validate().unwrap_err();
    assert_eq!(
        told(&found),
        [
            "/discount Order.discount.allowed_if",
            "!/stock Order.stock.effective_if"
        ]
    );
    assert_eq!(found.iter().next().unwrap().evidence(), "page 3");
    assert_eq!(
        sentences(&found),
        [
            "`/discount` may only be given when `type` is `Coupon`",
            "`/stock` has an effect only when `type` is `Coupon`",
        ]
    );
    let coupon = Order {
        r#type: Some(Product::Coupon),
        ..order
    };
    assert!(coupon.check().is_empty());
}
