//! A transport that does what a script says, on a clock that only moves when told.

use std::collections::VecDeque;
use std::future::{Future, ready};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use stipula::client::{
    AttemptTimeout, Builder, Client, Clock, SignError, Signer, Timer, TransportError,
    TransportErrorKind, Verifier, VerifyError,
};

use crate::support::{API, CLIENT_ID};

/// What one attempt comes to.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Connect,
    Timeout,
    Broken,
    /// A status of HTTP, and `Retry-After` in seconds.
    Http(u16, Option<u64>),
    /// Result status and code, signed.
    Result(&'static str, &'static str),
    /// The same without a signature.
    Unsigned(&'static str, &'static str),
    /// A signed answer of success with these members.
    Body(String),
    /// A signed answer of these bytes.
    Bytes(Vec<u8>),
}

impl Step {
    pub(crate) fn loses_the_answer(&self) -> bool {
        match self {
            Self::Connect | Self::Body(_) | Self::Bytes(_) => false,
            Self::Timeout | Self::Broken => true,
            Self::Http(status, _) => *status >= 500,
            Self::Result(status, _) | Self::Unsigned(status, _) => *status == "U",
        }
    }
}

/// What a script saw.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    pub(crate) bodies: Vec<Vec<u8>>,
    pub(crate) signatures: Vec<String>,
    pub(crate) begun: Vec<Duration>,
    pub(crate) timeouts: Vec<Option<Duration>>,
    pub(crate) sleeps: Vec<Duration>,
    now: Duration,
}

/// The shared state of transport, timer and clock.
#[derive(Clone)]
pub(crate) struct Play {
    pub(crate) seen: Arc<Mutex<Seen>>,
    steps: Arc<Mutex<VecDeque<Step>>>,
}

impl Play {
    /// Plays the steps; after the last one everything succeeds.
    pub(crate) fn new(steps: &[Step]) -> Self {
        Self {
            seen: Arc::default(),
            steps: Arc::new(Mutex::new(steps.iter().cloned().collect())),
        }
    }

    /// What one attempt comes to; each takes a tenth of a second.
    pub(crate) fn attempt(
        &self,
        request: &http::Request<Vec<u8>>,
    ) -> Result<http::Response<Vec<u8>>, TransportError> {
        let step = self.steps.lock().unwrap().pop_front();
        let mut seen = self.seen.lock().unwrap();
        let seen = &mut *seen;
        seen.bodies.push(request.body().clone());
        let signature = request.headers()["signature"].to_str().unwrap();
        seen.signatures.push(signature.to_owned());
        seen.begun.push(seen.now);
        let timeout = request.extensions().get::<AttemptTimeout>();
        seen.timeouts.push(timeout.map(|it| it.0));
        seen.now += Duration::from_millis(100);
        play(&step.unwrap_or(Step::Result("S", "SUCCESS")))
    }

    /// Settings without a transport and without a timer.
    pub(crate) fn settings<T>(&self, builder: Builder<T>) -> Builder<T> {
        builder
            .base_url("http://127.0.0.1:1")
            .client_id(CLIENT_ID)
            .signer(Rubber)
            .verifier(Rubber)
            .clock(self.clone())
            .jitter(|| u64::MAX)
    }

    /// A client that plays the script.
    pub(crate) fn client(&self) -> Client<impl stipula::client::Transport + use<>> {
        let play = self.clone();
        self.settings(Client::builder(&API))
            .transport(move |request| ready(play.attempt(&request)))
            .timer(self.clone())
            .build()
            .unwrap()
    }
}

fn play(step: &Step) -> Result<http::Response<Vec<u8>>, TransportError> {
    let failure = |kind| Err(TransportError::new(kind, "scripted"));
    match step {
        Step::Connect => failure(TransportErrorKind::Connect),
        Step::Timeout => failure(TransportErrorKind::Timeout),
        Step::Broken => failure(TransportErrorKind::Other),
        Step::Http(status, wait) => {
            let mut answer = http::Response::builder().status(*status);
            if let Some(wait) = *wait {
                answer = answer.header("retry-after", wait);
            }
            Ok(answer.body(Vec::new()).unwrap())
        }
        Step::Result(status, code) => Ok(signed(result(status, code))),
        Step::Body(body) => Ok(signed(body.clone().into_bytes())),
        Step::Bytes(body) => Ok(signed(body.clone())),
        Step::Unsigned(status, code) => Ok(http::Response::new(result(status, code))),
    }
}

fn signed(body: Vec<u8>) -> http::Response<Vec<u8>> {
    http::Response::builder()
        .header("response-time", "2024-05-22T06:42:22Z")
        .header("signature", "algorithm=RSA256,keyVersion=1,signature=AAAA")
        .body(body)
        .unwrap()
}

fn result(status: &str, code: &str) -> Vec<u8> {
    let data = if status == "S" {
        r#","templateCode":"T1""#
    } else {
        ""
    };
    format!(r#"{{"result":{{"resultCode":"{code}","resultStatus":"{status}"}}{data}}}"#)
        .into_bytes()
}

impl Timer for Play {
    fn sleep(&self, wait: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let mut seen = self.seen.lock().unwrap();
        seen.sleeps.push(wait);
        seen.now += wait;
        Box::pin(ready(()))
    }

    fn elapsed(&self) -> Duration {
        self.seen.lock().unwrap().now
    }
}

impl Clock for Play {
    fn now(&self) -> SystemTime {
        // A second per attempt, so that each has a time of its own.
        let attempts = self.seen.lock().unwrap().bodies.len();
        SystemTime::UNIX_EPOCH + Duration::from_secs(attempts as u64)
    }
}

/// Signs with a checksum and believes everything: keys are not what is tested.
struct Rubber;

impl Signer for Rubber {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        let sum = message
            .iter()
            .fold(7_u64, |sum, byte| sum.wrapping_mul(31) + u64::from(*byte));
        Ok(sum.to_be_bytes().to_vec())
    }
}

impl Verifier for Rubber {
    fn verify(&self, _: &[u8], _: &[u8]) -> Result<(), VerifyError> {
        Ok(())
    }
}

/// Runs a future that never waits for anything outside.
pub(crate) fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("the future waits"),
    }
}
