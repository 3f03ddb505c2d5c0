//! The status machine of templates: what may follow what, before anything is sent.

use alipayhk_ipass::{
    enums::TemplateStatus,
    request::{SwitchStatusContext, SwitchStatusRequest},
};
use serde_json::json;
use stipula::Validate as _;

use crate::told;

fn judged(from: &str, to: &str) -> Vec<String> {
    let body = json!({ "merchantId": "M1", "templateCode": "T1", "status": to });
    let request: SwitchStatusRequest = serde_json::from_value(body).expect("a request");
    let context = SwitchStatusContext::new(TemplateStatus::from_text(from));
    told(&request.check_in(&context))
}

/// The rules are the moves of the type, of every status to every one that can be asked for.
#[test]
fn what_may_follow_is_what_the_machine_says() {
    for from in TemplateStatus::ALL {
        for to in ["valid", "closed", "paused"] {
            let allowed = from.can_become(&TemplateStatus::from_text(to));
            let found = judged(from.as_str(), to);
            assert_eq!(found.is_empty(), allowed, "{from} to {to}: {found:?}");
        }
    }
}

#[test]
fn what_may_not_is_told_why() {
    assert_eq!(
        judged("frozen", "paused"),
        [
            "`/status`: `status` must be `valid` when the `current` of the call is `frozen` (SwitchStatusRequest.from-frozen)"
        ]
    );
    assert_eq!(
        judged("valid", "valid"),
        [
            "`/status`: `status` must be `paused` or `closed` when the `current` of the call is `valid` (SwitchStatusRequest.from-valid)"
        ]
    );
    assert_eq!(
        judged("paused", "paused"),
        [
            "`/status`: `status` must be `valid` or `closed` when the `current` of the call is `paused` (SwitchStatusRequest.from-paused)"
        ]
    );
    for last in ["closed", "expired"] {
        assert_eq!(
            judged(last, "valid"),
            [
                "`/status`: the `current` of the call must be neither `closed` nor `expired` (SwitchStatusRequest.from-final)"
            ]
        );
    }
}

/// The server may learn a status that no page has: nothing is known of what may follow it.
#[test]
fn a_status_that_nobody_documents_is_let_through() {
    assert_eq!(judged("resting", "paused"), [""; 0]);
}
