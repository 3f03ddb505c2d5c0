//! Answers of an API whose HTTP status says how it went.

use std::time::Duration;

use serde_json::{Value, json};
use stipula::client::{
    Api, Client, Config, Envelope, Error, ErrorKind, FromAnswer, Nothing, Operation, Outcome, Raw,
    Repeat, Response, Text, interpret,
};

static API: Api = Api::new("shop").envelope(
    Envelope::new()
        .by_http()
        .objects(&["error"])
        .code(&["code"])
        .message(&["message"])
        .wait(&[&["error", "wait"]]),
);
static PAY: Operation = Operation::new(&API, "pay")
    .endpoint("POST", "/pay")
    .repeat(Repeat::done("ALREADY_PAID"))
    .transient(&["lock_timeout"]);

static WRAPPED_API: Api = Api::new("wrapped").envelope(
    Envelope::new()
        .status(&["ok"])
        .success(&["true"])
        .failed(&["false"])
        .code(&["error_code"])
        .message(&["description"])
        .data(&[&["result"]])
        .wait(&[&["parameters", "retry_after"]]),
);
static WRAPPED: Operation = Operation::new(&WRAPPED_API, "wrapped").endpoint("POST", "/wrapped");

fn config(api: &'static Api) -> Config {
    let builder = Client::builder(api).base_url("https://api.example.com");
    builder.config().unwrap()
}

fn answered<D: FromAnswer>(
    operation: &'static Operation,
    status: u16,
    body: impl Into<Vec<u8>>,
) -> Result<Response<D>, Error> {
    let answer = http::Response::builder().status(status);
    let answer = answer.body(body.into()).unwrap();
    interpret(operation, &config(operation.api), answer)
}

#[test]
fn any_2xx_is_a_success() {
    for status in [200, 201, 202] {
        let response = answered::<Value>(&PAY, status, r#"{"id":"p_1"}"#).unwrap();
        assert_eq!(response.data, json!({"id": "p_1"}));
        assert_eq!(response.status().as_u16(), status);
    }
}

#[test]
fn a_failure_tells_its_code_and_status() {
    let body = r#"{"error":{"code":"card_declined","message":"No money."}}"#;
    let error = answered::<Value>(&PAY, 402, body).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`pay` failed: `card_declined`, No money. (HTTP 402)"
    );
    assert_eq!(error.kind(), ErrorKind::Failed);
    assert_eq!(error.outcome(), Outcome::Failed);
    assert_eq!(error.result_code(), Some("card_declined"));
    assert_eq!(error.status().map(|it| it.as_u16()), Some(402));
    assert!(!error.is_retryable());
}

#[test]
fn what_is_final_and_what_is_not() {
    // Status, code, and whether it is final and worth another attempt.
    for (status, code, outcome, retryable) in [
        (400, "x", Outcome::Failed, false),
        (400, "lock_timeout", Outcome::Failed, true),
        (408, "x", Outcome::Unknown, true),
        (409, "ALREADY_PAID", Outcome::Failed, false),
        (429, "x", Outcome::Failed, true),
        (500, "x", Outcome::Unknown, true),
        (503, "lock_timeout", Outcome::Unknown, true),
    ] {
        let body = json!({"error": {"code": code}}).to_string();
        let error = answered::<Value>(&PAY, status, body).unwrap_err();
        assert_eq!(error.outcome(), outcome, "{status} {code}");
        assert_eq!(error.is_retryable(), retryable, "{status} {code}");
        assert_eq!(error.is_already_done(), code == "ALREADY_PAID");
    }
}

#[test]
fn what_tells_nothing_is_told_by_its_status() {
    for (status, body, told) in [
        (
            404,
            "",
            "`pay` was answered with HTTP 404 Not Found and an empty body",
        ),
        (
            502,
            "<html>",
            "`pay` was answered with HTTP 502 Bad Gateway and HTML",
        ),
        (
            500,
            "{}",
            "`pay` was answered with HTTP 500 Internal Server Error and a body that is not read",
        ),
        (
            302,
            "",
            "`pay` was answered with HTTP 302 Found and an empty body",
        ),
    ] {
        let error = answered::<Value>(&PAY, status, body).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Http);
        assert!(error.to_string().starts_with(told), "{error}");
    }
}

#[test]
fn the_wait_that_a_failure_asks_for() {
    let body = r#"{"error":{"code":"slow","wait":7}}"#;
    let error = answered::<Value>(&PAY, 429, body).unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    let body =
        r#"{"ok":false,"error_code":429,"description":"Slow","parameters":{"retry_after":5}}"#;
    let error = answered::<Value>(&WRAPPED, 200, body).unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(5)));
    assert_eq!(error.result_code(), Some("429"));
}

#[test]
fn data_is_read_where_it_is_wrapped() {
    let body = r#"{"ok":true,"result":[1,2]}"#;
    let response = answered::<Vec<i64>>(&WRAPPED, 200, body).unwrap();
    assert_eq!(response.data, [1, 2]);
    let body = r#"{"ok":true,"result":[1,"x"]}"#;
    let response = answered::<Vec<i64>>(&WRAPPED, 200, body).unwrap();
    assert_eq!(
        response.misfits().to_string(),
        "`/result/1`: expected a whole number of 64 bits, found a text that is not a number"
    );
    let error = answered::<bool>(&WRAPPED, 200, r#"{"ok":true}"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`wrapped` got an answer that cannot be read: `/result`: expected `true` or `false`, found nothing"
    );
}

#[test]
fn an_answer_may_be_no_json() {
    let response = answered::<Nothing>(&PAY, 204, "").unwrap();
    assert_eq!(response.data, Nothing);
    let response = answered::<Text>(&PAY, 200, "a,b\n1,2\n").unwrap();
    assert_eq!(response.data.0, "a,b\n1,2\n");
    let response = answered::<Text>(&PAY, 200, b"\xff".to_vec()).unwrap();
    assert_eq!(
        response.misfits().to_string(),
        "expected JSON in UTF-8, found bytes that are not UTF-8"
    );
    let response = answered::<Raw>(&PAY, 200, b"\xff\0".to_vec()).unwrap();
    assert_eq!(response.data.0, b"\xff\0");
    assert_eq!(format!("{:?}", response.data), "Raw([2 bytes])");
    let error = answered::<Value>(&PAY, 200, "").unwrap_err();
    assert_eq!(
        error.to_string(),
        "`pay` got an answer that cannot be read: expected JSON, found an empty body"
    );
}
