//! A client of an API whose messages carry codes under a shared secret, against the fake.

use std::time::{Duration, SystemTime};

use stipula::client::{
    Client as Core, DefaultTransport, ErrorKind, Nothing, VerificationErrorKind, interpret,
    interpret_sent, prepare,
};
use stipula::fake::{Answer, Fake, Fault};
use stipula_tests::run;

stipula_tests::generated!(generated, "/coded");

use generated::{api, client::Client, operations, request::*};

fn start() -> (Fake, Client) {
    let fake = generated::fake::start().expect("a fake");
    let core: Core<DefaultTransport> = fake.builder().build().expect("a client");
    (fake, Client::from(core))
}

fn trade() -> TradeRequest {
    TradeRequest::new()
        .market("a/b")
        .window(10)
        .account("x")
        .quantity(3)
}

#[test]
fn both_sides_have_a_secret() {
    let (fake, client) = start();
    assert_eq!((fake.private_key(), fake.platform_key()), ("", ""));
    fake.next(Answer::body(r#"{"id":"t1"}"#));
    let response = run(client.trade(&trade()).send()).expect("an answer");
    assert_eq!(response.id, "t1");
    assert!(!response.unsigned());
    let received = &fake.requests()[0];
    assert_eq!(received.path, "/trades/a%2Fb?window=10&account=x");
    for secret in ["x-passphrase", "x-sign"] {
        assert!(!received.headers.contains_key(secret));
    }
    assert_eq!(received.headers["x-user"], "FAKE0SECRET");
    for fault in [Fault::BadSignature, Fault::WrongKey, Fault::WrongTime] {
        fake.next(fault);
        let error = run(client.trade(&trade()).send()).expect_err("a failure");
        let kind = error.verification_error();
        assert_eq!(kind, Some(VerificationErrorKind::Mismatch), "{fault:?}");
        assert!(
            error.to_string().contains("check that the secret is"),
            "{error}"
        );
    }
}

/// Python: hmac.new(b"s3cret", text, "sha256").hexdigest(), hashlib.sha256(b'{"quantity":3}').
#[test]
fn the_text_is_what_the_template_says() {
    let config = Core::builder(&api::API)
        .environment("production")
        .credential(&api::USER, "u")
        .credential(&api::PASSPHRASE, "p4ss")
        .credential(&api::SECRET, "s3cret")
        .key_id("k1")
        .config()
        .expect("settings");
    let body = br#"{"market":"a/b","window":10,"account":"x","quantity":3}"#;
    let unsigned = prepare(&operations::TRADE, &config, body.to_vec(), "1700000000123");
    let unsigned = unsigned.expect("a request");
    assert_eq!(
        unsigned.to_sign().map(String::from_utf8_lossy).as_deref(),
        Some(
            "1700000000123POST/base/trades/a%2Fb?account=x&window=10\
             71507bbef8d1c7aa3d3d86cf1cf1931cfd0d27339b38a46f8eccd6dba177f296p4ss"
        )
    );
    let proof = unsigned.sign().expect("a signature");
    let request = unsigned.finish(proof).expect("a request");
    let shown = format!("{request:?}");
    for secret in [
        "p4ss",
        "s3cret",
        "e81e421e8fa45848c0d0b8e46d1c3e0a6ac907f8f6b56376cff0569882092ea2",
    ] {
        assert!(!shown.contains(secret), "{shown}");
    }
    for (name, value) in [
        ("x-user", "u"),
        ("x-passphrase", "p4ss"),
        ("x-time", "1700000000123"),
        ("x-key-id", "k1"),
        (
            "digest",
            "SHA-256=cVB7vvjRx6o9PYbPHPGTHP0NJzObOKRvjszW26F38pY=",
        ),
        (
            "x-sign",
            "v1=e81e421e8fa45848c0d0b8e46d1c3e0a6ac907f8f6b56376cff0569882092ea2",
        ),
    ] {
        assert_eq!(request.headers()[name], value);
    }
}

/// The code of an answer covers the path of its request, which has a member of the request in it.
#[test]
fn answers_are_read_with_the_path_that_was_sent() {
    let (fake, _) = start();
    let builder = fake.builder().environment("production");
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
    let config = builder.clock(now).config().expect("settings");
    let body = br#"{"market":"a/b","quantity":3}"#.to_vec();
    let unsigned = prepare(&operations::TRADE, &config, body, "1700000000123").expect("a request");
    let proof = unsigned.sign().expect("a signature");
    let request = unsigned.finish(proof).expect("a request");
    let answer = || {
        http::Response::builder()
            .header("X-Time", "1700000000123")
            .header(
                "X-Sign",
                "16f8d7c5292f0b6434f556656b56f963d7d3c77b52e5d91feb3af65032e63d18",
            )
            .body(br#"{"id":"t1"}"#.to_vec())
            .expect("an answer")
    };
    let sent = request.uri();
    let read = interpret_sent::<Nothing>(&operations::TRADE, &config, sent, answer());
    assert!(!read.expect("an answer").unsigned());
    let error = interpret::<Nothing>(&operations::TRADE, &config, answer());
    let error = error.expect_err("the path is not known");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(
        error.to_string(),
        "`trade` got an answer that cannot be read: its signature covers the path of the request, which \
         `interpret` does not know; call `interpret_sent`"
    );
}
