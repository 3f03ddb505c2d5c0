//! Every status that a pass can be given, with a good body and with bad ones.

use alipayhk_ipass::{
    enums::{PassUpdate, UpdateDetailType},
    request::UpdatePassRequest,
    scenario::update_pass::{Update, UpdateOptions},
};
use serde_json::{Value, json};
use stipula::{UnixMillis, Validate as _};

use crate::{told, with};

fn judged(body: &Value) -> Vec<String> {
    let request: UpdatePassRequest = serde_json::from_value(body.clone()).expect("a request");
    told(&request.check())
}

fn ended(status: &str) -> Value {
    json!({ "merchantId": "M1", "openId": "U1", "passId": "P1", "status": status })
}

fn updated() -> Value {
    with(
        &ended("UPDATE"),
        &json!({
            "updateDetailType": "UPDATE_MOVIE", "bizDate": 1_740_994_666_927_i64,
            "dataInfo": { "$startTime_en_US$": "8 pm" }
        }),
    )
}

#[test]
fn every_status_has_a_good_body() {
    for status in PassUpdate::ALL {
        let body = match status {
            PassUpdate::Update => updated(),
            _ => ended(status.as_str()),
        };
        assert_eq!(judged(&body), [""; 0], "{status}");
    }
}

#[test]
fn a_pass_that_ends_needs_its_id_and_its_owner() {
    for status in ["USED", "CLOSED", "REFUND"] {
        assert_eq!(
            judged(&with(&ended(status), &json!({ "passId": null }))),
            ["`/passId` is required (UpdatePassRequest.passId.required)"]
        );
        assert_eq!(
            judged(&with(&ended(status), &json!({ "openId": null }))),
            [
                "`/openId`: at least one of `userId` and `openId` must be given (UpdatePassRequest.update-owner)"
            ]
        );
        let other = json!({ "openId": null, "userId": "U2" });
        assert_eq!(judged(&with(&ended(status), &other)), [""; 0]);
    }
}

#[test]
fn what_only_an_update_heeds_is_a_warning_with_every_other_status() {
    for status in ["USED", "CLOSED", "REFUND"] {
        let more = json!({ "dataInfo": { "$a_en_US$": "b" }, "updateDetailType": "UPDATE_MOVIE" });
        assert_eq!(
            judged(&with(&ended(status), &more)),
            [
                "`/updateDetailType` has an effect only when `status` is `UPDATE` (UpdatePassRequest.updateDetailType.effective_if, warning)",
                "`/dataInfo` has an effect only when `status` is `UPDATE` (UpdatePassRequest.dataInfo.effective_if, warning)",
            ]
        );
    }
}

#[test]
fn an_update_says_of_what_and_when() {
    assert_eq!(
        judged(&with(&updated(), &json!({ "updateDetailType": null }))),
        [
            "`/updateDetailType` is required when `status` is `UPDATE` (UpdatePassRequest.updateDetailType.required_if)"
        ]
    );
    assert_eq!(
        judged(&with(&updated(), &json!({ "bizDate": null }))),
        [
            "`/bizDate` is required when `status` is `UPDATE`, and `updateDetailType` is `UPDATE_AIR_TICKET`, `UPDATE_TRAIN_TICKET`, `UPDATE_BUS_TICKET`, `UPDATE_SHIP_TICKET`, `UPDATE_MOVIE` or `UPDATE_PASS` (UpdatePassRequest.bizDate.required_if)"
        ]
    );
    // Cards have kinds of their own, for which no page requires a date.
    let card = json!({ "updateDetailType": "UPDATE_LEVEL", "bizDate": null });
    assert_eq!(judged(&with(&updated(), &card)), [""; 0]);
    assert_eq!(
        judged(&with(&updated(), &json!({ "dataInfo": null }))),
        [
            "`/dataInfo`: `dataInfo` should be given, or `endDate` should be given when `status` is `UPDATE` (UpdatePassRequest.update-something, warning)"
        ]
    );
}

#[test]
fn a_status_of_orders_is_none_of_passes() {
    assert_eq!(
        judged(&ended("REFUNDED")),
        [
            "`/status` must be one of the documented values: `USED`, `CLOSED`, `UPDATE` or `REFUND`; did you mean `REFUND`? (UpdatePassRequest.status.known)"
        ]
    );
}

/// What an update needs is a member of its type, and the status sets itself.
#[test]
fn the_type_of_an_update_asks_for_what_it_needs() {
    let update = Update {
        merchant_id: "M1".into(),
        pass_id: "P1".into(),
        update_detail_type: UpdateDetailType::UpdateMovie,
        options: UpdateOptions::new()
            .open_id("U1")
            .biz_date(UnixMillis(1_740_994_666_927))
            .end_date(UnixMillis(1_741_005_466_927)),
    };
    let request = update.build().expect("a good request");
    assert_eq!(request.status, Some(PassUpdate::Update));
    assert_eq!(told(&request.check()), [""; 0]);
}
