//! What the tests of the client share: an API, keys and vectors. Test keys only.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use stipula::client::{
    Api, Config, Encryption, EncryptionProfile, Envelope, Environment, Error, Operation,
    PairHeader, Piece, PrivateKey, Repeat, Request, Scheme, Signature, Signer as _, prepare,
};
use stipula::read::{Fit, Member, Members, Reader, Slot};
use stipula::{Limit, Path, Rule, Severity, Validate, Violations};

pub(crate) const CLIENT_ID: &str = "4Q5Y8W0WSG45P907917";

pub(crate) static MAIN: Scheme = Scheme::signature(
    "main",
    Signature::new("RSA256", "Signature")
        .algorithm_aliases(&["SHA256withRSA"])
        .refused(&[("ECC224", "no curve is documented")])
        .client_header("Client-Id")
        .request_time_header("Request-Time")
        .response_time_header("Response-Time")
        .string_to_sign(&[
            Piece::Method,
            Piece::Text(" "),
            Piece::Path,
            Piece::Text("\n"),
            Piece::ClientId,
            Piece::Text("."),
            Piece::Time,
            Piece::Text("."),
            Piece::Body,
        ])
        .accept_unsigned(&["F", "U"]),
);

pub(crate) static API: Api = SHOP.schemes(&[&MAIN]).encryption(
    Encryption::new("Encrypt", "RSA_AES", EncryptionProfile::RsaAesEcbPkcs1)
        .content_type("text/plain; charset=UTF-8"),
);

/// The same API without encryption.
#[cfg(feature = "encryption")]
pub(crate) static PLAIN: Api = SHOP.schemes(&[&MAIN]);

const SHOP: Api = Api::new("shop")
    .environments(&[
        Environment::new("production", "https://api.example.com"),
        Environment::new("testing", "https://test.example.com"),
    ])
    .envelope(
        Envelope::new()
            .objects(&["result", "resultInfo"])
            .code(&["resultCode"])
            .status(&["resultStatus"])
            .message(&["resultMessage", "resultMsg"])
            .success(&["S"])
            .failed(&["F"])
            .unknown(&["U"]),
    )
    .content_type("application/json; charset=UTF-8")
    .trace_headers(&["Trace-Id", "Tracer-Id"]);

pub(crate) static QUERY: Operation = Operation::new(&API, "queryItem")
    .endpoint("POST", "/v1/item/detail")
    .authentication(&MAIN)
    .safe();

pub(crate) static CREATE: Operation = Operation::new(&API, "createItem")
    .endpoint("POST", "/v1/item/create")
    .authentication(&MAIN)
    .repeat(Repeat::done("HAS_EXIST"))
    .transient(&["SYSTEM_BUSY"]);

/// A request with an error rule and a warning rule.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Query {
    pub(crate) id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) note: Option<String>,
}

pub(crate) static ID: Rule = Rule::new("Query.id.max_chars", "max_chars").limit(Limit::Chars(4));
pub(crate) static NOTE: Rule = Rule::new("Query.note.effective_if", "effective_if")
    .severity(Severity::Warning)
    .because("`id` starts with `x`");

impl Validate for Query {
    type Context = ();

