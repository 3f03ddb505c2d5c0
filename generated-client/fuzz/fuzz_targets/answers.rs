//! Any answer: reading it does not panic, what is told of it can be shown, and one that nobody signed is
//! never taken for data.
#![no_main]

use std::sync::{LazyLock, Mutex, PoisonError};

use alipayhk_ipass::{Client, request::QueryTemplateRequest};
use arbitrary::Arbitrary;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use libfuzzer_sys::fuzz_target;
use stipula::client::{PrivateKey, RetryPolicy, Signer as _, Transport, TransportError};

/// Throw-away keys of the signing vectors.
const KEYS: &str = include_str!("../../../runtime/tests/vectors/test-keys.json");
const CLIENT_ID: &str = "4Q5Y8W0WSG45P907917";
const TIME: &str = "2024-05-22T06:42:22+05:30";

#[derive(Arbitrary, Debug)]
struct Given<'a> {
    status: u16,
    signed: bool,
    headers: Vec<(Header, &'a [u8])>,
    body: Body<'a>,
}

#[derive(Arbitrary, Debug)]
enum Body<'a> {
    Any(&'a [u8]),
    /// A success with more behind it, which no fuzzer would hit on.
    Success(&'a [u8]),
}

impl Body<'_> {
    fn bytes(&self) -> Vec<u8> {
        const SUCCESS: &str =
            r#"{"result":{"resultCode":"SUCCESS","resultMessage":"Success","resultStatus":"S"}"#;
        match self {
            Self::Any(bytes) => bytes.to_vec(),
            Self::Success(more) => [SUCCESS.as_bytes(), more, b"}"].concat(),
        }
    }
}

#[derive(Arbitrary, Debug)]
enum Header {
    ClientId,
    ResponseTime,
    Signature,
    TracerId,
    ContentType,
    ContentEncoding,
    RetryAfter,
    Date,
    Location,
    Other,
}

impl Header {
    const fn name(&self) -> &'static str {
        match self {
            Self::ClientId => "client-id",
            Self::ResponseTime => "response-time",
            Self::Signature => "signature",
            Self::TracerId => "tracer-id",
            Self::ContentType => "content-type",
            Self::ContentEncoding => "content-encoding",
            Self::RetryAfter => "retry-after",
            Self::Date => "date",
            Self::Location => "location",
            Self::Other => "x-other",
        }
    }
}

type Answer = http::Response<Vec<u8>>;

static NEXT: Mutex<Option<Answer>> = Mutex::new(None);

/// Brings the next answer, whatever is asked.
struct Canned;

impl Transport for Canned {
    async fn execute(&self, _: http::Request<Vec<u8>>) -> Result<Answer, TransportError> {
        let answer = NEXT.lock().unwrap_or_else(PoisonError::into_inner).take();
        Ok(answer.expect("one answer for each call"))
    }
}

static PLATFORM: LazyLock<PrivateKey> =
    LazyLock::new(|| PrivateKey::parse(&key("platform", "private_pkcs8")).expect("a test key"));

static CLIENT: LazyLock<Client<Canned>> = LazyLock::new(|| {
    let builder = Client::builder()
        .environment("testing")
        .client_id(CLIENT_ID)
        .private_key(&key("merchant", "private_pkcs8"))
        .platform_key(&key("platform", "public_spki"))
        .retry(RetryPolicy::none())
        .transport(Canned);
    builder.build().expect("settings of a test")
});

/// A key of the vectors, by the names that it has there.
fn key(of: &str, form: &str) -> String {
    let keys: serde_json::Value = serde_json::from_str(KEYS).expect("the vectors are JSON");
    let key = keys[of][form].as_str();
    key.expect("the vectors have it").to_owned()
}

fn signature(path: &str, body: &[u8]) -> String {
    let mut text = format!("POST {path}\n{CLIENT_ID}.{TIME}.").into_bytes();
    text.extend_from_slice(body);
    let signature = PLATFORM.sign(&text).expect("a test key signs");
    let plain = BASE64_STANDARD.encode(signature);
    let encoded = plain
        .replace('+', "%2B")
        .replace('/', "%2F")
        .replace('=', "%3D");
    format!("algorithm=RSA256,keyVersion=1,signature={encoded}")
}

fn answer(given: &Given<'_>) -> Option<Answer> {
    let body = given.body.bytes();
    let mut answer = http::Response::builder().status(given.status);
    for (header, value) in &given.headers {
        answer = answer.header(header.name(), *value);
    }
    if given.signed {
        let path = "/api/open/alipay/v1/ipass/template/manage/detail";
        answer = answer
            .header("client-id", CLIENT_ID)
            .header("response-time", TIME)
            .header("signature", signature(path, &body));
    }
    answer.body(body).ok()
}

fuzz_target!(|given: Given<'_>| {
    let Some(answer) = answer(&given) else {
        return;
    };
    *NEXT.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
    let request = QueryTemplateRequest::new()
        .merchant_id("2160120041113167")
        .template_code("82022031100135000000000000626075")
        .build()
        .expect("a good request");
    match pollster::block_on(CLIENT.query_template(&request).send()) {
        Ok(answer) => {
            assert!(given.signed, "{answer:?}");
            let _ = (
                answer.misfits().is_empty(),
                format!("{answer:?}"),
                answer.trace_id().is_some(),
            );
        }
        Err(error) => {
            let _ = (
                error.to_string(),
                format!("{error:?}"),
                error.kind(),
                error.outcome(),
            );
        }
    }
});
