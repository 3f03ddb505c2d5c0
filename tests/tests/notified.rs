//! A receiver of notifications, against those that the fake makes.

use std::time::{Duration, SystemTime};

use http::{Request, Response, StatusCode};
use serde_json::{Value, json};
use stipula::client::{BuildProblemKind, VerificationErrorKind};
use stipula::fake::{Fake, NotifyFault};
use stipula::notifications::{NotificationError, NotificationErrorKind};

stipula_tests::generated!(generated, "/notified");

use generated::api;
use generated::notifications::{BOT_UPDATE, Notification, PAID, REFUNDED, Receiver, SEALED};

fn start() -> Fake {
    generated::fake::start().expect("a fake")
}

fn receiver(fake: &Fake) -> Receiver {
    fake.receiver::<Notification>().build().expect("a receiver")
}

fn paid() -> Value {
    json!({
        "id": "1", "event_type": "ORDER.PAID",
        "order": { "number": "n1", "amount": 12.50, "state": "PAID" },
    })
}

fn refused(fake: &Fake, request: &Request<Vec<u8>>) -> NotificationError {
    let receiver = receiver(fake);
    receiver.receive(request).expect_err("an error")
}

#[test]
fn each_kind_is_proven_read_and_answered() {
    let fake = start();
    let receiver = receiver(&fake);
    let request = fake.notify(&PAID, &paid()).request::<Vec<u8>>();
    let received = receiver.receive(&request).expect("a notification");
    assert_eq!(received.kind(), Some("paid"));
    assert!(received.misfits().is_empty());
    let answer: Response<Vec<u8>> = received.answer();
    assert_eq!(
        (answer.status(), answer.body().len()),
        (StatusCode::NO_CONTENT, 0)
    );
    let Notification::Paid(body) = received.into_notification() else {
        panic!("another kind");
    };
    let order = body.order.expect("an order");
    assert_eq!(order.number, "n1");
    assert_eq!(order.amount.expect("an amount").to_string(), "12.5");

    let body = json!({ "event_type": "REFUND.DONE", "order": { "number": "n1" }, "new": 1 });
    let request = fake.notify(&REFUNDED, &body).request::<Vec<u8>>();
    let received = receiver.receive(&request).expect("a notification");
    assert_eq!(received.kind(), Some("refunded"));
    let answer: Response<Vec<u8>> = received.answer();
    assert_eq!(answer.headers()["content-type"], "application/json");
    assert_eq!(
        String::from_utf8_lossy(answer.body()),
        r#"{"code":"SUCCESS","tries":1,"again":false}"#
    );
    let Notification::Refunded(body) = received.notification() else {
        panic!("another kind");
    };
    assert_eq!(body.extra["new"], 1);

    let request = fake
        .notify(&BOT_UPDATE, &json!({ "update_id": 7 }))
        .request::<Vec<u8>>();
    let received = receiver.receive(&request).expect("a notification");
    assert_eq!(received.kind(), Some("update"));
    assert_eq!(received.answer::<Vec<u8>>().body(), b"success");
    let Notification::BotUpdate(body) = received.into_notification() else {
        panic!("another kind");
    };
    assert_eq!(body.update_id, 7);
}

#[test]
fn a_kind_that_nobody_documented_is_kept_as_it_came() {
    let fake = start();
    for body in [
        json!({ "event_type": "ORDER.LOST", "id": "2" }),
        json!({ "event_type": "REFUND.DONE" }),
        json!({ "event_type": "REFUND.DONE", "order": { "number": "1" }, "urgent": true }),
        json!([1]),
    ] {
        let request = fake.notify(&PAID, &body).request::<Vec<u8>>();
        let received = receiver(&fake).receive(&request).expect("a notification");
        assert_eq!(received.kind(), None);
        assert_eq!(
            received.answer::<Vec<u8>>().status(),
            StatusCode::NO_CONTENT
        );
        let Notification::Other(json) = received.into_notification() else {
            panic!("a kind");
        };
        assert_eq!(json, body);
    }
}

