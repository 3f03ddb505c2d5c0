//! What the fake refuses, and whether a person can make out why.

use alipayhk_ipass::{Client, fake::TABLE, request::QueryTemplateRequest};
use serde_json::Value;
use stipula::client::{
    ErrorKind, HyperTransport, PairHeader, PrivateKey, Signer as _, Transport as _,
};
use stipula::fake::Fake;

use crate::requests::{client, fake, query, served};

const BODY: &str = r#"{"merchantId":"M","templateCode":"T"}"#;

/// A request as it comes from curl: whatever headers somebody thought of.
async fn curl(fake: &Fake, path: &str, headers: &[(&str, &str)], body: &str) -> (u16, Value) {
    let mut request = http::Request::post(format!("{}{path}", fake.url()));
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body.as_bytes().to_vec()).expect("a request");
    let transport = HyperTransport::new().expect("TLS is there");
    let answer = transport.execute(request).await.expect("an answer");
    let body = serde_json::from_slice(answer.body()).expect("JSON");
    (answer.status().as_u16(), body)
}

async fn refusal(fake: &Fake, headers: &[(&str, &str)], body: &str) -> (String, String) {
    let path = served("queryTemplate").operation.path;
    let (status, answer) = curl(fake, path, headers, body).await;
    assert_eq!(
        (status, &answer["result"]["resultStatus"]),
        (200, &"F".into())
    );
    let text = |name: &str| {
        let text = answer["result"][name].as_str();
        text.unwrap_or_default().to_owned()
    };
    (text("resultCode"), text("resultMessage"))
}

#[tokio::test]
async fn says_which_header_is_wrong() {
    let fake = fake();
    let json = ("content-type", "application/json");
    let id = ("client-id", fake.client_id());
    let time = ("request-time", "2024-05-22T01:12:21Z");
    let other = ("client-id", "somebody");
    for (headers, message) in [
        (vec![], "the header `content-type` is missing"),
        (
            vec![("content-type", "text/plain")],
            "the header `content-type` is `text/plain`, expected `application/json; charset=UTF-8`",
        ),
        (vec![json], "the header `Client-Id` is missing"),
        (
            vec![json, other],
            "the header `Client-Id` is `somebody`, expected `FAKE0CLIENT0ID`",
        ),
        (
            vec![json, id, id],
            "the header `Client-Id` is there twice, expected it once",
        ),
        (vec![json, id], "the header `Request-Time` is missing"),
        (
            vec![json, id, ("request-time", "now")],
            "the header `Request-Time` is `now`, expected a time such as `2024-05-22T01:12:21Z`",
        ),
        (vec![json, id, time], "the header `Signature` is missing"),
        (
            vec![json, id, time, ("signature", "abc")],
            "the header `Signature` cannot be read: the signature header holds no signature",
        ),
        (
            vec![
                json,
                id,
                time,
                ("signature", "algorithm=ECC224,signature=AAAA"),
            ],
            "algorithm `ECC224` is not supported: The pages name it, but no page, kit or client tells its curve, hash or signature format.",
        ),
    ] {
        assert_eq!(refusal(&fake, &headers, BODY).await.1, message);
    }
    assert!(
        fake.requests()
            .iter()
            .all(|it| it.verdict.refusal().is_some())
    );
}

/// Whoever signs what it shows is let in.
#[tokio::test]
async fn shows_the_text_that_should_have_been_signed() {
    let fake = fake();
    let path = served("queryTemplate").operation.path;
    let key = PrivateKey::parse(fake.private_key()).expect("a key");
    let wrong = PairHeader::SIGNATURE.write("RSA256", 1, &key.sign(b"something").expect("signed"));
    let mut headers = vec![
        ("content-type", "application/json"),
        ("client-id", fake.client_id()),
        ("request-time", "2024-05-22T01:12:21Z"),
        ("signature", wrong.as_str()),
    ];
    let (_, answer) = curl(&fake, path, &headers, BODY).await;
    assert_eq!(answer["result"]["resultCode"], "FAKE_WRONG_SIGNATURE");
    let text = answer["fake"]["expectedStringToSign"].as_str();
    let text = text.expect("the text is shown");
    assert_eq!(
        text,
        format!("POST {path}\nFAKE0CLIENT0ID.2024-05-22T01:12:21Z.{BODY}")
    );
    let right =
        PairHeader::SIGNATURE.write("RSA256", 1, &key.sign(text.as_bytes()).expect("signed"));
    headers[3].1 = &right;
    let (_, answer) = curl(&fake, path, &headers, BODY).await;
    assert_eq!(answer["result"]["resultStatus"], "S");
}

