//! The signing vectors: our bytes against those of other implementations.

use crate::support::{
    API, CLIENT_ID, RequestVector, ResponseVector, keys, operation, signed_request, vectors,
};
use serde_json::Value;
use stipula::client::{
    Builder, Client, Config, Error, ErrorKind, Response, TransportError, interpret,
};

fn config(key_version: u32, private_key: &str) -> Config {
    settings()
        .key_version(key_version)
        .private_key(private_key)
        .config()
        .unwrap()
}

fn settings() -> Builder<stipula::client::DefaultTransport> {
    Client::builder(&API)
        .environment("testing")
        .client_id(CLIENT_ID)
        .platform_key(&keys().platform.public_spki)
}

fn check_requests(name: &str, count: usize) {
    let keys = keys();
    let all: Vec<RequestVector> = vectors(name);
    assert_eq!(all.len(), count);
    for vector in all {
        for key in [&keys.merchant.private_pkcs8, &keys.merchant.private_pkcs1] {
            assert_eq!(vector.client_id, CLIENT_ID);
            let config = config(vector.key_version.parse().unwrap(), key);
            let operation = operation(&vector.method, &vector.path);
            let body = vector.body.clone().into_bytes();
            let request = signed_request(operation, &config, body, &vector.request_time).unwrap();
            assert_eq!(
                request.headers()["signature"],
                vector.signature_header,
                "{}",
                vector.name
            );
            assert_eq!(request.headers()["request-time"], vector.request_time);
            assert_eq!(request.headers()["client-id"], CLIENT_ID);
            assert_eq!(request.uri().host(), Some("test.example.com"));
            assert_eq!(request.uri().path(), vector.path);
            assert_eq!(request.body(), vector.body.as_bytes());
            assert!(!format!("{request:?}").contains("signature="));
        }
    }
}

#[test]
fn requests_are_signed_like_theirs() {
    check_requests("requests", 5);
}

#[test]
fn an_encrypted_body_is_signed_like_theirs() {
    check_requests("encrypted-request", 1);
}

fn outcome(vector: &ResponseVector) -> Result<Response<Value>, Error> {
    let config = config(1, &keys().merchant.private_pkcs8);
    let mut answer = http::Response::builder();
    for (name, value) in &vector.response_headers {
        answer = answer.header(name, value);
    }
    let answer = answer
        .body(vector.response_body.clone().into_bytes())
        .unwrap();
    interpret(operation(&vector.method, &vector.path), &config, answer)
}

#[test]
fn answers_are_judged_like_theirs() {
    let all: Vec<ResponseVector> = vectors("responses");
    assert_eq!(all.len(), 7);
    for vector in all {
        let name = &vector.name;
        let outcome = outcome(&vector);
        match vector.expect.as_str() {
            "valid" => {
                let response = outcome.unwrap();
                assert_eq!(response["status"], "valid", "{name}");
                assert_eq!(response.result_code(), Some("SUCCESS"));
                assert_eq!(response.trace_id(), Some("abcdefg135202000000000263818"));
                assert!(!response.unsigned());
            }
            "invalid_signature" => refused(&outcome.unwrap_err(), "does not match"),
            "malformed_signature" => refused(&outcome.unwrap_err(), "not percent-encoded base64"),
            "reject_unsigned_success" => {
                refused(&outcome.unwrap_err(), "neither signature nor time");
            }
            "accept_unsigned_error" => {
                let error = outcome.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Failed, "{name}");
                assert_eq!(error.result_code(), Some("INVALID_SIGNATURE"));
                assert_eq!(error.result_message(), Some("The signature is invalid."));
            }
            other => panic!("unknown expectation {other}"),
        }
    }
}

fn refused(error: &Error, why: &str) {
    assert_eq!(error.kind(), ErrorKind::Signature, "{error}");
    assert!(error.to_string().contains(why), "{error}");
    assert!(!error.is_retryable());
}

/// The first valid vector with its headers changed.
fn changed(change: impl FnOnce(&mut ResponseVector)) -> Result<Response<Value>, Error> {
    let mut vector = vectors::<Vec<ResponseVector>>("responses").remove(0);
    change(&mut vector);
    outcome(&vector)
}

