//! Encrypted bodies, as they are sent and as they are read.

use std::collections::BTreeSet;
use std::future::ready;
use std::sync::LazyLock;

use http::header::HeaderValue;
use proptest::prelude::*;
use serde_json::{Value, json};
use stipula::client::{
    Builder, Client, Config, Error, ErrorKind, PairHeader, PublicKey, Response, RetryPolicy,
    Verifier as _, interpret,
};

use crate::script::{Play, Step, now};
use crate::support::{API, CLIENT_ID, KeyTexts, PLAIN, QUERY, Query, keys, signed, signed_request};

const TIME: &str = "2024-05-22T06:42:22+05:30";
const GOOD: &str =
    r#"{"result":{"resultCode":"SUCCESS","resultStatus":"S"},"templateCode":"T1","stock":7}"#;
const GENERIC: &str = "`queryItem` got an answer that cannot be read: it cannot be decrypted; check that the platform has the public half of your private key, and encrypts as the API says";

type Answer = http::Response<Vec<u8>>;

fn side(own: &KeyTexts, other: &KeyTexts) -> Builder {
    Client::builder(&API)
        .environment("testing")
        .client_id(CLIENT_ID)
        .private_key(&own.private_pkcs8)
        .platform_key(&other.public_spki)
        .max_request(4 << 20)
}

fn partner() -> &'static Config {
    static CONFIG: LazyLock<Config> = LazyLock::new(|| {
        let keys = keys();
        let builder = side(&keys.merchant, &keys.platform).encrypt();
        builder.config().unwrap()
    });
    &CONFIG
}

/// What the platform would be if it used this crate.
fn platform() -> &'static Config {
    static CONFIG: LazyLock<Config> = LazyLock::new(|| {
        let keys = keys();
        let builder = side(&keys.platform, &keys.merchant).encrypt();
        builder.config().unwrap()
    });
    &CONFIG
}

fn answer_with(headers: &[(&str, &str)], body: &str) -> Answer {
    let mut answer = http::Response::builder();
    for (name, value) in signed(QUERY.path, body) {
        answer = answer.header(name, value);
    }
    for (name, value) in headers {
        answer = answer.header(*name, *value);
    }
    answer.body(body.as_bytes().to_vec()).unwrap()
}

/// The header and the body that the platform makes of a text.
fn sealed(text: &[u8]) -> (String, String) {
    let request = signed_request(&QUERY, platform(), text.to_vec(), TIME).unwrap();
    let header = request.headers()["encrypt"].to_str().unwrap().to_owned();
    (header, String::from_utf8(request.into_body()).unwrap())
}

fn read(answer: Answer) -> Result<Response<Value>, Error> {
    interpret(&QUERY, partner(), answer)
}

fn read_sealed(text: &[u8]) -> Result<Response<Value>, Error> {
    let (header, body) = sealed(text);
    read(answer_with(&[("encrypt", &header)], &body))
}

#[test]
fn the_encrypted_bytes_are_signed_and_sent() {
    let text = br#"{"id":"x1"}"#;
    let request = signed_request(&QUERY, partner(), text.to_vec(), TIME).unwrap();
    let header = |name: &str| request.headers()[name].to_str().unwrap();
    assert_eq!(header("content-type"), "text/plain; charset=UTF-8");
    assert!(header("encrypt").starts_with("algorithm=RSA_AES,keyVersion=1,symmetricKey="));
    assert!(request.body().len() == 24 && !request.body().contains(&b'{'));
    let body = str::from_utf8(request.body()).unwrap();
    let message = format!("POST {}\n{CLIENT_ID}.{TIME}.{body}", QUERY.path);
    let signature = PairHeader::SIGNATURE.read(header("signature")).unwrap();
    let key = PublicKey::parse(&keys().merchant.public_spki).unwrap();
    assert_eq!(key.verify(message.as_bytes(), &signature.signature), Ok(()));
    let shown = format!("{request:?}");
    assert!(
        !shown.contains("symmetricKey") && !shown.contains("signature="),
        "{shown}"
    );
}

#[test]
fn nothing_is_encrypted_unless_asked_for() {
    let keys = keys();
    let config = side(&keys.merchant, &keys.platform).config().unwrap();
    let request = signed_request(&QUERY, &config, GOOD.into(), TIME).unwrap();
    assert_eq!(request.body(), GOOD.as_bytes());
    assert!(!request.headers().contains_key("encrypt"));
    // Nor is an answer decrypted for whoever did not ask for it.
    let (header, body) = sealed(GOOD.as_bytes());
    let answer = answer_with(&[("encrypt", &header)], &body);
    let error = interpret::<Value>(&QUERY, &config, answer).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(
        error
            .to_string()
            .contains("it is encrypted, but the request was not"),
        "{error}"
    );
}