#[tokio::test]
async fn lists_the_paths_and_names_the_method() {
    let fake = fake();
    let (status, answer) = curl(&fake, "/nowhere", &[], "").await;
    assert_eq!(status, 404);
    let paths = answer["fake"]["paths"].as_array().expect("a list");
    assert_eq!(paths.len(), TABLE.operations.len());
    assert!(
        paths[0]
            .as_str()
            .is_some_and(|it| it.starts_with("POST /api/")),
        "{paths:?}"
    );
    let path = served("queryTemplate").operation.path;
    let error = client(&fake).core().raw("PUT", path, Vec::new()).await;
    let error = error.expect_err("it is POST");
    assert_eq!(error.status().map(|it| it.as_u16()), Some(405));
    assert_eq!(
        error.result_message(),
        Some("the method is `PUT`, expected `POST`")
    );
}

#[tokio::test]
async fn points_at_broken_rules() {
    let fake = fake();
    let client = client(&fake);
    let request = QueryTemplateRequest::new().merchant_id("M");
    let error = client.query_template(&request).unchecked().send().await;
    let error = error.expect_err("it breaks a rule");
    assert_eq!(error.kind(), ErrorKind::Failed);
    assert_eq!(error.result_code(), Some("FAKE_BROKEN_RULES"));
    assert!(error.to_string().contains("`/templateCode`"), "{error}");
    let requests = fake.requests();
    let refusal = requests[0].verdict.refusal().expect("refused");
    let pointers: Vec<&str> = refusal.violations().iter().map(|it| it.pointer()).collect();
    assert_eq!(pointers, ["/templateCode"]);
    assert!(!requests[0].effect);
}

#[tokio::test]
async fn says_what_is_wrong_with_the_json() {
    let fake = fake();
    let client = client(&fake);
    let path = served("queryTemplate").operation.path;
    for (body, message) in [
        (
            "",
            "the body is not JSON: EOF while parsing a value at line 1 column 0",
        ),
        (
            "{",
            "the body is not JSON: EOF while parsing an object at line 1 column 1",
        ),
        (
            r#"{"merchantId":[],"templateCode":7}"#,
            "the body cannot be read as a request of `queryTemplate`: `/merchantId`: expected a text, found a list; `/templateCode`: expected a text, found a number",
        ),
    ] {
        let error = client.core().raw("POST", path, body.into()).await;
        let error = error.expect_err("no request");
        assert_eq!(error.result_message(), Some(message));
    }
}

#[tokio::test]
async fn checks_can_be_left_out() {
    let settings = Fake::settings(&TABLE).without_authentication();
    let fake = settings.without_validation().start().expect("a free port");
    let path = served("queryTemplate").operation.path;
    let json = [("content-type", "application/json")];
    let (_, answer) = curl(&fake, path, &json, "{}").await;
    assert_eq!(answer["result"]["resultStatus"], "S");
    let encrypted = [json[0], ("encrypt", "algorithm=RSA_AES")];
    let (code, message) = refusal(&fake, &encrypted, "AAAA").await;
    assert_eq!(code, "FAKE_ENCRYPTED");
    assert!(message.contains("`Encrypt`"), "{message}");
    assert_eq!(fake.requests().len(), 2);
}

/// A client with a key of its own is refused, whatever else it knows.
#[tokio::test]
async fn refuses_another_key() {
    let (fake, other) = (crate::requests::fake(), crate::requests::fake());
    assert_eq!(
        fake.private_key(),
        other.private_key(),
        "one pair per process"
    );
    let builder = fake.builder().signer(Forger);
    let client = Client::from(builder.build().expect("settings"));
    let error = client.query_template(&query()).send().await;
    let error = error.expect_err("signed by somebody else");
    assert_eq!(error.result_code(), Some("FAKE_WRONG_SIGNATURE"));
}

struct Forger;

impl stipula::client::Signer for Forger {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, stipula::client::SignError> {
        Ok(vec![7; 256])
    }
}
