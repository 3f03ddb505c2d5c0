//! The four bodies, the same for both validators: the page's own samples, as the spec has them.

use serde_json::{Value, json};
use stipula_generator::model::Api;

use crate::bodies::{self, Base};

/// What the command takes as the name of a body, and how many rules it breaks.
pub(crate) const NAMES: [(&str, usize); 4] = [
    ("valid-ticket", 0),
    ("valid-gift-card", 0),
    ("one-error", 1),
    ("eight-errors", 8),
];

/// The body of this name.
pub(crate) fn body(api: &Api, name: &str) -> Base {
    let sample = match name {
        "valid-gift-card" => "createTemplate.gift_card",
        _ => "createTemplate.admission",
    };
    let mut base = bodies::all(api)
        .into_iter()
        .find(|base| base.name == sample)
        .expect("a sample of the spec");
    settle(&mut base.body);
    match name {
        "one-error" => drop_member(&mut base.body, "orderPageLink"),
        "eight-errors" => break_eight(&mut base.body),
        _ => {}
    }
    base
}

/// Makes the body one that both validators read and accept: numbers are numbers, the button has
/// the type of its address, and the end comes after the start.
fn settle(body: &mut Value) {
    body["button"]["urlType"] = json!("CUSTOM_BTN");
    body["button"]["btnUrl"] = json!("https://example.com/");
    if body["endDate"] == body["startDate"] {
        body["endDate"] = json!(4_079_233_562_000_i64);
    }
    for name in [
        "/originalAmountCent",
        "/passExtInfo/soldNum",
        "/passExtInfo/userNum",
        "/passExtInfo/rateNum",
    ] {
        if let Some(number) = body.pointer_mut(name) {
            let read = number.as_str().and_then(|text| text.parse::<i64>().ok());
            if let Some(read) = read {
                *number = json!(read);
            }
        }
    }
}

fn break_eight(body: &mut Value) {
    body["requestId"] = json!("6".repeat(33));
    body["merchantId"] = json!("");
    body["endDate"] = json!(1_700_000_000_000_i64);
    drop_member(body, "orderPageLink");
    body["detailLink"] = json!("https://example.com/detail");
    drop_member(&mut body["passExtInfo"], "city");
    body["localeInfo"]["zh_HK"]["name"] = json!("票".repeat(101));
    body["localeInfo"]["en_US"]["customTabs"][0]["label"] = json!("");
}

fn drop_member(body: &mut Value, name: &str) {
    let members = body.as_object_mut().expect("an object");
    assert!(members.remove(name).is_some(), "`{name}` is given");
}