#[test]
fn answers_come_encrypted_or_not() {
    let response = read_sealed(GOOD.as_bytes()).unwrap();
    assert_eq!(response["stock"], 7);
    assert!(!response.unsigned());
    let response = read(answer_with(&[], GOOD)).unwrap();
    assert_eq!(response["stock"], 7);
    let failed = br#"{"result":{"resultCode":"NO_STOCK","resultStatus":"F"}}"#;
    let error = read_sealed(failed).unwrap_err();
    assert_eq!(
        (error.kind(), error.result_code()),
        (ErrorKind::Failed, Some("NO_STOCK"))
    );

    let (header, body) = sealed(failed);
    let mut answer = answer_with(&[("encrypt", &header)], &body);
    *answer.status_mut() = http::StatusCode::BAD_GATEWAY;
    let error = read(answer).unwrap_err();
    assert_eq!(
        (error.kind(), error.result_code()),
        (ErrorKind::Http, Some("NO_STOCK"))
    );
}

#[test]
fn only_a_good_signature_lets_decrypt() {
    for text in [GOOD, r#"{"result":{"resultCode":"NO","resultStatus":"F"}}"#] {
        let (header, body) = sealed(text.as_bytes());
        let mut answer = answer_with(&[("encrypt", &header)], &body);
        answer.headers_mut().remove("signature");
        answer.headers_mut().remove("response-time");
        let error = read(answer).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);
        assert!(
            error
                .to_string()
                .contains("it is encrypted, and has neither signature nor time")
        );
        // Signed as it was before it was encrypted: not the bytes that came.
        let mut answer = answer_with(&[("encrypt", &header)], text);
        *answer.body_mut() = body.into_bytes();
        let error = read(answer).unwrap_err();
        assert!(
            error.to_string().contains("the signature does not match"),
            "{error}"
        );
    }
    let (header, body) = sealed(GOOD.as_bytes());
    let error = read(answer_with(
        &[("encrypt", &header), ("encrypt", &header)],
        &body,
    ));
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Signature);
}