#[test]
fn half_signed_and_misaddressed_answers_are_refused() {
    let header = |name: &'static str, value: Option<&'static str>| {
        changed(|vector| {
            vector.response_headers.remove(name);
            if let Some(value) = value {
                vector.response_headers.insert(name.into(), value.into());
            }
        })
    };
    assert!(header("client-id", None).is_ok());
    refused(
        &header("signature", None).unwrap_err(),
        "a time but no signature",
    );
    refused(
        &header("signature", Some(" ")).unwrap_err(),
        "a time but no signature",
    );
    refused(
        &header("response-time", None).unwrap_err(),
        "a signature but no time",
    );
    refused(
        &header("client-id", Some("other")).unwrap_err(),
        "another client id",
    );
    refused(
        &header("signature", Some("algorithm=ecc224,signature=AA==")).unwrap_err(),
        "algorithm `ECC224` is not supported: no curve is documented",
    );
    refused(
        &header("signature", Some("algorithm=none,signature=AA==")).unwrap_err(),
        "neither `RSA256`",
    );
}

#[test]
fn nobody_claims_success_without_a_signature() {
    for body in [
        "{}",
        "[]",
        "null",
        r#"{"result":{"resultStatus":"X"}}"#,
        r#"{"result":{}}"#,
    ] {
        let error = changed(|vector| {
            vector.response_headers.clear();
            vector.response_body = body.into();
        })
        .unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::Signature | ErrorKind::Decode),
            "{body}: {error}"
        );
    }
}

#[test]
fn what_cannot_be_sent_as_signed_is_refused() {
    let config = config(1, &keys().merchant.private_pkcs8);
    for path in ["", "a", "/a b", "/a#b", "/ü\u{0}"] {
        let error =
            signed_request(operation("POST", path), &config, Vec::new(), "now").unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Encode, "{path:?}");
    }
    let error = signed_request(operation("PO ST", "/a"), &config, Vec::new(), "now").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    let error = signed_request(operation("POST", "/a"), &config, Vec::new(), "a\nb").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    let large = vec![b' '; (1 << 20) + 1];
    let error = signed_request(operation("POST", "/a"), &config, large, "now").unwrap_err();
    assert!(
        error.to_string().contains("more than the limit of 1048576"),
        "{error}"
    );
}

#[test]
fn nothing_secret_is_shown() {
    let keys = keys();
    let config = config(1, &keys.merchant.private_pkcs8);
    let builder = settings().private_key(&keys.merchant.private_pkcs8);
    let client = settings()
        .private_key(&keys.merchant.private_pkcs8)
        .transport(|_| async {
            let kind = stipula::client::TransportErrorKind::Other;
            Err::<http::Response<Vec<u8>>, _>(TransportError::new(kind, "no network here"))
        })
        .build()
        .unwrap();
    for shown in [
        format!("{config:?}"),
        format!("{builder:?}"),
        format!("{client:?}"),
    ] {
        assert!(
            !shown.contains("MII") && !shown.contains(CLIENT_ID),
            "{shown}"
        );
    }
}

#[test]
fn no_cut_of_an_answer_is_taken_or_panics() {
    let whole = vectors::<Vec<ResponseVector>>("responses").remove(0);
    for end in 0..whole.response_body.len() {
        let cut = |vector: &mut ResponseVector| vector.response_body.truncate(end);
        assert_eq!(
            changed(cut).unwrap_err().kind(),
            ErrorKind::Signature,
            "{end}"
        );
        let unsigned = changed(|vector| {
            cut(vector);
            vector.response_headers.clear();
        });
        assert_eq!(unsigned.unwrap_err().kind(), ErrorKind::Decode, "{end}");
    }
    let header = &whole.response_headers["signature"];
    // Padding may be left out; the signature itself may not.
    let padding = header.find("%3D").unwrap();
    for end in 0..padding {
        let error = changed(|vector| {
            vector
                .response_headers
                .insert("signature".into(), header[..end].into());
        })
        .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature, "{end}");
    }
}
