//! Twenty rules of the API: a good body of each is sent, a bad one is refused before it is, with the sentence
//! that says what to do.

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;
use stipula::{client::Error, fake::Fake};
use wechat_shop::{client::Client, fake};

#[derive(Deserialize)]
struct Case {
    operation: String,
    /// What the rule is for; for those who read the file.
    why: String,
    good: Value,
    bad: Value,
    /// What the error says behind "was not sent: ".
    sentence: String,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("cases.json")).expect("the file is JSON")
}

/// A body as the request of an operation.
fn read<T: DeserializeOwned>(body: &Value) -> T {
    serde_json::from_value(body.clone()).expect("what a rule judges is read")
}

async fn send(client: &Client, operation: &str, body: &Value) -> Result<(), Error> {
    match operation {
        "jsapiPrepay" => client.jsapi_prepay(&read(body)).send().await.map(drop),
        "nativePrepay" => client.native_prepay(&read(body)).send().await.map(drop),
        "h5Prepay" => client.h5_prepay(&read(body)).send().await.map(drop),
        "createRefund" => client.create_refund(&read(body)).send().await.map(drop),
        "createTransfer" => client.create_transfer(&read(body)).send().await.map(drop),
        other => panic!("no case is of `{other}`"),
    }
}

fn set_up() -> (Fake, Client) {
    let fake = fake::start().expect("a fake");
    let client = fake.builder().build().expect("a client").into();
    (fake, client)
}

#[tokio::test]
async fn good_bodies_are_sent_and_taken() {
    for case in cases() {
        let (fake, client) = set_up();
        let sent = send(&client, &case.operation, &case.good).await;
        assert!(sent.is_ok(), "{}: {sent:?}", case.why);
        let requests = fake.requests();
        assert_eq!(requests.len(), 1, "{}", case.why);
        assert_eq!(requests[0].operation, Some(case.operation.as_str()));
        assert!(requests[0].verdict.refusal().is_none(), "{}", requests[0]);
    }
}

#[tokio::test]
async fn bad_bodies_are_refused_before_they_are_sent() {
    let (fake, client) = set_up();
    let mut wrong = Vec::new();
    for case in cases() {
        let refused = send(&client, &case.operation, &case.bad).await;
        let told = refused.expect_err(&case.why).to_string();
        let wanted = format!("`{}` was not sent: {}", case.operation, case.sentence);
        if told != wanted {
            wrong.push(format!("{}\n  is     {told}\n  wanted {wanted}", case.why));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(fake.requests().is_empty());
}

#[test]
fn there_are_twenty() {
    assert_eq!(cases().len(), 20);
}
