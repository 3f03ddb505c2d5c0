//! Signers that have to be waited for, and those that cannot sign now.

use std::collections::VecDeque;
use std::error::Error as _;
use std::future::{pending, ready};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use stipula::client::{
    AsyncSigner, Builder, Client, Error, ErrorKind, Outcome, Response, RetryPolicy, SignError,
    Signer, Signing, Transport,
};

use crate::script::{Play, Step, now};
use crate::support::{API, Item, Single};

/// What a service that holds the key says, one after the other; then it signs.
#[derive(Clone, Default)]
struct Service(Arc<Mutex<VecDeque<Says>>>);

#[derive(Clone, Copy)]
enum Says {
    Busy,
    Denied,
    Nothing,
}

impl Service {
    fn new(says: &[Says]) -> Self {
        Self(Arc::new(Mutex::new(says.iter().copied().collect())))
    }

    fn answer(&self) -> Option<Result<Vec<u8>, SignError>> {
        match self.0.lock().unwrap().pop_front() {
            Some(Says::Busy) => Some(Err(SignError::transient("the service is\nbusy"))),
            Some(Says::Denied) => Some(Err(SignError::new("the key is disabled"))),
            Some(Says::Nothing) => None,
            None => Some(Ok(vec![1, 2, 3])),
        }
    }
}

impl AsyncSigner for Service {
    fn sign<'a>(&'a self, message: &'a [u8]) -> Signing<'a> {
        assert!(message.starts_with(b"POST /v1/item/single"));
        match self.answer() {
            Some(answer) => Box::pin(ready(answer)),
            None => Box::pin(pending()),
        }
    }
}

impl Signer for Service {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, SignError> {
        self.answer().unwrap()
    }
}

fn playing<T>(builder: Builder<T>, play: &Play) -> Client<impl Transport + use<T>> {
    let script = play.clone();
    builder
        .transport(move |request| ready(script.attempt(&request)))
        .timer(play.clone())
        .build()
        .unwrap()
}

fn waiting(play: &Play, says: &[Says]) -> Client<impl Transport + use<>> {
    let builder = play.settings(Client::builder(&API));
    playing(builder.async_signer(Service::new(says)), play)
}

fn single<T: Transport>(client: &Client<T>) -> Result<Response<Item>, Error> {
    // An operation that nobody may repeat once it was sent.
    let request = Single { id: "k".into() };
    now(client.call(&request).send())
}

#[test]
fn a_signature_is_waited_for() {
    let play = Play::new(&[]);
    let response = single(&waiting(&play, &[])).unwrap();
    assert_eq!(response.attempts(), 1);
    let seen = play.seen.lock().unwrap();
    assert!(
        seen.signatures[0].contains("signature=AQID"),
        "{:?}",
        seen.signatures
    );
}

#[test]
fn a_busy_service_is_asked_again_for_nothing_was_sent() {
    let play = Play::new(&[]);
    let response = single(&waiting(&play, &[Says::Busy, Says::Busy])).unwrap();
    assert_eq!(response.attempts(), 3);
    assert_eq!(play.seen.lock().unwrap().bodies.len(), 1);

    let play = Play::new(&[]);
    let error = single(&waiting(&play, &[Says::Busy; 9])).unwrap_err();
    assert_eq!(
        (error.kind(), error.outcome()),
        (ErrorKind::Sign, Outcome::Failed)
    );
    assert!(error.is_retryable() && error.attempts() == 3);
    assert_eq!(
        error.to_string(),
        "`singleItem` was not sent: the signer cannot sign now: the service is busy"
    );
    assert!(play.seen.lock().unwrap().bodies.is_empty());

    // A signer that does not wait is heard in the same way.
    let play = Play::new(&[]);
    let builder = play.settings(Client::builder(&API));
    let client = playing(builder.signer(Service::new(&[Says::Busy])), &play);
    assert_eq!(single(&client).unwrap().attempts(), 2);
}

