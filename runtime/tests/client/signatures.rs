//! Each algorithm against signatures of OpenSSL and of the Python package `cryptography`, and a call
//! of the fake by each.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde::Deserialize;
use stipula::client::{
    KeyErrorKind, PrivateKey, PublicKey, SignatureAlgorithm, Signer as _, Verifier as _,
};

#[derive(Deserialize)]
struct File {
    vectors: Vec<Vector>,
}

#[derive(Deserialize)]
struct Vector {
    algorithm: String,
    message: String,
    private: Option<String>,
    private_sec1: Option<String>,
    public: Option<String>,
    secret: Option<String>,
    signatures: BTreeMap<String, String>,
}

fn vectors() -> Vec<Vector> {
    let text = include_str!("../vectors/signatures/signatures.json");
    serde_json::from_str::<File>(text).unwrap().vectors
}

fn algorithm(name: &str) -> SignatureAlgorithm {
    match name {
        "rsa_sha256" => SignatureAlgorithm::RsaSha256,
        "rsa_pss_sha256" => SignatureAlgorithm::RsaPssSha256,
        "ed25519" => SignatureAlgorithm::Ed25519,
        "ecdsa_p256_sha256" => SignatureAlgorithm::EcdsaP256Sha256,
        "hmac_sha256" => SignatureAlgorithm::HmacSha256,
        "hmac_sha512" => SignatureAlgorithm::HmacSha512,
        other => panic!("{other}"),
    }
}

#[test]
fn keys_sign_and_verify_like_theirs() {
    let mut checked = 0;
    for vector in vectors() {
        let by = algorithm(&vector.algorithm);
        let (Some(private), Some(public)) = (&vector.private, &vector.public) else {
            continue;
        };
        let message = vector.message.as_bytes();
        let key = PublicKey::parse_for(public, by).unwrap();
        let own = PrivateKey::parse_for(private, by).unwrap();
        let ours = own.sign(message).unwrap();
        for (who, signature) in &vector.signatures {
            let theirs = BASE64.decode(signature).unwrap();
            assert_eq!(key.verify(message, &theirs), Ok(()), "{by:?} of {who}");
            let is_fixed = matches!(
                by,
                SignatureAlgorithm::RsaSha256 | SignatureAlgorithm::Ed25519
            );
            assert!(!is_fixed || ours == theirs, "{by:?} of {who}");
            for (message, signature) in [
                (&b"another"[..], &theirs[..]),
                (message, &theirs[1..]),
                (message, &[]),
            ] {
                assert!(key.verify(message, signature).is_err(), "{by:?}");
            }
            checked += 1;
        }
        assert_eq!(key.verify(message, &ours), Ok(()), "{by:?}");
        let half = own.public_key().unwrap();
        assert_eq!(half.verify(message, &ours), Ok(()), "{by:?}");
        if let Some(sec1) = &vector.private_sec1 {
            let same = PrivateKey::parse_for(sec1, by).unwrap();
            let ours = same.sign(message).unwrap();
            assert_eq!(key.verify(message, &ours), Ok(()), "{by:?}");
        }
    }
    assert_eq!(checked, 8);
}

#[test]
fn a_key_of_another_algorithm_is_refused() {
    let all = vectors();
    let mut seen = 0;
    for vector in &all {
        for other in &all {
            let is_rsa = |it: &Vector| it.algorithm.starts_with("rsa");
            if vector.algorithm == other.algorithm || (is_rsa(vector) && is_rsa(other)) {
                continue;
            }
            let by = algorithm(&other.algorithm);
            let (Some(private), Some(public)) = (&vector.private, &vector.public) else {
                continue;
            };
            let expected = match (by.is_shared(), is_rsa(other)) {
                (true, _) => KeyErrorKind::Shared,
                (false, true) => KeyErrorKind::Unreadable,
                (false, false) => KeyErrorKind::OtherAlgorithm,
            };
            let error = PrivateKey::parse_for(private, by).unwrap_err();
            assert_eq!(error.kind(), expected, "{} as {by:?}", vector.algorithm);
            let error = PublicKey::parse_for(public, by).unwrap_err();
            assert_eq!(error.kind(), expected, "{} as {by:?}", vector.algorithm);
            seen += 1;
        }
    }
    assert!(seen > 10);
}

#[test]
fn the_halves_are_not_mistaken_for_each_other() {
    for vector in vectors() {
        let by = algorithm(&vector.algorithm);
        let (Some(private), Some(public)) = (&vector.private, &vector.public) else {
            continue;
        };
        let bare = |pem: &str| {
            let lines = pem.lines().filter(|it| !it.starts_with('-'));
            lines.collect::<String>()
        };
        for text in [private.clone(), bare(private)] {
            let error = PublicKey::parse_for(&text, by).unwrap_err();
            assert_eq!(error.kind(), KeyErrorKind::IsPrivate, "{by:?}");
            assert!(PrivateKey::parse_for(&text, by).is_ok());
        }
        let error = PrivateKey::parse_for(public, by).unwrap_err();
        assert_eq!(error.kind(), KeyErrorKind::IsPublic, "{by:?}");
        assert!(PublicKey::parse_for(&bare(public), by).is_ok());
    }
}

#[cfg(feature = "fake")]
mod calls {
    use serde_json::json;
    use stipula::Violations;
    use stipula::client::{
        Api, Client, Credential, Envelope, Operation, Piece, Scheme, Signature, SignatureAlgorithm,
        SignatureEncoding, SignedAnswer, SignedHeader, TimeForm, VerificationErrorKind, prepare,
    };
    use stipula::fake::{Answer, Fake, Fault, Judgement, Served, Table};

