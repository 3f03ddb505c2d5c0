//! Calls that are dropped at each place where they wait.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use stipula::client::{Client, Error, Response, RetryBudget, Timer};

use crate::faulty;
use crate::script::{Play, Step};
use crate::support::{API, Create, Single};
use crate::transports::{configured, good};

/// Waits once.
fn once() -> impl Future<Output = ()> + Send {
    let mut waited = false;
    poll_fn(move |_| {
        if std::mem::replace(&mut waited, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
}

/// The timer of a script that waits.
struct Waits(Play);

impl Timer for Waits {
    fn sleep(&self, wait: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        let over = self.0.sleep(wait);
        Box::pin(async move {
            once().await;
            over.await;
        })
    }

    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Polls so often; the output, if it came to that.
fn polled<F: Future>(future: F, times: usize) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..times {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Some(output);
        }
    }
    None
}

#[test]
fn a_call_can_be_dropped_wherever_it_waits() {
    let mut places = 0;
    loop {
        let play = Play::new(&[Step::Connect, Step::Http(503, Some(1))]);
        let script = play.clone();
        let client = play
            .settings(Client::builder(&API))
            .transport(move |request| {
                let script = script.clone();
                async move {
                    once().await;
                    let answer = script.attempt(&request);
                    once().await;
                    answer
                }
            })
            .timer(Waits(play.clone()))
            .retry_budget(RetryBudget::new().capacity(2).per_minute(0))
            .build()
            .unwrap();
        let request = Create { id: "k".into() };
        let ended = polled(client.call_in(&request, &true).send(), places);
        let sent = play.seen.lock().unwrap().bodies.len();

        // Nothing more is sent, and the next call does all that was left.
        let next = polled(client.call_in(&request, &true).send(), 100).unwrap();
        let all = play.seen.lock().unwrap().bodies.len();
        let attempts = next
            .as_ref()
            .map_or_else(Error::attempts, Response::attempts);
        assert_eq!(
            all - sent,
            attempts as usize,
            "dropped after {places} polls"
        );
        assert!(next.is_ok(), "dropped after {places} polls: {next:?}");
        if let Some(ended) = ended {
            assert_eq!(ended.unwrap().attempts(), 3);
            break;
        }
        places += 1;
    }
    // Before the first poll, two of each of three attempts, and the waits between them.
    assert_eq!(places, 9);
}

#[tokio::test]
async fn no_call_gets_the_answer_of_one_that_was_dropped() {
    let server = faulty::answers_late(good);
    let client = configured(Client::builder(&API), &server.url)
        .build()
        .unwrap();
    let (create, single) = (Create { id: "k".into() }, Single { id: "k".into() });
    for wait in [0, 1, 20, 50, 90, 99, 101, 110] {
        let wait = Duration::from_millis(wait);
        let call = client.call_in(&create, &true).send();
        let _ = tokio::time::timeout(wait, call).await;
        // Its signature is that of its own path.
        let response = client.call(&single).send().await.unwrap();
        assert_eq!(response.attempts(), 1);
    }
}
