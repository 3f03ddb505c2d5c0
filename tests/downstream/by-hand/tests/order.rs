//! A good order passes, and a bad one names everything that is wrong with it.

use by_hand::{Line, Method, Order};
use stipula::Validate;

fn good() -> Order {
    Order {
        method: Method::Card,
        card: Some("4000 0000 0000 0002".into()),
        email: Some("someone@example.com".into()),
        phone: None,
        lines: vec![Line {
            article: "Tea".into(),
            count: 2,
        }],
    }
}

#[test]
fn a_good_order_passes() {
    assert!(good().validate().is_ok_and(|warnings| warnings.is_empty()));
}

#[test]
fn a_bad_order_names_everything() {
    let order = Order {
        card: None,
        phone: Some("1".into()),
        lines: vec![
            good().lines[0].clone(),
            Line {
                article: String::new(),
                count: 100,
            },
        ],
        ..good()
    };
    let found = order.validate().expect_err("four rules are broken");
    let mut told: Vec<String> = found
        .iter()
        .map(|it| format!("{} {}", it.pointer(), it.code()))
        .collect();
    told.sort();
    assert_eq!(
        told,
        [
            "/card required_if",
            "/email exactly_one",
            "/lines/1/article min_chars",
            "/lines/1/count range",
        ]
    );
    assert!(
        found
            .to_string()
            .contains("`/card` is required when `method` is `Card`"),
        "{found}"
    );
}

#[test]
fn a_forbidden_field_is_told_from_a_missing_one() {
    let found = Order {
        method: Method::Cash,
        ..good()
    }
    .check();
    let codes: Vec<&str> = found.iter().map(|it| it.code()).collect();
    assert_eq!(codes, ["allowed_if"]);
}
