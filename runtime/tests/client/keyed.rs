//! Keys in a header that make a repeat the same request, without a server.

use http::header::HeaderValue;
use stipula::client::{
    Api, Client, Config, Environment, ErrorKind, Keyed, Operation, Outcome, Repeat, prepare,
};

use crate::script::{Play, now};
use crate::support::Single;

static OPEN: Api = Api::new("open").environments(&[Environment::new("live", "https://a.example")]);
static PAY: Operation = Operation::new(&OPEN, "pay")
    .endpoint("POST", "/pay")
    .repeat(Repeat::Same)
    .idempotency_header("Idempotency-Key");

fn key(config: &Config) -> HeaderValue {
    let unsigned = prepare(&PAY, config, b"{}".to_vec(), "").unwrap();
    let request = unsigned.finish(None).unwrap();
    request.headers()["idempotency-key"].clone()
}

#[test]
fn each_request_that_is_prepared_has_a_fresh_one() {
    let config = Client::builder(&OPEN).environment("live").config().unwrap();
    let (first, second) = (key(&config), key(&config));
    assert_ne!(first, second);
    assert_eq!(first.len(), 32);
}

#[test]
fn ids_that_fail_are_told() {
    let given = Client::builder(&OPEN).environment("live");
    let config = given.ids(|| "é".to_owned()).config().unwrap();
    let error = prepare(&PAY, &config, b"{}".to_vec(), "").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Encode);
    assert_eq!(
        error.to_string(),
        "`pay` was not sent: the key for the header `Idempotency-Key` does not fit; \
         let `Builder::ids` give visible ASCII characters, and blanks between them only"
    );
}

impl Keyed for Single {}

/// Whoever states that a request has a key, but not in which header, is told so.
#[test]
fn a_key_without_a_header_is_not_passed_over() {
    let play = Play::new(&[]);
    let client = play.client();
    let request = Single { id: "k".into() };
    let call = client.call(&request).idempotency_key("k");
    assert!(format!("{call:?}").contains("idempotency_key: true"));
    let error = now(call.send()).unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Setup, Outcome::Failed)
    );
    assert_eq!(
        error.to_string(),
        "`singleItem` was not sent: it was given a key for repeats, but its operation states no header for it"
    );
    assert!(play.seen.lock().unwrap().bodies.is_empty());
}
