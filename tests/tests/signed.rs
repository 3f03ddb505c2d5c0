//! A client of an API that signs each message, in headers and texts of its own, against the fake.

use std::time::{Duration, SystemTime};

use http::header::AUTHORIZATION;
use stipula::client::{
    Builder, Client as Core, DefaultTransport, ErrorKind, PlatformKeys, PublicKey,
    SignatureAlgorithm, VerificationErrorKind, prepare,
};
use stipula::fake::{Answer, Fake, Fault};
use stipula_tests::run;

stipula_tests::generated!(generated, "/signed");

const KEYS: &str = include_str!("../../runtime/tests/vectors/test-keys.json");

use generated::{api, client::Client, operations, request::*};

fn start() -> Fake {
    let fake = generated::fake::start().expect("a fake");
    fake.always(Answer::body(r#"{"prepay_id":"wx"}"#));
    fake
}

fn client(builder: Builder<DefaultTransport>) -> Client {
    let core: Core<DefaultTransport> = builder.build().expect("a client");
    Client::from(core)
}

fn order() -> CreateOrderRequest {
    CreateOrderRequest::new().description("Tea").amount(250)
}

/// What goes wrong with an order.
fn failure(client: &Client) -> stipula::client::Error {
    run(client.create_order(&order()).send()).expect_err("a failure")
}

/// The refusal of the last request.
fn refusal(fake: &Fake) -> (String, String) {
    let requests = fake.requests();
    let refusal = requests.last().and_then(|it| it.verdict.refusal());
    let refusal = refusal.expect("a refusal");
    (refusal.code().to_owned(), refusal.message().to_owned())
}

#[test]
fn both_sides_sign_and_verify() {
    let fake = start();
    let client = client(fake.builder());
    fake.next(Answer::body(r#"{"prepay_id":"wx1"}"#));
    let response = run(client.create_order(&order()).send()).expect("an answer");
    assert_eq!(response.prepay_id, "wx1");
    assert!(!response.unsigned());
    let query = QueryOrderRequest::new()
        .number("a/b 1234")
        .merchant("m&n")
        .fields(["x", "y"]);
    fake.next(Answer::body(r#"{"prepay_id":"wx2"}"#));
    let response = run(client.query_order(&query).send()).expect("an answer");
    assert!(!response.unsigned());
    let close = CloseOrderRequest::new().number("123456").merchant("m");
    let response = run(client.close_order(&close).send()).expect("an answer");
    assert!(!response.unsigned());
    let paths: Vec<_> = fake.requests().into_iter().map(|it| it.path).collect();
    assert_eq!(
        paths,
        [
            "/v3/orders",
            "/v3/orders/no/a%2Fb%201234?merchant=m%26n&fields=x&fields=y",
            "/v3/orders/no/123456/close",
        ]
    );
    assert!(!fake.requests()[0].headers.contains_key(AUTHORIZATION));
}

/// The path of the documented address is signed, with its members as they are sent.
#[test]
fn the_text_is_what_the_template_says() {
    let fake = start();
    let config = fake.builder().environment("production");
    let config = config
        .credential(&api::MERCHANT, "1900001")
        .credential(&api::SERIAL, "3775")
        .nonces(|| "N0".to_owned())
        .config()
        .expect("settings");
    let body = br#"{"number":"a/b 1234","merchant":"m&n","fields":["x","y"]}"#;
    let unsigned = prepare(
        &operations::QUERY_ORDER,
        &config,
        body.to_vec(),
        "1554208460",
    );
    let unsigned = unsigned.expect("a request");
    let text = unsigned.to_sign().expect("bytes to sign");
    assert_eq!(
        String::from_utf8_lossy(text),
        "GET\n/pay/v3/orders/no/a%2Fb%201234?merchant=m%26n&fields=x&fields=y\n1554208460\nN0\n\n"
    );
    let request = unsigned.finish(vec![0xff; 3]).expect("a request");
    assert_eq!(
        request.headers()[AUTHORIZATION],
        "WECHATPAY2-SHA256-RSA2048 mchid=\"1900001\",nonce_str=\"N0\",signature=\"////\",\
         timestamp=\"1554208460\",serial_no=\"3775\""
    );
    assert!(request.headers()[AUTHORIZATION].is_sensitive());
    assert_eq!(request.uri().path(), "/pay/v3/orders/no/a%2Fb%201234");
}

#[test]
fn keys_come_and_go_while_the_client_runs() {
    let fake = start();
    let keys = PlatformKeys::new();
    let key = PublicKey::parse(fake.platform_key()).expect("a key");
    keys.insert("OLD", key.clone());
    let client = client(fake.builder().verifier(keys.clone()));
    let error = failure(&client);
    assert_eq!(
        error.verification_error(),
        Some(VerificationErrorKind::UnknownKey)
    );
    assert_eq!(
        error.to_string(),
        "`createOrder` got an answer that is not proven to be the platform's: it is signed with the platform key \
         `FAKE0PLATFORM0KEY`, which the client does not have; give it that key (trace `fake-1`)"
    );
    keys.insert(fake.platform_key_id(), key);
    run(client.create_order(&order()).send()).expect("an answer");
    assert!(keys.remove(fake.platform_key_id()));
    let error = failure(&client);
    assert_eq!(
        error.verification_error(),
        Some(VerificationErrorKind::UnknownKey)
    );
    assert_eq!(format!("{keys:?}"), "PlatformKeys([\"OLD\"])");
}

#[test]
fn an_old_answer_is_refused() {
    let fake = start();
    let minutes = |count| Duration::from_mins(count);
    for (now, is_fresh) in [
        (SystemTime::now() + minutes(4), true),
        (SystemTime::now() - minutes(4), true),
        (SystemTime::now() + minutes(6), false),
        (SystemTime::now() - minutes(6), false),
    ] {
        let client = client(fake.builder().clock(now));
        let answer = run(client.create_order(&order()).send());
        if is_fresh {
            answer.expect("an answer");
            continue;
        }
        let error = answer.expect_err("a failure");
        assert_eq!(
            error.verification_error(),
            Some(VerificationErrorKind::Stale)
        );
        let told = "its time is more than 300 seconds away from that of the client; check the \
             clock of this machine, an old message may have been sent again";
        assert!(error.to_string().contains(told), "{error}");
    }
}

#[test]
fn only_failures_may_come_unsigned() {
    use VerificationErrorKind::{Mismatch, Unsigned};
    let fake = start();
    let client = client(fake.builder());
    fake.next(Answer::code("ORDER_NOT_EXIST").with(Fault::Unsigned));
    let error = failure(&client);
    assert_eq!(error.kind(), ErrorKind::Failed);
    assert_eq!(error.result_code(), Some("ORDER_NOT_EXIST"));
    for (fault, kind) in [
        (Fault::Unsigned, Unsigned),
        (Fault::BadSignature, Mismatch),
        (Fault::WrongKey, Mismatch),
        (Fault::WrongTime, Mismatch),
    ] {
        fake.next(fault);
        assert_eq!(
            failure(&client).verification_error(),
            Some(kind),
            "{fault:?}"
        );
    }
}

#[test]
fn an_answer_that_is_documented_as_unsigned_is_taken() {
    let fake = start();
    let client = client(fake.builder());
    fake.next(Answer::body("a,b\n1,2\n"));
    let bill = DownloadBillRequest::new().token("t");
    let response = run(client.download_bill(&bill).send()).expect("an answer");
    assert!(response.unsigned());
    assert!(!response.headers().contains_key("wechatpay-signature"));
    let status = run(client.status(&StatusRequest::new()).send()).expect("an answer");
    assert!(status.unsigned());
}

#[test]
fn the_fake_says_what_is_wrong_with_a_request() {
    let (fake, other) = (start(), start());
    let wrong = fake.builder().credential(&api::MERCHANT, "somebody");
    let error = failure(&client(wrong));
    assert_eq!(error.result_code(), Some("FAKE_WRONG_CREDENTIAL"));
    assert_eq!(
        refusal(&fake).1,
        "the header `Authorization` has another `merchant`, expected `FAKE0SECRET`"
    );
    // Both fakes of a process have the same keys: the platform's own is another one.
    let key = other.builder().private_key(&test_key());
    let key = key.base_url(&fake.url());
    failure(&client(key));
    assert_eq!(
        refusal(&fake).1,
        "the signature does not match; sign the bytes of `expectedStringToSign` with the private \
         key of this fake (RSASSA-PKCS1-v1_5, SHA-256)"
    );
}

/// For tests only: nobody trusts it.
fn test_key() -> String {
    let keys = include_str!("../../runtime/tests/vectors/test-keys.json");
    let keys: serde_json::Value = serde_json::from_str(keys).expect("JSON");
    keys["merchant"]["private_pkcs8"]
        .as_str()
        .expect("a key")
        .to_owned()
}

#[test]
fn what_is_missing_is_told_at_once() {
    let core = Core::builder(&api::API).environment("production").build();
    let error = core.expect_err("nothing is given");
    let told: Vec<_> = error.problems().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "no `merchant` is given; give it with `credential`",
            "no `serial` is given; give it with `credential`",
            "no `private_key` and no `signer` is given",
            "no `platform_key` and no `verifier` is given",
            "no `seal_key` is given; give it with `credential`",
        ]
    );
}

#[test]
fn encrypted_members_arrive_as_they_were_given_and_travel_unreadable() {
    let fake = start();
    let receiver = |name: &str| Receiver::new().account("1").name(name.to_owned());
    let order = order().receivers([receiver("\u{7968} Rose"), Receiver::new().account("2")]);
    assert!(!format!("{order:?}").contains("Rose"), "{order:?}");
    run(client(fake.builder()).create_order(&order).send()).expect("an answer");
    let requests = fake.requests();
    let request = requests.last().expect("a request");
    let body: serde_json::Value = serde_json::from_slice(&request.body).expect("JSON");
    let name = body["receivers"][0]["name"].as_str().expect("a text");
    assert_eq!(name.len(), 344, "256 bytes in base64");
    assert_eq!(request.headers["wechatpay-serial"], fake.platform_key_id());

    let keys: serde_json::Value = serde_json::from_str(KEYS).expect("JSON");
    let other = keys["platform"]["public_spki"].as_str().expect("a key");
    let builder = fake.builder().encryption_key("OTHER", other);
    let error = run(client(builder).create_order(&order).send()).expect_err("a failure");
    assert_eq!(error.kind(), ErrorKind::Failed);
    let (code, message) = refusal(&fake);
    assert!(
        message.contains("`/receivers/*/name` cannot be decrypted"),
        "{code} {message}"
    );

    let long = "x".repeat(215);
    let order = self::order().receivers([receiver(&long)]);
    let client = client(fake.builder());
    let error = run(client.create_order(&order).unchecked().send()).expect_err("an error");
    let told = "`/receivers/*/name` cannot be encrypted; it may be too long for the key";
    assert!(error.to_string().contains(told), "{error}");
}

#[test]
fn keys_come_from_an_answer() {
    let fake = start();
    let keys = PlatformKeys::new();
    let builder = fake.builder().verifier(keys.clone());
    let builder = builder.credential(&api::SEAL_KEY, fake.seal_key());
    let client = client(builder);
    let error = failure(&client);
    assert_eq!(
        error.verification_error(),
        Some(VerificationErrorKind::UnknownKey)
    );

    let id = fake.platform_key_id();
    let certificate = include_str!("../../runtime/tests/vectors/test-certificate.pem");
    let body = serde_json::json!({ "data": [
        { "serial_no": id, "encrypt_certificate": fake.platform_key() },
        { "serial_no": "OLD", "encrypt_certificate": certificate },
        { "serial_no": "NONE" },
    ] });
    fake.next(Answer::body(body.to_string()));
    let request = GetCertificatesRequest::new();
    let answer = run(client.get_certificates(&request).send()).expect("an answer");
    assert!(!format!("{answer:?}").contains("BEGIN"), "{answer:?}");
    let by = SignatureAlgorithm::RsaSha256;
    let ids = keys.update_from(&answer.data, by).expect("keys");
    assert_eq!(
        (ids, keys.ids()),
        (
            vec![id.to_owned(), "OLD".to_owned()],
            vec![id.to_owned(), "OLD".to_owned()]
        )
    );
    run(client.create_order(&order()).send()).expect("an answer");
}
