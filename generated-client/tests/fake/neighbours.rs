//! A pass from its making to its end, a template that is paused, an order that is reported.

use alipayhk_ipass::{
    codes::UpdatePassCode,
    enums::{OrderStatus, PassUpdate, TemplateStatus, TemplateSwitch},
    request::{OrderSyncRequest, SwitchStatusContext, SwitchStatusRequest, UpdatePassRequest},
};
use stipula::{
    client::{ErrorKind, Outcome},
    fake::{Answer, Fault},
};

use crate::requests::{client, example, fake, pass};

#[tokio::test]
async fn what_was_issued_is_redeemed_refunded_and_closed() {
    let fake = fake();
    let client = client(&fake);
    let issued = client.create_pass(&pass(1)).send().await.expect("a pass");
    let id = issued.into_data().pass_id.unwrap_or_else(|| "P1".into());
    for status in [PassUpdate::Used, PassUpdate::Refund, PassUpdate::Closed] {
        let request = example::<UpdatePassRequest>("updatePass");
        let request = request.pass_id(&id).status(status);
        let answer = client.update_pass(&request).send().await.expect("done");
        assert_eq!(answer.result_code(), Some("SUCCESS"));
    }
    assert_eq!(fake.requests().len(), 4);
}

/// Somebody else may have used it: a second try would tell nothing.
#[tokio::test]
async fn a_lost_redemption_is_not_tried_again() {
    let fake = fake();
    let request = example::<UpdatePassRequest>("updatePass");
    fake.next(Fault::DropAfter);
    let error = client(&fake).update_pass(&request).send().await;
    assert_eq!(error.expect_err("lost").outcome(), Outcome::Unknown);
    assert_eq!(fake.requests().len(), 1);

    fake.next(Answer::code("PASS_USED_OCCUPIED"));
    let error = client(&fake).update_pass(&request).send().await;
    let error = error.expect_err("used before");
    assert_eq!(error.code(), Some(UpdatePassCode::PassUsedOccupied));
    assert_eq!(error.outcome(), Outcome::Failed);
}

#[tokio::test]
async fn a_template_is_paused_once() {
    let fake = fake();
    let client = client(&fake);
    let request = example::<SwitchStatusRequest>("switchStatus").status(TemplateSwitch::Paused);
    let current = SwitchStatusContext::new(TemplateStatus::Valid);
    let answer = client.switch_status(&request, &current).send().await;
    let now = answer
        .expect("paused")
        .into_data()
        .status
        .expect("a status");
    assert_eq!(now, TemplateStatus::Paused);

    let current = SwitchStatusContext::new(now);
    let error = client.switch_status(&request, &current).send().await;
    let error = error.expect_err("it is paused already");
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert_eq!(fake.requests().len(), 1);
}

#[tokio::test]
async fn an_order_is_reported() {
    let fake = fake();
    let request = example::<OrderSyncRequest>("orderSync");
    let answer = client(&fake).order_sync(&request).send().await;
    let order = answer.expect("taken").into_data();
    assert_eq!(order.order_status, Some(OrderStatus::Used));
}
