//! The client with nothing but the feature `client`: no timer, no keys, no randomness.
#![cfg(not(feature = "aws-lc"))]

use std::future::{Future, ready};
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use serde::Serialize;
use stipula::client::{
    Api, Builder, Client, ErrorKind, Operation, Request, RetryPolicy, Scheme, SignError, Signature,
    Signer, Timer, Transport, TransportError, TransportErrorKind, Verifier, VerifyError,
};
use stipula::read::{Fit, Reader, Slot};
use stipula::{Validate, Violations};

static MAIN: Scheme = Scheme::signature(
    "main",
    Signature::new("X", "signature").client_header("client"),
);

static API: Api = Api::new("shop").schemes(&[&MAIN]);

static ASK: Operation = Operation::new(&API, "ask")
    .endpoint("POST", "/ask")
    .authentication(&MAIN)
    .safe();

#[derive(Serialize)]
struct Ask;

#[derive(Debug)]
struct Answer;

impl Slot for Answer {
    fn vacant() -> Self {
        Self
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        from.by_serde::<()>()
    }
}

impl Validate for Ask {
    type Context = ();

    fn check_in(&self, (): &()) -> Violations {
        Violations::new()
    }
}

impl Request for Ask {
    const OPERATION: &'static Operation = &ASK;
    type Response = Answer;
}

struct Rubber;

impl Signer for Rubber {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignError> {
        Ok(vec![1])
    }
}

impl Verifier for Rubber {
    fn verify(&self, _: &[u8], _: &[u8]) -> Result<(), VerifyError> {
        Ok(())
    }
}

struct AtOnce;

impl Timer for AtOnce {
    fn sleep(&self, _: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(ready(()))
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}

/// A client without a connection, and how often it tried.
fn builder() -> (Builder<impl Transport>, Arc<AtomicUsize>) {
    let tries = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&tries);
    let transport = move |_: http::Request<Vec<u8>>| {
        counter.fetch_add(1, Ordering::Relaxed);
        let failure = TransportError::new(TransportErrorKind::Connect, "no connection");
        ready(Err::<http::Response<Vec<u8>>, _>(failure))
    };
    let builder = Client::builder(&API)
        .base_url("http://127.0.0.1:1")
        .client_id("me")
        .signer(Rubber)
        .verifier(Rubber)
        .transport(transport);
    (builder, tries)
}

fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the future waits"),
    }
}

#[test]
fn sends_once_without_a_timer() {
    let (builder, tries) = builder();
    let client = builder.build().unwrap();
    let error = now(client.call(&Ask).send()).unwrap_err();
    assert_eq!((error.attempts(), tries.load(Ordering::Relaxed)), (1, 1));
}

#[test]
fn sends_again_with_one() {
    let (builder, tries) = builder();
    let client = builder.timer(AtOnce).build().unwrap();
    let error = now(client.call(&Ask).send()).unwrap_err();
    assert_eq!((error.attempts(), tries.load(Ordering::Relaxed)), (3, 3));
}

#[test]
fn says_what_needs_a_timer() {
    let (builder, _) = builder();
    let error = builder.retry(RetryPolicy::new()).build().unwrap_err();
    let told = error.to_string();
    assert!(
        told.contains("`retry` with more than one attempt needs a `timer`"),
        "{told}"
    );

    let (builder, tries) = self::builder();
    let client = builder.build().unwrap();
    for call in [
        client.call(&Ask).retry(RetryPolicy::new()),
        client.call(&Ask).timeout(Duration::from_secs(1)),
    ] {
        let error = now(call.send()).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Setup);
        assert_eq!(
            error.to_string(),
            "`ask` was not sent: its `retry` or `timeout` needs a timer; give one with `Builder::timer`"
        );
    }
    assert_eq!(tries.load(Ordering::Relaxed), 0);
}

#[test]
fn says_what_ids_need() {
    let (builder, _) = builder();
    let error = builder.build().unwrap().new_id().unwrap_err();
    assert!(error.to_string().contains("give `Builder::ids`"), "{error}");
}