    fn check_in(&self, (): &()) -> Violations {
        let mut out = Violations::new();
        if !stipula::rules::max_chars(&self.id, 4) {
            out.push(&Path::ROOT, Some("id"), &ID);
        }
        if self.note.is_some() && !self.id.starts_with('x') {
            out.push(&Path::ROOT, Some("note"), &NOTE);
        }
        out
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Item {
    pub(crate) template_code: Option<String>,
    pub(crate) stock: Option<i64>,
}

impl Slot for Item {
    fn vacant() -> Self {
        Self::default()
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        const MEMBERS: Members = Members::new(&[Member::new("templateCode"), Member::new("stock")]);
        let slots: &mut [&mut dyn Slot] = &mut [&mut self.template_code, &mut self.stock];
        from.object(&MEMBERS, slots, None)
    }
}

impl Request for Query {
    const OPERATION: &'static Operation = &QUERY;
    type Response = Item;
}

#[derive(Deserialize)]
pub(crate) struct Keys {
    pub(crate) merchant: KeyTexts,
    pub(crate) platform: KeyTexts,
}

#[derive(Deserialize)]
pub(crate) struct KeyTexts {
    pub(crate) private_pkcs8: String,
    pub(crate) private_pkcs1: String,
    pub(crate) public_spki: String,
}

#[derive(Deserialize)]
pub(crate) struct RequestVector {
    pub(crate) name: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) client_id: String,
    pub(crate) request_time: String,
    pub(crate) key_version: String,
    pub(crate) body: String,
    pub(crate) signature_header: String,
}

#[derive(Deserialize)]
pub(crate) struct ResponseVector {
    pub(crate) name: String,
    pub(crate) expect: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) response_headers: BTreeMap<String, String>,
    pub(crate) response_body: String,
}

pub(crate) fn vectors<T: DeserializeOwned>(name: &str) -> T {
    let path = format!("{}/tests/vectors/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

pub(crate) fn keys() -> Keys {
    vectors("test-keys")
}

/// The static operation of a path that is known only when the test runs.
pub(crate) fn operation(method: &str, path: &str) -> &'static Operation {
    let operation = Operation::new(&API, "vector")
        .endpoint(method.to_owned().leak(), path.to_owned().leak())
        .authentication(&MAIN)
        .safe();
    Box::leak(Box::new(operation))
}

/// Both steps of the way out, with the signer of the client.
pub(crate) fn signed_request(
    operation: &'static Operation,
    config: &Config,
    body: Vec<u8>,
    time: &str,
) -> Result<http::Request<Vec<u8>>, Error> {
    let unsigned = prepare(operation, config, body, time)?;
    let proof = unsigned.sign()?;
    unsigned.finish(proof)
}

/// What nobody says is safe to repeat.
pub(crate) static SINGLE: Operation = Operation::new(&API, "singleItem")
    .endpoint("POST", "/v1/item/single")
    .authentication(&MAIN)
    .transient(&["SYSTEM_BUSY"]);

/// The headers of an answer to `path` that the platform of the vectors signed.
pub(crate) fn signed(path: &str, body: &str) -> Vec<(&'static str, String)> {
    let key = PrivateKey::parse(&keys().platform.private_pkcs8).unwrap();
    let time = "2024-05-22T06:42:22+05:30";
    let text = format!("POST {path}\n{CLIENT_ID}.{time}.{body}");
    let signature = key.sign(text.as_bytes()).unwrap();
    vec![
        ("client-id", CLIENT_ID.to_owned()),
        ("response-time", time.to_owned()),
        (
            "signature",
            PairHeader::SIGNATURE.write("RSA256", 1, &signature),
        ),
        ("tracer-id", "trace-1".to_owned()),
    ]
}

/// A request whose rule looks at a value from outside the body.
#[derive(Debug, Serialize)]
pub(crate) struct Create {
    pub(crate) id: String,
}

pub(crate) static LIVE: Rule =
    Rule::new("Create.id.allowed_if", "allowed_if").because("the shop is open");

impl Validate for Create {
    type Context = bool;

    fn check_in(&self, open: &bool) -> Violations {
        let mut out = Violations::new();
        if !open {
            out.push(&Path::ROOT, Some("id"), &LIVE);
        }
        out
    }
}

impl Request for Create {
    const OPERATION: &'static Operation = &CREATE;
    type Response = Item;
}

/// A request without rules, of an operation that may not be repeated.
#[derive(Debug, Serialize)]
pub(crate) struct Single {
    pub(crate) id: String,
}

impl Validate for Single {
    type Context = ();

    fn check_in(&self, (): &()) -> Violations {
        Violations::new()
    }
}

impl Request for Single {
    const OPERATION: &'static Operation = &SINGLE;
    type Response = Item;
}
