//! The four bodies, the same for all validators: the page's own samples, as the spec has them.

use std::{fs, path::Path};

use serde_json::{Value, json};

/// What the command takes as the name of a body, and how many rules it breaks.
pub(crate) const NAMES: [(&str, usize); 4] = [
    ("valid-ticket", 0),
    ("valid-gift-card", 0),
    ("one-error", 1),
    ("eight-errors", 8),
];

/// The body of this name.
pub(crate) fn body(name: &str) -> Value {
    let sample = match name {
        "valid-gift-card" => "gift-card",
        _ => "admission",
    };
    let mut body = canonical(read(&format!("create-template.{sample}.json")));
    settle(&mut body);
    match name {
        "one-error" => drop_member(&mut body, "orderPageLink"),
        "eight-errors" => break_eight(&mut body),
        _ => {}
    }
    body
}

fn read(file: &str) -> Value {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/alipayhk-ipass/examples");
    let text = fs::read_to_string(examples.join(file)).expect("an example of the spec");
    serde_json::from_str(&text).expect("JSON")
}

/// Without empty texts, which count as absent in this API.
fn canonical(value: Value) -> Value {
    match value {
        Value::Object(members) => members
            .into_iter()
            .filter(|(_, value)| *value != "")
            .map(|(name, value)| (name, canonical(value)))
            .collect(),
        Value::Array(items) => items.into_iter().map(canonical).collect(),
        other => other,
    }
}

/// Makes the body one that all read and accept, without a warning: numbers are numbers, the
/// button has the type of its address, and the end comes after the start.
fn settle(body: &mut Value) {
    body["button"]["urlType"] = json!("CUSTOM_BTN");
    body["button"]["btnUrl"] = json!("https://example.com/");
    body["currentAmountCent"] = json!(900);
    body["passExtInfo"]["rating"] = json!("4.3");
    body["endDate"] = json!(4_079_233_562_000_i64);
    let numbers = ["soldNum", "userNum", "rateNum"].map(|it| format!("/passExtInfo/{it}"));
    for pointer in numbers.iter().chain([&"/originalAmountCent".to_owned()]) {
        let Some(number) = body.pointer_mut(pointer) else {
            continue;
        };
        if let Some(read) = number.as_str().and_then(|it| it.parse::<i64>().ok()) {
            *number = json!(read);
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
