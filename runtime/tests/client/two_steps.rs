//! The way out in two steps, with a signature from elsewhere or none.

use serde_json::Value;
use stipula::client::{
    Api, Builder, Client, Config, ErrorKind, Operation, PrivateKey, Proof, SignError, Signer,
    Unsigned, VerifyError, interpret, prepare,
};

use crate::support::{API, CLIENT_ID, QUERY, keys, signed, signed_request};

static OPEN_API: Api = Api::new("open");

static OPEN: Operation = Operation::new(&OPEN_API, "open").endpoint("POST", "/open");

/// A signer that must not be asked.
struct Elsewhere;

impl Signer for Elsewhere {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignError> {
        Err(SignError::unspecified())
    }
}

impl stipula::client::Verifier for Elsewhere {
    fn verify(&self, _: &[u8], _: &[u8]) -> Result<(), VerifyError> {
        Err(VerifyError)
    }
}

fn elsewhere() -> Config {
    let builder = Client::builder(&API).environment("testing");
    let builder = builder.client_id(CLIENT_ID).signer(Elsewhere);
    builder.verifier(Elsewhere).config().unwrap()
}

fn settings() -> Builder {
    let keys = keys();
    Client::builder(&API)
        .environment("testing")
        .client_id(CLIENT_ID)
        .private_key(&keys.merchant.private_pkcs8)
        .platform_key(&keys.platform.public_spki)
}

fn here() -> Config {
    settings().config().unwrap()
}

fn unsigned(config: &Config) -> Unsigned {
    prepare(&QUERY, config, b"{}".to_vec(), "now").unwrap()
}

#[test]
fn a_signature_from_elsewhere_gives_the_same_request() {
    fn moves<T: Send + Sync + 'static>(_: &T) {}

    let unsigned = unsigned(&elsewhere());
    moves(&unsigned);
    let text = format!("POST /v1/item/detail\n{CLIENT_ID}.now.{{}}");
    assert_eq!(unsigned.to_sign(), Some(text.as_bytes()));
    assert_eq!(unsigned.sign().unwrap_err().kind(), ErrorKind::Sign);

    let key = PrivateKey::parse(&keys().merchant.private_pkcs8).unwrap();
    let signature = key.sign(text.as_bytes()).unwrap();
    let request = unsigned.finish(signature).unwrap();
    let same = signed_request(&QUERY, &here(), b"{}".to_vec(), "now").unwrap();
    assert_eq!(request.headers(), same.headers());
    assert_eq!(request.uri(), same.uri());
    assert_eq!(request.body(), same.body());
}

#[test]
fn headers_go_out_in_one_order() {
    let names = |request: http::Request<Vec<u8>>| -> Vec<String> {
        request.headers().keys().map(ToString::to_string).collect()
    };
    let request = signed_request(&QUERY, &here(), Vec::new(), "now").unwrap();
    let plain = ["client-id", "content-type", "request-time", "signature"];
    assert_eq!(names(request), plain);

    #[cfg(feature = "encryption")]
    {
        let request = signed_request(
            &QUERY,
            &settings().encrypt().config().unwrap(),
            Vec::new(),
            "now",
        );
        assert_eq!(names(request.unwrap()), [&plain[..], &["encrypt"]].concat());
    }
}

#[test]
fn a_request_that_needs_a_signature_is_not_finished_without() {
    for proof in [Proof::None, Proof::from(None)] {
        let error = unsigned(&elsewhere()).finish(proof).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Sign);
        assert_eq!(
            error.to_string(),
            "`queryItem` was not sent: it has to be signed, but was given no signature"
        );
    }
}

#[test]
fn an_open_operation_needs_no_credentials() {
    let builder = Client::builder(&OPEN_API).base_url("https://api.example.com");
    let config = builder.config().unwrap();
    let unsigned = prepare(&OPEN, &config, b"{}".to_vec(), "now").unwrap();
    assert_eq!(unsigned.to_sign(), None);
    let proof = unsigned.sign().unwrap();
    assert_eq!(proof, Proof::None);
    let request = unsigned.finish(proof).unwrap();
    assert_eq!(request.headers().len(), 1);
    assert_eq!(request.headers()["content-type"], "application/json");

    // Nothing but TLS vouches for the answer, and nothing more was promised.
    let answer = http::Response::new(br#"{"a":1}"#.to_vec());
    let response = interpret::<Value>(&OPEN, &config, answer).unwrap();
    assert!(response.unsigned());
    assert_eq!(response["a"], 1);
}

#[test]
fn nothing_secret_is_shown() {
    let unsigned = unsigned(&here());
    let shown = format!("{unsigned:?} {:?}", unsigned.sign().unwrap());
    assert_eq!(
        shown,
        "Unsigned { operation: \"queryItem\", scheme: Some(\"main\"), time: \"now\", \
         to_sign: Some(47), .. } Signature([256 bytes])"
    );
}

#[test]
fn why_an_answer_is_not_trusted_can_be_matched() {
    use stipula::client::VerificationErrorKind::{
        Algorithm, Incomplete, Malformed, Mismatch, OtherClient, Unsigned,
    };

    let body = r#"{"result":{"resultStatus":"S"}}"#;
    let good = signed("/v1/item/detail", body);
    let with = |name: &'static str, value: &str| {
        let mut headers = good.clone();
        headers.retain(|(it, _)| *it != name);
        if !value.is_empty() {
            headers.push((name, value.to_owned()));
        }
        headers
    };
    for (headers, kind) in [
        (Vec::new(), Unsigned),
        (with("signature", ""), Incomplete),
        (with("signature", "signature=%%"), Malformed),
        (with("signature", "algorithm=X,signature=AA=="), Algorithm),
        (with("client-id", "other"), OtherClient),
        (with("response-time", "2000"), Mismatch),
    ] {
        let mut answer = http::Response::builder();
        for (name, value) in headers {
            answer = answer.header(name, value);
        }
        let answer = answer.body(body.as_bytes().to_vec()).unwrap();
        let error = interpret::<Value>(&QUERY, &here(), answer).unwrap_err();
        assert_eq!(error.verification_error(), Some(kind), "{error}");
    }
}
