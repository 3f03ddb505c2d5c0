//! The generated client over a transport that answers as told and counts.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use alipayhk_ipass::{
    Client, api,
    codes::CreatePassCode,
    enums::OrderStatus,
    request::{CreatePassRequest, MovieTicketContext, MovieTicketRequest, QueryTemplateRequest},
};
use stipula::client::{ErrorKind, Transport};

const KEYS: &str = include_str!("../../runtime/tests/vectors/test-keys.json");
const PASS: &str = include_str!("../../spec/alipayhk-ipass/examples/create-pass.admission.json");
const MOVIE: &str = include_str!("../../spec/alipayhk-ipass/examples/movie-ticket.json");

/// A client whose every answer is this body, unsigned; and how often it was asked.
fn client(answer: &'static str) -> (Client<impl Transport>, Arc<AtomicUsize>) {
    let keys: serde_json::Value = serde_json::from_str(KEYS).expect("keys");
    let key = |owner: &str, kind: &str| keys[owner][kind].as_str().expect("a key").to_owned();
    let calls = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&calls);
    let core = stipula::client::Client::builder(&api::API)
        .environment("testing")
        .client_id("4Q5Y8W0WSG45P907917")
        .private_key(&key("merchant", "private_pkcs8"))
        .platform_key(&key("platform", "public_spki"))
        .transport(move |_: http::Request<Vec<u8>>| {
            counter.fetch_add(1, Ordering::Relaxed);
            std::future::ready(Ok(http::Response::new(answer.as_bytes().to_vec())))
        })
        .build()
        .expect("a client");
    (Client::from(core), calls)
}

fn failure(status: &str, code: &str) -> String {
    format!(
        r#"{{"resultInfo":{{"resultCode":"{code}","resultStatus":"{status}","resultMessage":"no"}}}}"#
    )
}

fn pass() -> CreatePassRequest {
    serde_json::from_str(PASS).expect("the example decodes")
}

#[tokio::test]
async fn a_request_that_breaks_rules_is_not_sent_unless_told_to() {
    let (client, calls) = client("{}");
    let request = QueryTemplateRequest::new().template_code("x".repeat(33));
    let error = client
        .query_template(&request)
        .send()
        .await
        .expect_err("it breaks two rules");
    assert_eq!(error.kind(), ErrorKind::Invalid);
    let pointers: Vec<&str> = error.violations().iter().map(|it| it.pointer()).collect();
    assert_eq!(pointers, ["/merchantId", "/templateCode"]);
    assert_eq!(calls.load(Ordering::Relaxed), 0);

    let error = client
        .query_template(&request)
        .unchecked()
        .send()
        .await
        .expect_err("unsigned");
    assert_eq!(error.kind(), ErrorKind::Signature);
    assert_eq!(calls.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn failed_and_unknown_are_told_apart() {
    for (status, code, kind, retry) in [
        ("F", "PASS_TYPE_NOT_MATCH", ErrorKind::Failed, false),
        ("U", "UNKNOWN_EXCEPTION", ErrorKind::Unknown, true),
    ] {
        let (client, _) = client(failure(status, code).leak());
        let error = client
            .create_pass(&pass())
            .send()
            .await
            .expect_err("no success");
        assert_eq!(error.kind(), kind, "{error}");
        assert_eq!(error.result_code(), Some(code));
        assert_eq!(error.is_retryable(), retry, "{error}");
        assert!(CreatePassCode::from(code).is_known());
    }
}

#[tokio::test]
async fn success_without_a_signature_is_refused() {
    let (client, _) = client(failure("S", "SUCCESS").leak());
    let error = client
        .create_pass(&pass())
        .send()
        .await
        .expect_err("anybody could say so");
    assert_eq!(error.kind(), ErrorKind::Signature);
}

#[tokio::test]
async fn the_context_decides_and_is_never_sent() {
    let (client, calls) = client(failure("F", "PARAM_ILLEGAL").leak());
    let mut ticket: MovieTicketRequest = serde_json::from_str(MOVIE).expect("the example decodes");
    let details = ticket.ext_info.as_mut().expect("details");
    details.template_code = None;
    let issued = MovieTicketContext::new(OrderStatus::Ticketed);
    let error = client
        .movie_ticket(&ticket, &issued)
        .send()
        .await
        .expect_err("a code is missing");
    assert_eq!(error.kind(), ErrorKind::Invalid);
    let pointers: Vec<&str> = error.violations().errors().map(|it| it.pointer()).collect();
    assert_eq!(pointers, ["/extInfo/template_code"]);

    let used = MovieTicketContext::new(OrderStatus::Used);
    let error = client
        .movie_ticket(&ticket, &used)
        .send()
        .await
        .expect_err("the server says no");
    assert_eq!(error.kind(), ErrorKind::Failed);
    assert_eq!(calls.load(Ordering::Relaxed), 1);
    let body = serde_json::to_value(&ticket).expect("it is JSON");
    assert!(body.get("status").is_none());
}

#[test]
fn clients_and_futures_cross_threads() {
    fn crosses<T: Send>(_: &T) {}
    fn shared<T: Clone + Send + Sync>(_: &T) {}
    let (client, _) = client("{}");
    shared(&client);
    let request = QueryTemplateRequest::new();
    crosses(&client.query_template(&request).send());
}
