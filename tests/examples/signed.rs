//! Signs, verifies, serves and calls as `.ci/wechat.py` says, one JSON object per line.
//!
//! - `{"sign": {"algorithm", "key", "message"}}` gives a signature, in base64;
//! - `{"verify": {"algorithm", "key", "message", "signature"}}` whether it is good;
//! - `"serve"` where a fake of `tests/signed` listens, and its keys;
//! - `"notify"` a notification of a fake, with the keys that open it;
//! - `{"receive": {"headers", "body", "public", "id", "key"}}` what a receiver makes of a notification;
//! - `{"call": {"url", "private", "public", "id"}}` how a call to another server went.

#![allow(clippy::print_stdout)] // it talks to a script

use std::{
    collections::BTreeMap,
    error::Error,
    io::{self, BufRead as _},
};

use base64::{Engine as _, prelude::BASE64_STANDARD as BASE64};
use serde::Deserialize;
use serde_json::{Value, json};
use stipula::client::{
    Api, Client as Core, Credential, DefaultTransport, Operation, Piece, PlatformKeys, PrivateKey,
    PublicKey, RetryPolicy, Scheme, Signature, SignatureAlgorithm, SignatureEncoding, SignedHeader,
    Signer as _, Verifier as _, prepare,
};
use stipula::fake::{Answer, Fake};

stipula_tests::generated!(generated, "/signed");

use generated::{
    api,
    client::Client,
    notifications::{Notification, PAID, Receiver},
    request::{self, CreateOrderRequest, QueryOrderRequest},
};

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Task {
    Sign {
        algorithm: String,
        key: String,
        message: String,
    },
    Verify {
        algorithm: String,
        key: String,
        message: String,
        signature: String,
    },
    Serve,
    Notify,
    Receive(Came),
    Call(Server),
}

/// A notification as it came, and the keys to take it with.
#[derive(Deserialize)]
struct Came {
    headers: BTreeMap<String, String>,
    body: String,
    public: String,
    id: String,
    key: String,
}

#[derive(Deserialize)]
struct Server {
    url: String,
    private: String,
    public: String,
    id: String,
}

type Answered = Result<Value, Box<dyn Error>>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut fakes = Vec::new();
    for line in io::stdin().lock().lines() {
        let answer = match serde_json::from_str(&line?)? {
            Task::Sign {
                algorithm,
                key,
                message,
            } => sign(&algorithm, &key, message.into_bytes())?,
            Task::Verify {
                algorithm,
                key,
                message,
                signature,
            } => {
                let key = PublicKey::parse_for(&key, by(&algorithm)?)?;
                let signature = BASE64.decode(signature)?;
                json!({ "good": key.verify(message.as_bytes(), &signature).is_ok() })
            }
            Task::Serve => {
                let fake = generated::fake::start()?;
                let answer = serve(&fake);
                fakes.push(fake);
                answer
            }
            Task::Notify => notify(&generated::fake::start()?),
            Task::Receive(came) => receive(&came)?,
            Task::Call(server) => call(&server)?,
        };
        println!("{answer}");
    }
    Ok(())
}

fn by(name: &str) -> Result<SignatureAlgorithm, String> {
    Ok(match name {
        "rsa_sha256" => SignatureAlgorithm::RsaSha256,
        "rsa_pss_sha256" => SignatureAlgorithm::RsaPssSha256,
        "ed25519" => SignatureAlgorithm::Ed25519,
        "ecdsa_p256_sha256" => SignatureAlgorithm::EcdsaP256Sha256,
        "hmac_sha256" => SignatureAlgorithm::HmacSha256,
        "hmac_sha512" => SignatureAlgorithm::HmacSha512,
        other => return Err(format!("there is no algorithm `{other}`")),
    })
}

fn sign(algorithm: &str, key: &str, message: Vec<u8>) -> Answered {
    let signature = match by(algorithm)? {
        SignatureAlgorithm::HmacSha256 => code(&SHORT, key, message)?,
        SignatureAlgorithm::HmacSha512 => code(&LONG, key, message)?,
        by => BASE64.encode(PrivateKey::parse_for(key, by)?.sign(&message)?),
    };
    Ok(json!({ "signature": signature }))
}

