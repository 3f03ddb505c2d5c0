//! Encrypts and decrypts bodies, one JSON object per line, so that other tools can check them.
//!
//! ```text
//! sealed KEYS.json < lines
//! {"seal": "text"}                                        gives {"header": .., "body": ..}
//! {"header": .., "body": .., "time": .., "signature": ..} gives {"text": ..} or {"error": ..}
//! ```
//!
//! It writes as the merchant of the file with the keys, and reads what was written for it.

use std::error::Error;
use std::io::{self, BufRead as _, Write as _};

use serde_json::{Value, json};
use stipula::client::{
    Api, Client, Config, Encryption, EncryptionProfile, Operation, Piece, Scheme, Signature,
    interpret, prepare,
};

static MAIN: Scheme = Scheme::signature(
    "main",
    Signature::new("RSA256", "Signature")
        .client_header("Client-Id")
        .request_time_header("Request-Time")
        .response_time_header("Response-Time")
        .string_to_sign(&[Piece::Time, Piece::Text("."), Piece::Body]),
);

static API: Api = Api::new("sealed").schemes(&[&MAIN]).encryption(
    Encryption::new("Encrypt", "RSA_AES", EncryptionProfile::RsaAesEcbPkcs1)
        .content_type("text/plain; charset=UTF-8"),
);

static SEND: Operation = Operation::new(&API, "send")
    .endpoint("POST", "/send")
    .authentication(&MAIN)
    .safe();

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: sealed KEYS.json")?;
    let keys: Value = serde_json::from_slice(&std::fs::read(path)?)?;
    let key = |side: &str, name: &str| keys[side][name].as_str().unwrap_or_default().to_owned();
    let config = Client::builder(&API)
        .base_url("https://api.example.com")
        .client_id("sealed")
        .private_key(&key("merchant", "private_pkcs8"))
        .platform_key(&key("platform", "public_spki"))
        .max_request(4 << 20)
        .encrypt()
        .config()?;
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line: Value = serde_json::from_str(&line?)?;
        let answer = match line["seal"].as_str() {
            Some(text) => seal(&config, text)?,
            None => open(&config, &line)?,
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn seal(config: &Config, text: &str) -> Result<Value, Box<dyn Error>> {
    let unsigned = prepare(&SEND, config, text.into(), "now")?;
    let proof = unsigned.sign()?;
    let request = unsigned.finish(proof)?;
    let header = request.headers()["encrypt"].to_str()?.to_owned();
    Ok(json!({ "header": header, "body": String::from_utf8(request.into_body())? }))
}

fn open(config: &Config, line: &Value) -> Result<Value, Box<dyn Error>> {
    let part = |name: &str| line[name].as_str().unwrap_or_default();
    let answer = http::Response::builder()
        .header("Response-Time", part("time"))
        .header("Signature", part("signature"))
        .header("Encrypt", part("header"))
        .body(part("body").into())?;
    Ok(match interpret::<Value>(&SEND, config, answer) {
        Ok(response) => json!({ "text": response.into_data() }),
        Err(error) => json!({ "error": error.to_string() }),
    })
}