    use super::{algorithm, vectors};

    static SECRET: Credential = Credential::secret("secret");

    const HEADERS: &[SignedHeader] = &[
        SignedHeader::new("X-Time", &[Piece::Time]),
        SignedHeader::new("X-Nonce", &[Piece::Nonce]),
        SignedHeader::new("X-Sign", &[Piece::Text("sig "), Piece::Signature]),
    ];

    const fn signature(by: SignatureAlgorithm) -> Signature {
        let pieces: &[Piece] = &[
            Piece::Time,
            Piece::Nonce,
            Piece::Method,
            Piece::PathAlone,
            Piece::SortedQuery,
            Piece::Body,
        ];
        let answer = SignedAnswer::new("X-Sign", pieces);
        let it = Signature::by(by)
            .time(TimeForm::UnixMillis)
            .encoding(SignatureEncoding::Base64Url)
            .string_to_sign(pieces)
            .headers(HEADERS)
            .answer(answer.time("X-Time").nonce("X-Nonce").fresh(60));
        if by.is_shared() {
            it.secret(&SECRET)
        } else {
            it
        }
    }

    macro_rules! fakes {
        ($($algorithm:ident),*) => {
            [$({
                static SCHEME: Scheme =
                    Scheme::signature("main", signature(SignatureAlgorithm::$algorithm));
                static API: Api = Api::new("each")
                    .envelope(Envelope::new().by_http())
                    .credentials(&[&SECRET])
                    .schemes(&[&SCHEME]);
                static OPERATION: Operation = Operation::new(&API, "ping")
                    .endpoint("POST", "/ping")
                    .authentication(&SCHEME);
                static SERVED: Served =
                    Served::new(&OPERATION, |_| Judgement::Accepted(Violations::new()));
                static TABLE: Table = Table::new(&API, &[&SERVED]);
                (&API, &TABLE)
            }),*]
        };
    }

    #[tokio::test]
    async fn each_algorithm_proves_both_ends() {
        for (api, table) in fakes!(
            RsaSha256,
            RsaPssSha256,
            HmacSha256,
            HmacSha512,
            Ed25519,
            EcdsaP256Sha256
        ) {
            let by = api.schemes[0].as_signature().unwrap().method;
            let fake = Fake::start(table).unwrap();
            let client: Client = fake.builder().build().unwrap();
            let call = || client.raw("POST", "/ping?b=1&a=2", b"{}".to_vec());
            fake.next(Answer::body(r#"{"is":"é"}"#));
            let response = call().await.unwrap();
            assert!(!response.unsigned(), "{by:?}");
            assert_eq!(response.into_data(), json!({ "is": "é" }));
            for fault in [Fault::BadSignature, Fault::WrongKey, Fault::WrongTime] {
                fake.next(fault);
                let error = call().await.unwrap_err();
                let kind = error.verification_error();
                assert_eq!(
                    kind,
                    Some(VerificationErrorKind::Mismatch),
                    "{by:?} {fault:?}"
                );
            }
            let wrong = fake.builder().signer(Nobody).build().unwrap();
            let wrong: Client = wrong;
            let call = wrong.raw("POST", "/ping", b"{}".to_vec());
            call.await.unwrap_err();
            let requests = fake.requests();
            let refusal = requests.last().unwrap().verdict.refusal().unwrap();
            assert_eq!(refusal.code(), "FAKE_WRONG_SIGNATURE", "{by:?}");
        }
    }

    struct Nobody;

    impl stipula::client::Signer for Nobody {
        fn sign(&self, _: &[u8]) -> Result<Vec<u8>, stipula::client::SignError> {
            Ok(vec![1, 2, 3])
        }
    }

    #[test]
    fn codes_are_like_theirs() {
        static SHORT: Scheme = Scheme::signature("s", code(SignatureAlgorithm::HmacSha256));
        static LONG: Scheme = Scheme::signature("l", code(SignatureAlgorithm::HmacSha512));
        static API: Api = Api::new("codes").schemes(&[&SHORT, &LONG]);
        static BY_SHORT: Operation = Operation::new(&API, "short").authentication(&SHORT);
        static BY_LONG: Operation = Operation::new(&API, "long").authentication(&LONG);
        let mut checked = 0;
        for vector in vectors() {
            let Some(secret) = &vector.secret else {
                continue;
            };
            let operation = match algorithm(&vector.algorithm) {
                SignatureAlgorithm::HmacSha256 => &BY_SHORT,
                _ => &BY_LONG,
            };
            let config = Client::builder(&API)
                .base_url("https://a.example")
                .credential(&SECRET, secret)
                .config()
                .unwrap();
            let body = vector.message.clone().into_bytes();
            let unsigned = prepare(operation, &config, body, "").unwrap();
            let proof = unsigned.sign().unwrap();
            let request = unsigned.finish(proof).unwrap();
            for (who, code) in &vector.signatures {
                assert_eq!(request.headers()["x-sign"], code, "{who}");
                checked += 1;
            }
        }
        assert_eq!(checked, 4);
    }

    const CODE: &[SignedHeader] = &[SignedHeader::new("X-Sign", &[Piece::Signature])];

    const fn code(by: SignatureAlgorithm) -> Signature {
        Signature::by(by)
            .secret(&SECRET)
            .encoding(SignatureEncoding::Base64)
            .string_to_sign(&[Piece::Body])
            .headers(CODE)
    }
}