#[test]
fn what_is_not_proven_is_refused() {
    use VerificationErrorKind::{Mismatch, Stale, Unsigned};
    let fake = start();
    for (fault, kind) in [
        (NotifyFault::Unsigned, Unsigned),
        (NotifyFault::BadSignature, Mismatch),
        (NotifyFault::WrongKey, Mismatch),
        (NotifyFault::WrongTime, Mismatch),
        (NotifyFault::Old, Stale),
    ] {
        let request = fake.notify(&PAID, &paid()).fault(fault).request();
        let error = refused(&fake, &request);
        assert_eq!(
            error.kind(),
            NotificationErrorKind::Unverified(kind),
            "{fault:?}"
        );
        let answer: Response<Vec<u8>> = error.answer();
        assert_eq!(
            (answer.status(), answer.body().len()),
            (StatusCode::UNAUTHORIZED, 0)
        );
    }
    for (fault, told) in [
        (
            NotifyFault::Unsigned,
            "it has no signature, and it has no header `X-Hook-Secret`",
        ),
        (
            NotifyFault::WrongKey,
            "the header `X-Hook-Secret` is not `hook_secret`",
        ),
        (
            NotifyFault::BadSignature,
            "the header `X-Hook-Secret` is not `hook_secret`",
        ),
    ] {
        let request = fake
            .notify(&BOT_UPDATE, &json!({ "update_id": 7 }))
            .fault(fault)
            .request();
        let error = refused(&fake, &request).to_string();
        assert_eq!(
            error,
            format!("a notification of `notified` is not taken: {told}")
        );
    }
}

#[test]
fn a_body_that_was_changed_on_its_way_is_refused() {
    let fake = start();
    let request = fake.notify(&PAID, &paid()).request::<Vec<u8>>();
    let changed = request.map(|body| {
        String::from_utf8_lossy(&body)
            .replace("n1", "n2")
            .into_bytes()
    });
    let kind = NotificationErrorKind::Unverified(VerificationErrorKind::Mismatch);
    assert_eq!(refused(&fake, &changed).kind(), kind);
}

#[test]
fn a_secret_opens_only_the_kinds_that_it_proves() {
    let fake = start();
    let request = fake.notify(&BOT_UPDATE, &paid()).request::<Vec<u8>>();
    // It is read as what the secret proves, not as an order that was paid.
    let error = refused(&fake, &request);
    assert_eq!(error.kind(), NotificationErrorKind::Unreadable);
    assert_eq!(error.status(), StatusCode::BAD_REQUEST);
    assert_eq!(
        error.to_string(),
        "a notification of `notified` is not taken: `/update_id`: expected a whole number of 64 bits, \
         found nothing"
    );
}

#[test]
fn what_cannot_be_read_is_told_without_its_values() {
    let fake = start();
    let body = json!({ "event_type": "ORDER.PAID", "id": { "s3cret": 1 } });
    let error = refused(&fake, &fake.notify(&PAID, &body).request());
    assert_eq!(error.kind(), NotificationErrorKind::Unreadable);
    assert!(
        !format!("{error} {error:?}").contains("s3cret"),
        "{error:?}"
    );
    let receiver = fake
        .receiver::<Notification>()
        .max_body(10)
        .build()
        .expect("a receiver");
    let error = receiver.receive(&fake.notify(&PAID, &paid()).request::<Vec<u8>>());
    let error = error.expect_err("an error");
    assert_eq!(error.kind(), NotificationErrorKind::TooLarge);
    assert_eq!(error.status(), StatusCode::PAYLOAD_TOO_LARGE);
}

#[test]
fn the_time_is_held_against_the_clock_of_the_receiver() {
    let fake = start();
    let request = fake.notify(&PAID, &paid()).request::<Vec<u8>>();
    let later = SystemTime::now() + Duration::from_mins(6);
    let receiver = fake
        .receiver::<Notification>()
        .clock(later)
        .build()
        .expect("a receiver");
    let error = receiver.receive(&request).expect_err("an error");
    let kind = NotificationErrorKind::Unverified(VerificationErrorKind::Stale);
    assert_eq!(error.kind(), kind);
}

#[test]
fn client_and_receiver_ask_for_what_each_needs() {
    let error = Receiver::builder().build().expect_err("nothing is given");
    assert_eq!(
        error.to_string(),
        "cannot make a receiver of notifications of `notified`: no `merchant` is given; give it with \
         `credential`; no `platform_key` and no `verifier` is given; no `hook_secret` is given; give it \
         with `credential`; no `seal_key` is given; give it with `credential`"
    );
    let error = generated::client::Client::builder()
        .environment("production")
        .build();
    let error = error.expect_err("nothing is given");
    let told: Vec<_> = error
        .problems()
        .map(|it| (it.kind(), it.to_string()))
        .collect();
    let missing = |name| format!("no `{name}` is given; give it with `credential`");
    let kind = BuildProblemKind::Credential;
    assert_eq!(
        told,
        [(kind, missing("token")), (kind, missing("seal_key"))]
    );
    let client = generated::client::Client::builder().environment("production");
    let client = client.credential(&api::TOKEN, "t");
    let client = client.credential(&api::SEAL_KEY, "0123456789abcdef0123456789abcdef");
    client.build().expect("a client");
}

