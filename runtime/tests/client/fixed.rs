//! Headers and parameters of the query that every request carries with one text.

use serde_json::json;
use stipula::Violations;
use stipula::client::{
    Api, Client, HyperTransport, Operation, Piece, Scheme, Signature, SignatureAlgorithm,
    SignedHeader, Transport as _, prepare,
};
use stipula::fake::{Answer, Fake, Judgement, Served, Table};

static KEYED: stipula::client::Credential = stipula::client::Credential::secret("key");
static MAIN: Scheme = Scheme::signature(
    "main",
    Signature::by(SignatureAlgorithm::HmacSha256)
        .secret(&KEYED)
        .string_to_sign(&[
            Piece::Method,
            Piece::Text(" "),
            Piece::PathAlone,
            Piece::Text("?"),
            Piece::Query,
        ])
        .headers(&[SignedHeader::new("X-Sign", &[Piece::Signature])]),
);
static API: Api = Api::new("fixed")
    .credentials(&[&KEYED])
    .schemes(&[&MAIN])
    .headers(&[("X-Api-Version", "2024-06-01")])
    .query(&[("api-version", "3 a")]);
static ASK: Operation = Operation::new(&API, "ask")
    .endpoint("POST", "/ask")
    .authentication(&MAIN)
    .safe();
static SERVED: Served = Served::new(&ASK, |_| Judgement::Accepted(Violations::new()));
static TABLE: Table = Table::new(&API, &[&SERVED]);

/// The same API, as it was before it asked for them.
static OLD: Api = Api::new("fixed").credentials(&[&KEYED]).schemes(&[&MAIN]);

#[test]
fn they_are_sent_and_signed() {
    let builder = Client::builder(&API).base_url("https://a.example/v1");
    let config = builder.credential(&KEYED, "k").config().unwrap();
    let unsigned = prepare(&ASK, &config, b"{}".to_vec(), "").unwrap();
    assert_eq!(
        unsigned.to_sign(),
        Some(b"POST /ask?api-version=3%20a".as_slice())
    );
    let request = unsigned.finish(vec![1]).unwrap();
    assert_eq!(request.uri(), "https://a.example/v1/ask?api-version=3%20a");
    assert_eq!(request.headers()["x-api-version"], "2024-06-01");
}

#[tokio::test]
async fn every_attempt_has_them() {
    let fake = Fake::start(&TABLE).unwrap();
    let client: Client = fake.builder().build().unwrap();
    fake.next(Answer::status(503));
    let answer = client.raw("POST", "/ask?own=1", b"{}".to_vec()).await;
    assert!(answer.is_err());
    let answer = client.raw("POST", "/ask?own=1", b"{}".to_vec()).await;
    assert_eq!(answer.unwrap().data, json!({}));
    for it in fake.requests() {
        assert_eq!(it.path, "/ask?own=1&api-version=3%20a");
        assert_eq!(it.headers["x-api-version"], "2024-06-01");
    }
}

#[tokio::test]
async fn the_fake_refuses_requests_without_them() {
    let fake = Fake::start(&TABLE).unwrap();
    let told = async |path: &str, version: Option<&str>| {
        let mut request = http::Request::post(format!("{}{path}", fake.url()));
        if let Some(version) = version {
            request = request.header("x-api-version", version);
        }
        let request = request.body(b"{}".to_vec()).unwrap();
        HyperTransport::new()
            .unwrap()
            .execute(request)
            .await
            .unwrap();
        let verdict = fake.requests().pop().unwrap().verdict;
        verdict.refusal().unwrap().message().to_owned()
    };
    for (path, version, expected) in [
        (
            "/ask?api-version=3%20a",
            None,
            "the header `X-Api-Version` is missing",
        ),
        (
            "/ask?api-version=3%20a",
            Some("1"),
            "the header `X-Api-Version` is `1`, expected `2024-06-01`",
        ),
        (
            "/ask",
            Some("2024-06-01"),
            "the query parameter `api-version` is missing, expected `3 a`",
        ),
        (
            "/ask?api-version=4",
            Some("2024-06-01"),
            "the query parameter `api-version` is `4`, expected `3 a`",
        ),
        (
            "/ask?api-version=4&api-version=4",
            Some("2024-06-01"),
            "the query parameter `api-version` is there twice, expected `3 a`",
        ),
    ] {
        assert_eq!(told(path, version).await, expected);
    }
    let old = fake.set_up(Client::builder(&OLD)).build().unwrap();
    let _ = old.raw("POST", "/ask", b"{}".to_vec()).await;
    let last = fake.requests().pop().unwrap();
    let message = last.verdict.refusal().unwrap().message();
    assert_eq!(message, "the header `X-Api-Version` is missing");
}
