//! Answers that drift still decode: the samples of the page with what a server may change.

use alipayhk_ipass::{
    codes::CreatePassCode,
    enums::{OrderStatus, TemplateStatus},
    response::{CreateTemplateResponse, QueryTemplateResponse},
};
use serde_json::{Value, json};

fn query(body: Value) -> QueryTemplateResponse {
    serde_json::from_value(body).expect("an answer with drift decodes")
}

#[test]
fn unknown_members_are_kept_and_written_again() {
    let body = json!({ "templateCode": "8202", "somethingNew": { "kept": [1, 2] } });
    let answer = query(body.clone());
    assert_eq!(answer.extra["somethingNew"], json!({ "kept": [1, 2] }));
    assert_eq!(serde_json::to_value(answer).expect("it is JSON"), body);
}

#[test]
fn unknown_texts_of_enums_and_codes_are_kept() {
    let answer = query(json!({ "status": "melted" }));
    let status = answer.status.expect("a status");
    assert!(!status.is_known());
    assert_eq!(status.as_str(), "melted");
    assert_eq!(CreatePassCode::from("NEVER_SEEN").as_str(), "NEVER_SEEN");
}

#[test]
fn numbers_and_texts_are_read_as_each_other() {
    let answer = query(json!({ "stock": "12", "startDate": "1712478362838", "discount": 15 }));
    assert_eq!(answer.stock, Some(12));
    assert_eq!(answer.start_date.map(i64::from), Some(1_712_478_362_838));
    assert_eq!(answer.discount.as_deref(), Some("15"));
}

#[test]
fn aliases_are_read_and_the_name_is_written() {
    let body = json!({ "codeStandrad": "EAN-13", "result": { "resultMsg": "ok" } });
    let answer = query(body);
    let result = answer.result.as_ref().expect("a result");
    assert_eq!(result.message.as_deref(), Some("ok"));
    let written = serde_json::to_value(&answer).expect("it is JSON");
    assert_eq!(written["codeStandard"], "EAN-13");
    assert_eq!(written["result"]["resultMessage"], "ok");
}

#[test]
fn empty_texts_and_nulls_are_absent() {
    let answer = query(json!({ "orderPageLink": "", "status": "", "button": null }));
    assert_eq!(
        (answer.order_page_link, answer.status, answer.button),
        (None, None, None)
    );
}

#[test]
fn the_sample_of_the_page_decodes() {
    let text = include_str!("../../spec/alipayhk-ipass/examples/create-template.response.json");
    let answer: CreateTemplateResponse = serde_json::from_str(text).expect("the sample decodes");
    assert_eq!(answer.status, Some(TemplateStatus::Valid));
}

#[test]
fn an_order_moves_forward_only() {
    use OrderStatus::{Refunded, Ticketed, Used};
    for (from, to, may) in [
        (Ticketed, Refunded, true),
        (Ticketed, Used, true),
        (Refunded, Ticketed, false),
        (Used, Refunded, false),
        (Used, Used, false),
    ] {
        assert_eq!(from.can_become(&to), may, "{from} to {to}");
    }
}