#[test]
fn nothing_secret_is_shown() {
    let fake = start();
    let builder = fake.receiver::<Notification>();
    let shown = format!("{builder:?}");
    assert!(!shown.contains("FAKE0SECRET"), "{shown}");
    let shown = format!("{:?}", builder.build().expect("a receiver"));
    assert_eq!(
        shown,
        "Receiver { api: \"notified\", max_body: 1048576, .. }"
    );
    let request = fake
        .notify(&BOT_UPDATE, &json!({ "update_id": 7 }))
        .request::<Vec<u8>>();
    assert!(!format!("{:?}", request.headers()).contains("FAKE0SECRET"));
}

fn secret() -> Value {
    json!({ "event_type": "SECRET", "resource": { "number": "n1", "amount": 0.10, "state": "PAID" } })
}

#[test]
fn a_sealed_member_is_opened_and_not_shown() {
    let fake = start();
    let request = fake.notify(&SEALED, &secret()).request::<Vec<u8>>();
    let body: Value = serde_json::from_slice(request.body()).expect("JSON");
    let resource = body["resource"].as_object().expect("an object");
    let names: Vec<_> = resource.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        ["algorithm", "ciphertext", "nonce", "associated_data"]
    );
    let received = receiver(&fake).receive(&request).expect("a notification");
    assert!(!format!("{received:?}").contains("n1"), "{received:?}");
    let Notification::Sealed(body) = received.into_notification() else {
        panic!("another kind");
    };
    assert_eq!(body.resource.0.number, "n1");
    assert_eq!(
        body.resource.0.amount.map(|it| it.to_string()).as_deref(),
        Some("0.1")
    );
}

#[test]
fn a_sealed_member_that_cannot_be_opened_is_told_by_its_place() {
    let fake = start();
    let request = fake.notify(&SEALED, &secret()).request::<Vec<u8>>();
    let other = "0123456789abcdef0123456789abcdef";
    let builder = fake
        .receiver::<Notification>()
        .credential(&api::SEAL_KEY, other);
    let error = builder
        .build()
        .expect("a receiver")
        .receive(&request)
        .expect_err("an error");
    assert_eq!(error.kind(), NotificationErrorKind::Unopened);
    assert_eq!(error.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let told = "a notification of `notified` is not taken: `/resource` cannot be opened; check that \
         `seal_key` is the right key";
    assert_eq!(error.to_string(), told);
    let builder = fake
        .receiver::<Notification>()
        .credential(&api::SEAL_KEY, "short");
    let error = builder.build().expect_err("an error");
    assert_eq!(
        error.to_string(),
        "cannot make a receiver of notifications of `notified`: `seal_key` is 5 bytes long, and a key \
         of AES-256 has 32"
    );
}

#[test]
fn sealed_members_of_an_answer_are_opened() {
    let fake = start();
    let body = r#"{"data":[{"id":"a","pem":"-----BEGIN \"A\""},{"id":"b"},{"id":"c","pem":null}]}"#;
    fake.always(stipula::fake::Answer::body(body));
    let client = generated::client::Client::from(fake.builder().build().expect("a client"));
    let request = generated::request::GetKeysRequest::new();
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().expect("a runtime");
    let response = runtime
        .block_on(client.get_keys(&request).send())
        .expect("an answer");
    let keys = response.data.data.as_deref().expect("keys");
    let pem = keys[0].pem.as_ref().expect("a key");
    assert_eq!(pem.0, "-----BEGIN \"A\"");
    assert_eq!((keys[1].pem.is_none(), keys[2].pem.is_none()), (true, true));
    assert!(!format!("{response:?}").contains("BEGIN"));
    let other = "0123456789abcdef0123456789abcdef";
    let builder = fake.builder().credential(&api::SEAL_KEY, other);
    let client = generated::client::Client::from(builder.build().expect("a client"));
    let error = runtime
        .block_on(client.get_keys(&request).send())
        .expect_err("an error");
    let told =
        "`/data/*/pem` cannot be opened; check that `seal_key` is the key of this environment";
    assert!(error.to_string().contains(told), "{error}");
}
