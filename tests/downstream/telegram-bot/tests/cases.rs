//! Twenty rules of the API: a good body of each is sent, a bad one is refused before it is, with the sentence
//! that says what to do.

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use stipula::{
    client::Error,
    fake::{Answer, Fake},
};
use telegram_bot::{client::Client, fake};

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
        "sendMessage" => client.send_message(&read(body)).send().await.map(drop),
        "editMessageText" => client.edit_message_text(&read(body)).send().await.map(drop),
        "editMessageReplyMarkup" => client
            .edit_message_reply_markup(&read(body))
            .send()
            .await
            .map(drop),
        "sendLocation" => client.send_location(&read(body)).send().await.map(drop),
        "sendPoll" => client.send_poll(&read(body)).send().await.map(drop),
        "sendInvoice" => client.send_invoice(&read(body)).send().await.map(drop),
        "createInvoiceLink" => client
            .create_invoice_link(&read(body))
            .send()
            .await
            .map(drop),
        "answerShippingQuery" => client
            .answer_shipping_query(&read(body))
            .send()
            .await
            .map(drop),
        "answerPreCheckoutQuery" => client
            .answer_pre_checkout_query(&read(body))
            .send()
            .await
            .map(drop),
        "answerInlineQuery" => client
            .answer_inline_query(&read(body))
            .send()
            .await
            .map(drop),
        other => panic!("no case is of `{other}`"),
    }
}

/// What is answered to a good body.
fn result(operation: &str) -> Value {
    match operation {
        "createInvoiceLink" => json!("https://t.me/$tea"),
        it if it.starts_with("send") => {
            json!({ "message_id": 7, "date": 1_764_000_000, "chat": { "id": 1, "type": "private" } })
        }
        _ => json!(true),
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
        let answer = json!({ "ok": true, "result": result(&case.operation) });
        fake.next(Answer::body(answer.to_string()));
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