#[test]
fn every_failure_looks_the_same() {
    let (header, body) = sealed(GOOD.as_bytes());
    let (other, _) = sealed(GOOD.as_bytes());
    let for_them = signed_request(&QUERY, partner(), GOOD.into(), TIME).unwrap();
    let for_them = for_them.headers()["encrypt"].to_str().unwrap();
    let (long, not_json) = (format!("{header}AAAA"), sealed(b"{\"a\":"));
    let (not_text, empty) = (sealed(b"\"\xff\""), sealed(b""));
    let mut shown = BTreeSet::new();
    for (header, body) in [
        (&*header, "{}"),
        (&header, ""),
        (&header, "AAAA"),
        (&header, &body[4..]),
        (&header, &body[..body.len() - 24]),
        (&other, &body),
        (for_them, &body),
        (&long, &body),
        ("nothing", &body),
        ("symmetricKey=", &body),
        ("symmetricKey=%ff", &body),
        ("symmetricKey=AAAA", &body),
        (&header.replace("RSA_AES", "RSA_GCM"), &body),
        (&header[..header.len() - 12], &body),
        (&header.replace("algorithm", "symmetricKey"), &body),
        (&not_json.0, &not_json.1),
        (&not_text.0, &not_text.1),
        (&empty.0, &empty.1),
    ] {
        let error = read(answer_with(&[("encrypt", header)], body)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{header} {body}");
        assert!(!error.is_retryable() && std::error::Error::source(&error).is_none());
        shown.insert(format!("{error}\n{error:?}"));
    }
    assert_eq!(shown.len(), 1, "{shown:#?}");
    assert!(
        shown
            .first()
            .unwrap()
            .starts_with(&format!("{GENERIC} (trace `trace-1`)\n"))
    );
}

#[test]
fn no_flipped_bit_gives_another_text() {
    let (header, body) = sealed(GOOD.as_bytes());
    let good: Value = serde_json::from_str(GOOD).unwrap();
    let (mut same, mut generic, mut refused) = (0, 0, 0);
    let mut judge = |answer| match read(answer) {
        Ok(response) => {
            assert_eq!(*response, good);
            same += 1;
        }
        Err(error) if error.kind() == ErrorKind::Signature => refused += 1,
        Err(error) => {
            assert!(error.to_string().starts_with(GENERIC), "{error}");
            generic += 1;
        }
    };
    let whole = answer_with(&[("encrypt", &header)], &body);
    for bit in 0..header.len() * 8 {
        let mut flipped = header.clone().into_bytes();
        flipped[bit / 8] ^= 1 << (bit % 8);
        if let Ok(value) = HeaderValue::from_bytes(&flipped) {
            let mut answer = whole.clone();
            answer.headers_mut().insert("encrypt", value);
            judge(answer);
        }
    }
    for bit in 0..body.len() * 8 {
        let mut answer = whole.clone();
        answer.body_mut()[bit / 8] ^= 1 << (bit % 8);
        judge(answer);
    }
    // Case of names and hexadecimal digits, names that are left out, the version of the key.
    assert!(same > 0 && same < 250, "{same}");
    assert!(
        generic > 1000 && refused >= body.len() * 8,
        "{generic} {refused}"
    );
}

#[test]
fn every_attempt_sends_the_same_bytes() {
    let keys = keys();
    let query = Query {
        id: "x1".into(),
        note: None,
    };
    let builder = || side(&keys.merchant, &keys.platform);
    let play = |play: &Play, builder: Builder| {
        let player = play.clone();
        play.settings(builder)
            .transport(move |request| ready(player.attempt(&request)))
            .timer(play.clone())
            .build()
            .unwrap()
    };
    let script = Play::new(&[Step::Connect, Step::Timeout]);
    now(play(&script, builder().encrypt()).call(&query).send()).unwrap();
    let raw = Play::new(&[]);
    let client = play(&raw, builder().encrypt());
    now(client.raw("POST", "/v1/other", GOOD.into())).unwrap();
    let once = Play::new(&[]);
    let client = play(&once, builder());
    now(client.call(&query).encrypted().send()).unwrap();
    now(client.call(&query).send()).unwrap();

    let bodies = &script.seen.lock().unwrap().bodies;
    assert_eq!(bodies.len(), 3);
    assert!(
        bodies
            .iter()
            .all(|body| *body == bodies[0] && body.len() == 24)
    );
    assert!(!raw.seen.lock().unwrap().bodies[0].contains(&b'{'));
    let bodies = &once.seen.lock().unwrap().bodies;
    assert_eq!((bodies[0].len(), &*bodies[1]), (24, &br#"{"id":"x1"}"#[..]));
}

#[test]
fn says_what_is_missing() {
    let keys = keys();
    let no_keys = Play::new(&[]).settings(Client::builder(&API)).encrypt();
    let private =
        Play::new(&[]).settings(Client::builder(&API).private_key(&keys.merchant.private_pkcs8));
    let platform =
        Play::new(&[]).settings(Client::builder(&API).platform_key(&keys.platform.public_spki));
    let plain = Play::new(&[]).settings(Client::builder(&PLAIN));
    for (builder, why) in [
        (
            no_keys,
            "there is neither a `private_key` nor a `platform_key`",
        ),
        (
            private.encrypt(),
            "there is no `platform_key` to encrypt for",
        ),
        (
            platform.encrypt(),
            "there is no `private_key` to read answers with",
        ),
        (
            plain.encrypt(),
            "the API does not say how; its spec has no `encryption`",
        ),
    ] {
        let error = builder.config().unwrap_err();
        let expected = format!("`encrypt` cannot be kept: {why}");
        assert_eq!(
            error
                .problems()
                .map(ToString::to_string)
                .collect::<Vec<_>>(),
            [expected]
        );
    }
    let query = Query {
        id: "x1".into(),
        note: None,
    };
    let client = Play::new(&[]).client();
    let error = now(client
        .call(&query)
        .encrypted()
        .retry(RetryPolicy::none())
        .send())
    .unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Setup, 0));
    let expected = "`queryItem` was not sent: it is to be encrypted, but there is neither a `private_key` nor a `platform_key`";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn the_version_of_the_platform_key_can_be_set() {
    let keys = keys();
    let builder = side(&keys.merchant, &keys.platform).key_version(4);
    let config = builder.encrypt().encrypt_key_version(3).config().unwrap();
    let request = signed_request(&QUERY, &config, GOOD.into(), TIME).unwrap();
    let text = |name: &str| request.headers()[name].to_str().unwrap();
    assert!(text("encrypt").starts_with("algorithm=RSA_AES,keyVersion=3,"));
    assert!(text("signature").starts_with("algorithm=RSA256,keyVersion=4,"));
}

#[test]
fn a_large_body_comes_back() {
    let text = "\u{1f3ab}票 ".repeat(1 << 17);
    let body = json!({"result": {"resultStatus": "S"}, "note": text});
    let response = read_sealed(body.to_string().as_bytes()).unwrap();
    assert_eq!(response["note"], text);
    let error = signed_request(&QUERY, partner(), vec![b' '; 4 << 20], TIME).unwrap_err();
    assert!(
        error.to_string().contains("more than the limit of 4194304"),
        "{error}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back(text in any::<String>()) {
        let body = json!({"result": {"resultStatus": "S"}, "note": text});
        let response = read_sealed(body.to_string().as_bytes()).unwrap();
        prop_assert_eq!(&response["note"], &json!(text));
    }
}
