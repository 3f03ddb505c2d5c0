//! Nothing that is shown holds a piece of a key.

mod search;

use std::collections::HashSet;
use std::error::Error as StdError;
use std::fmt::{Debug, Display};

use serde_json::Value;
use stipula::client::{
    Api, Builder, Client, Config, PairHeader, PrivateKey, PublicKey, RetryPolicy, SignError,
    TransportError, TransportErrorKind, interpret,
};

use self::search::{Secrets, base64, hex, unbase64};
use crate::support::{API, CLIENT_ID, QUERY, Query, keys, signed, signed_request};

/// Both private keys and the AES key of the vector.
fn secrets() -> Secrets {
    let keys = keys();
    let vector: Vec<Value> = crate::support::vectors("encrypted-request");
    let aes = vector[0]["aes_key_hex"].as_str().unwrap();
    let aes = (0..aes.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&aes[at..at + 2], 16).unwrap());
    Secrets::of(&[
        unbase64(&keys.merchant.private_pkcs8),
        unbase64(&keys.platform.private_pkcs8),
        aes.collect(),
    ])
}

/// Everything that was shown, with a name for each.
#[derive(Default)]
struct Shown(Vec<(String, String)>);

impl Shown {
    fn debug(&mut self, name: &str, value: &dyn Debug) {
        self.0
            .push((name.to_owned(), format!("{value:?}\n{value:#?}")));
    }

    fn error(&mut self, name: &str, error: &(dyn StdError + 'static)) {
        let mut next = Some(error);
        while let Some(error) = next {
            self.debug(name, &error);
            self.0
                .push((name.to_owned(), (error as &dyn Display).to_string()));
            next = error.source();
        }
    }
}

fn builder(private: &str, public: &str) -> Builder {
    let builder = Client::builder(&API)
        .environment("testing")
        .client_id(CLIENT_ID)
        .private_key(private)
        .platform_key(public);
    #[cfg(feature = "encryption")]
    let builder = builder.encrypt();
    builder
}

/// Keys and how they fail, with the text of a key cut, changed and misplaced.
fn keys_and_their_errors(shown: &mut Shown) {
    let keys = keys();
    let texts = [&keys.merchant.private_pkcs8, &keys.platform.private_pkcs1];
    for (name, text) in ["pkcs8", "pkcs1"].into_iter().zip(texts) {
        let key = PrivateKey::parse(text).unwrap();
        shown.debug(name, &key);
        shown.debug(name, &key.public_key());
        for size in (0..text.len()).step_by(97) {
            let (cut, rest) = text.split_at(size);
            let changed = format!("{cut}A{rest}");
            let armour = format!("-----BEGIN PRIVATE KEY-----\n{cut}\n-----END PRIVATE KEY-----");
            let other = armour.replace("PRIVATE", "EC PRIVATE");
            for wrong in [cut, &changed, &armour, &other, &format!("{text}\u{e9}")] {
                let errors = [
                    PrivateKey::parse(wrong).err(),
                    PublicKey::parse(wrong).err(),
                ];
                for error in errors.into_iter().flatten() {
                    shown.error("key error", &error);
                }
                let builder = builder(wrong, wrong).base_url(wrong).environment("testing");
                shown.debug("builder", &builder);
                if let Err(error) = builder.config() {
                    shown.error("build error", &error);
                }
            }
        }
    }
}

/// A call from the settings to the answer, good and bad.
fn a_call(shown: &mut Shown) {
    let keys = keys();
    let good = || builder(&keys.merchant.private_pkcs8, &keys.platform.public_spki);
    shown.debug("builder", &good());
    let config: Config = good().config().unwrap();
    shown.debug("config", &config);
    let client = good().build().unwrap();
    shown.debug("client", &client);
    let query = Query {
        id: "x1".into(),
        note: None,
    };
    shown.debug("call", &client.call(&query).retry(RetryPolicy::new()));
    let api: &'static Api = config.api();
    shown.debug("api", api);
    let request = signed_request(&QUERY, &config, b"{}".to_vec(), "now").unwrap();
    shown.debug("request", &request.headers());
    let body = r#"{"result":{"resultStatus":"S"}}"#;
    for change in ["", "signature", "response-time", "client-id", "encrypt"] {
        let mut answer = http::Response::builder();
        for (name, value) in signed(QUERY.path, body) {
            let value = if name == change {
                "AAAA".to_owned()
            } else {
                value
            };
            answer = answer.header(name, value);
        }
        if change == "encrypt" {
            answer = answer.header("encrypt", &request.headers()["signature"]);
        }
        let answer = answer.body(body.as_bytes().to_vec()).unwrap();
        match interpret::<Value>(&QUERY, &config, answer) {
            Ok(response) => shown.debug("response", &response),
            Err(error) => shown.error("answer", &error),
        }
    }
    let header = PairHeader::SIGNATURE.read(request.headers()["signature"].to_str().unwrap());
    shown.debug("signature header", &header);
    let failure = TransportError::new(TransportErrorKind::Other, "gone");
    shown.error("transport", &failure);
    shown.error("sign", &SignError::new(failure));
}

/// What the platform sees of the vector, whose AES key is known.
#[cfg(feature = "encryption")]
fn the_encrypted_vector(shown: &mut Shown) {
    let keys = keys();
    let vector: Vec<Value> = crate::support::vectors("encrypted-request");
    let text = |name: &str| vector[0][name].as_str().unwrap();
    let platform = builder(&keys.platform.private_pkcs8, &keys.merchant.public_spki);
    let platform = platform.config().unwrap();
    let operation = crate::support::operation(text("method"), text("path"));
    for header in [text("encrypt_header"), &text("encrypt_header")[..400]] {
        let answer = http::Response::builder()
            .header("response-time", text("request_time"))
            .header("signature", text("signature_header"))
            .header("encrypt", header)
            .body(text("body").into())
            .unwrap();
        match interpret::<Value>(operation, &platform, answer) {
            Ok(response) => shown.debug("opened", &response),
            Err(error) => shown.error("opened", &error),
        }
    }
}

#[test]
fn no_piece_of_a_key_is_shown() {
    let mut shown = Shown::default();
    keys_and_their_errors(&mut shown);
    a_call(&mut shown);
    #[cfg(feature = "encryption")]
    the_encrypted_vector(&mut shown);
    let secrets = secrets();
    for (name, text) in &shown.0 {
        assert_eq!(secrets.leak(text), None, "{name}: {text}");
    }
    let names: HashSet<&str> = shown.0.iter().map(|(name, _)| &**name).collect();
    assert!(names.len() >= 13 && shown.0.len() > 500, "{names:?}");
}

#[test]
fn the_search_finds_what_leaks() {
    let keys = keys();
    let secret = unbase64(&keys.merchant.private_pkcs8);
    let secrets = secrets();
    for at in (0..secret.len() - 12).step_by(131) {
        let part = &secret[at..at + 12];
        for text in [
            format!("Key({part:?})"),
            format!("Key({part:#?})"),
            format!("key {}", hex(part)),
            format!("key {}", hex(part).to_uppercase()),
            format!("key={}", base64(part)),
        ] {
            assert!(secrets.leak(&text).is_some(), "{at}: {text}");
        }
    }
    assert!(secrets.leak("08090a0b0c0d").is_some());
    assert!(
        secrets
            .leak(&keys.merchant.private_pkcs1[500..510])
            .is_some()
    );
    assert_eq!(secrets.leak("an innocent text, 1, 2, 3, deadbeef"), None);
}
