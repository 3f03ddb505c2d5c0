//! Signs and verifies what `.ci/interop-random` says, one JSON object per line.
//!
//! `{"sign": {"time", "body"}}` gives the signature header of a request with this body, and
//! `{"verify": {"time", "body", "signature"}}` whether a client takes an answer for the platform's.

#![allow(clippy::print_stdout)] // it talks to a script

use std::{
    error::Error,
    io::{self, BufRead as _},
};

use alipayhk_ipass::{Client, operations::QUERY_TEMPLATE};
use serde::Deserialize;
use serde_json::{Value, json};
use stipula::client::{Config, ErrorKind, interpret, prepare};

const KEYS: &str = include_str!("../../runtime/tests/vectors/test-keys.json");

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Task {
    Sign {
        time: String,
        body: String,
    },
    Verify {
        time: String,
        body: String,
        signature: String,
    },
}

fn main() -> Result<(), Box<dyn Error>> {
    let keys: Value = serde_json::from_str(KEYS)?;
    let key = |end: &str, half: &str| keys[end][half].as_str().unwrap_or_default().to_owned();
    let config = Client::builder()
        .environment("testing")
        .client_id("interop")
        .max_request(16 << 20)
        .max_response(16 << 20)
        .private_key(&key("merchant", "private_pkcs8"))
        .platform_key(&key("platform", "public_spki"))
        .config()?;
    for line in io::stdin().lock().lines() {
        let answer = match serde_json::from_str(&line?)? {
            Task::Sign { time, body } => sign(&config, &time, body)?,
            Task::Verify {
                time,
                body,
                signature,
            } => verify(&config, &time, body, &signature)?,
        };
        println!("{answer}");
    }
    Ok(())
}

fn sign(config: &Config, time: &str, body: String) -> Result<Value, Box<dyn Error>> {
    let unsigned = prepare(&QUERY_TEMPLATE, config, body.into_bytes(), time)?;
    let proof = unsigned.sign()?;
    let request = unsigned.finish(proof)?;
    let signature = request.headers()["signature"].to_str()?;
    Ok(json!({ "path": QUERY_TEMPLATE.path, "signature": signature }))
}

fn verify(
    config: &Config,
    time: &str,
    body: String,
    signature: &str,
) -> Result<Value, Box<dyn Error>> {
    let answer = http::Response::builder()
        .header("client-id", "interop")
        .header("response-time", time)
        .header(
            "signature",
            format!("algorithm=RSA256,signature={signature}"),
        )
        .body(body.into_bytes())?;
    // Most bodies are no answers, which is found out after the signature was verified.
    let valid = match interpret::<Value>(&QUERY_TEMPLATE, config, answer) {
        Ok(_) => true,
        Err(error) => error.kind() != ErrorKind::Signature,
    };
    Ok(json!({ "valid": valid }))
}