#[test]
fn what_another_try_meets_as_well_is_final() {
    let play = Play::new(&[]);
    let error = single(&waiting(&play, &[Says::Denied])).unwrap_err();
    assert!(!error.is_retryable() && error.attempts() == 0);
    assert_eq!(
        error.to_string(),
        "`singleItem` was not sent: the signer failed: the key is disabled"
    );
    assert!(
        error
            .source()
            .unwrap()
            .downcast_ref::<SignError>()
            .is_some()
    );
}

#[test]
fn a_lost_answer_stays_lost_when_no_signature_follows() {
    let play = Play::new(&[Step::Timeout]);
    let client = waiting(&play, &[]);
    let request = Single { id: "k".into() };
    let error = now(client.call(&request).send()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[test]
fn a_service_that_is_silent_is_given_up() {
    let play = Play::new(&[]);
    // The timer of the script is over at once, and a ready signature comes first.
    let response = single(&waiting(&play, &[Says::Nothing])).unwrap();
    assert_eq!(response.attempts(), 2);
    assert_eq!(play.seen.lock().unwrap().sleeps[0], Duration::from_secs(30));

    let client = waiting(&play, &[Says::Nothing; 3]);
    let request = Single { id: "k".into() };
    let call = client.call(&request).retry(RetryPolicy::none());
    let error = now(call.timeout(Duration::from_secs(2)).send()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "`singleItem` was not sent: the signer cannot sign now: there was no signature within 2s"
    );
}

/// Signs after other tasks had their turn.
struct Slow(Arc<AtomicU32>);

impl AsyncSigner for Slow {
    fn sign<'a>(&'a self, _: &'a [u8]) -> Signing<'a> {
        Box::pin(async {
            tokio::time::sleep(Duration::from_millis(50)).await;
            Ok(vec![
                u8::try_from(self.0.load(Ordering::SeqCst)).unwrap_or(u8::MAX),
            ])
        })
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_only_thread_does_other_work_meanwhile() {
    let play = Play::new(&[]);
    let turns = Arc::new(AtomicU32::new(0));
    let script = play.clone();
    let client = play
        .settings(Client::builder(&API))
        .async_signer(Slow(Arc::clone(&turns)))
        .transport(move |request| ready(script.attempt(&request)))
        .build()
        .unwrap();
    let other = tokio::spawn(async move {
        loop {
            turns.fetch_add(1, Ordering::SeqCst);
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    });
    client
        .call(&Single { id: "k".into() })
        .send()
        .await
        .unwrap();
    other.abort();
    let signatures = play.seen.lock().unwrap().signatures.clone();
    assert!(!signatures[0].contains("signature=AA"), "{signatures:?}");
}

#[test]
fn the_last_signer_stands() {
    let play = Play::new(&[]);
    let builder = play.settings(Client::builder(&API));
    let builder = builder.async_signer(Service::new(&[Says::Denied]));
    let client = playing(builder.signer(Service::default()), &play);
    assert!(single(&client).is_ok());
}

#[cfg(feature = "blocking")]
#[test]
fn a_client_that_blocks_takes_none() {
    let play = Play::new(&[]);
    let builder = play.settings(stipula::blocking::builder(&API));
    let error = builder
        .async_signer(Service::default())
        .build()
        .unwrap_err();
    let told = error.to_string();
    let why = "a client that blocks waits for no `async_signer`; give a `signer`, which may block";
    assert!(told.contains(why), "{told}");

    let script = play.clone();
    let client = play
        .settings(stipula::blocking::builder(&API))
        .signer(Service::new(&[Says::Busy]))
        .retry(RetryPolicy::new().base(Duration::ZERO))
        .blocking_transport(move |request: http::Request<Vec<u8>>| script.attempt(&request))
        .build()
        .unwrap();
    let response = client.call(&Single { id: "k".into() }).send().unwrap();
    assert_eq!(response.attempts(), 2);
}