static SECRET: Credential = Credential::secret("secret");
const HEADER: &[SignedHeader] = &[SignedHeader::new("X-Sign", &[Piece::Signature])];
static BY_256: Scheme = Scheme::signature("a", signature(SignatureAlgorithm::HmacSha256));
static BY_512: Scheme = Scheme::signature("b", signature(SignatureAlgorithm::HmacSha512));
static CODES: Api = Api::new("codes").schemes(&[&BY_256, &BY_512]);
static SHORT: Operation = Operation::new(&CODES, "short").authentication(&BY_256);
static LONG: Operation = Operation::new(&CODES, "long").authentication(&BY_512);

const fn signature(by: SignatureAlgorithm) -> Signature {
    Signature::by(by)
        .secret(&SECRET)
        .encoding(SignatureEncoding::Base64)
        .string_to_sign(&[Piece::Body])
        .headers(HEADER)
}

/// A code as a request carries it.
fn code(
    operation: &'static Operation,
    secret: &str,
    message: Vec<u8>,
) -> Result<String, Box<dyn Error>> {
    let builder = Core::builder(&CODES).base_url("https://a.example");
    let config = builder.credential(&SECRET, secret).config()?;
    let unsigned = prepare(operation, &config, message, "")?;
    let proof = unsigned.sign()?;
    let request = unsigned.finish(proof)?;
    Ok(request.headers()["x-sign"].to_str()?.to_owned())
}

fn serve(fake: &Fake) -> Value {
    fake.always(Answer::body(r#"{"prepay_id":"票"}"#));
    json!({
        "url": fake.url(),
        "private": fake.private_key(),
        "public": fake.platform_key(),
        "id": fake.platform_key_id(),
        // What every credential of a fake is.
        "merchant": "FAKE0SECRET",
    })
}

fn call(server: &Server) -> Answered {
    let keys = PlatformKeys::new();
    keys.insert(&server.id, PublicKey::parse(&server.public)?);
    let core: Core<DefaultTransport> = Core::builder(&api::API)
        .base_url(&server.url)
        .credential(&api::MERCHANT, "1900009191")
        .credential(&api::SERIAL, "1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C")
        .credential(&api::SEAL_KEY, "0123456789abcdef0123456789abcdef")
        .private_key(&server.private)
        .verifier(keys)
        .encryption_key(&server.id, &server.public)
        .retry(RetryPolicy::none())
        .build()?;
    let client = Client::from(core);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let named = request::Receiver::new()
        .account("1")
        .name("票 Tea".to_owned());
    let order = CreateOrderRequest::new().description("票 & 100%").amount(1);
    let order = order.receivers([named]);
    let query = QueryOrderRequest::new()
        .number("a/b 票1234")
        .merchant("m+n&")
        .fields(["x", "y z"]);
    let told = runtime.block_on(async {
        let first = client.create_order(&order).send().await;
        let second = client.query_order(&query).send().await;
        [first, second].map(|it| match it {
            Ok(response) => json!({ "unsigned": response.unsigned() }),
            Err(error) => json!({
                "why": error.verification_error().map(|it| format!("{it:?}")),
                "code": error.result_code(),
                "error": error.to_string(),
            }),
        })
    });
    Ok(json!(told))
}

fn notify(fake: &Fake) -> Value {
    let body = json!({
        "id": "1", "event_type": "TRANSACTION.SUCCESS", "resource_type": "encrypt-resource",
        "resource": { "prepay_id": "票" },
    });
    let request = fake.notify(&PAID, &body).request::<Vec<u8>>();
    let headers = request.headers().iter();
    let headers = headers.map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default()));
    json!({
        "headers": headers.collect::<BTreeMap<_, _>>(),
        "body": String::from_utf8_lossy(request.body()),
        "private": fake.private_key(),
        "public": fake.platform_key(),
        "id": fake.platform_key_id(),
        "key": fake.seal_key(),
    })
}

fn receive(came: &Came) -> Answered {
    let keys = PlatformKeys::new();
    keys.insert(&came.id, PublicKey::parse(&came.public)?);
    let builder = Receiver::builder().verifier(keys);
    let receiver = builder.credential(&api::SEAL_KEY, &came.key).build()?;
    let mut request = http::Request::post("/hook");
    for (name, value) in &came.headers {
        request = request.header(name, value);
    }
    Ok(match receiver.receive(&request.body(&came.body)?) {
        Ok(received) => match received.notification() {
            Notification::Paid(body) => json!({
                "kind": received.kind(), "id": body.id, "prepay_id": body.resource.0.prepay_id,
            }),
            _ => json!({ "kind": received.kind() }),
        },
        Err(error) => json!({ "error": format!("{:?}", error.kind()) }),
    })
}
