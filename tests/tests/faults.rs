//! 2,000 calls over every kind of fault, of an API whose HTTP status says how a call went: each ends in
//! the documented error or a right repetition, and no work is done twice.
//!
//! `pay` documents what a repetition gives, `order` changes nothing, `ship` may not be repeated, and to
//! `charge` the server gives its first answer again.

use std::collections::BTreeMap;
use std::time::Duration;

use stipula::client::{
    Client as Core, DefaultTransport, Error, ErrorKind, Outcome, Response, RetryBudget, RetryPolicy,
};
use stipula::fake::{Answer, Fake, Fault};

stipula_tests::generated!(generated, "/faults");

use generated::{client::Client, request::*};

const CALLS: usize = 2_000;

/// How a call ends: after so many attempts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Fine(u32),
    /// An earlier attempt had done the work.
    Done(u32),
    Fails(ErrorKind, u32),
}

use End::{Done, Fails, Fine};
use ErrorKind::{Decode, Failed, Http, Transport, Unknown};

/// A kind of fault, and how a call of `pay`, `order`, `ship` and `charge` ends.
type Row = (&'static str, fn(&Fake), [End; 4]);

/// The answer is lost after the work was done.
fn lost(ship: ErrorKind) -> [End; 4] {
    [Done(2), Fine(2), Fails(ship, 1), Fine(2)]
}

/// It cannot be known whether the work was done, though it was not.
fn undone(ship: ErrorKind) -> [End; 4] {
    [Fine(2), Fine(2), Fails(ship, 1), Fine(2)]
}

const SLOW: &str = "slow";

fn rows() -> Vec<Row> {
    let mut rows = losses();
    rows.extend(statuses());
    rows.extend(odd_answers());
    rows
}

/// No answer.
fn losses() -> Vec<Row> {
    vec![
        ("nothing", |_| {}, [Fine(1); 4]),
        ("reset", |it| it.next(Fault::Reset(0)), lost(Transport)),
        (
            "dropped after",
            |it| it.next(Fault::DropAfter),
            lost(Transport),
        ),
        (
            "dropped before",
            |it| it.next(Fault::DropBefore),
            undone(Transport),
        ),
        (
            SLOW,
            |it| it.next(Answer::delay(Duration::from_millis(400))),
            lost(Transport),
        ),
    ]
}

/// Statuses that are no success, with and without a code.
fn statuses() -> Vec<Row> {
    vec![
        ("HTTP 500", |it| it.next(Answer::status(500)), undone(Http)),
        ("HTTP 503", |it| it.next(Answer::status(503)), undone(Http)),
        ("HTTP 408", |it| it.next(Answer::status(408)), undone(Http)),
        ("HTTP 429", |it| it.next(Answer::status(429)), [Fine(2); 4]),
        (
            "HTTP 404",
            |it| it.next(Answer::status(404)),
            [Fails(Http, 1); 4],
        ),
        (
            "HTTP 301",
            |it| it.next(Answer::status(301)),
            [Fails(Http, 1); 4],
        ),
        (
            "broken",
            |it| it.next(Answer::code("broken")),
            lost(Unknown),
        ),
        (
            "broken before",
            |it| it.next(Answer::code("broken").not_done()),
            undone(Unknown),
        ),
        (
            "declined",
            |it| it.next(Answer::code("declined")),
            [Fails(Failed, 1); 4],
        ),
        ("locked", |it| it.next(Answer::code("locked")), [Fine(2); 4]),
        (
            "unknown code",
            |it| it.next(Fault::UnknownCode),
            [Fails(Failed, 1); 4],
        ),
    ]
}

/// Answers that come, but are not as they should be.
fn odd_answers() -> Vec<Row> {
    // `ship` passes over whatever its answer holds.
    let unread = [
        Fails(Decode, 1),
        Fails(Decode, 1),
        Fine(1),
        Fails(Decode, 1),
    ];
    vec![
        (
            "truncated",
            |it| it.next(Answer::body("{\"number\":")),
            unread,
        ),
        ("empty", |it| it.next(Fault::Truncate(0)), unread),
        ("HTML", |it| it.next(Fault::Html), unread),
        (
            "content type",
            |it| it.next(Fault::WrongContentType),
            [Fine(1); 4],
        ),
        (
            "more members",
            |it| it.next(Fault::ExtraMembers),
            [Fine(1); 4],
        ),
        ("odd values", |it| it.next(Fault::OddValues), [Fine(1); 4]),
        (
            "deep",
            |it| it.next(Fault::DeepNesting(20_000)),
            [Fine(1); 4],
        ),
        (
            "huge",
            |it| it.next(Fault::HugeBody(5 << 20)),
            [Fails(Transport, 1); 4],
        ),
    ]
}

/// What a call came to, whatever it was of.
fn end<T>(result: Result<Response<T>, Error>) -> (End, Outcome) {
    match result {
        Ok(answer) if answer.already_done() => (Done(answer.attempts()), Outcome::Success),
        Ok(answer) => (Fine(answer.attempts()), Outcome::Success),
        Err(error) => (Fails(error.kind(), error.attempts()), error.outcome()),
    }
}

async fn call(client: &Client, operation: usize, order: &str) -> (End, Outcome) {
    let calling = async {
        match operation {
            0 => end(client.pay(&PayRequest::new().order(order)).send().await),
            1 => end(client.order(&OrderRequest::new().order(order)).send().await),
            2 => end(client.ship(&ShipRequest::new().order(order)).send().await),
            _ => {
                let request = ChargeRequest::new().order(order);
                end(client.charge(&request).idempotency_key(order).send().await)
            }
        }
    };
    // Three attempts and their timeouts are far less.
    let limit = Duration::from_secs(10);
    tokio::time::timeout(limit, calling)
        .await
        .expect("it hangs")
}

fn client(fake: &Fake, timeout: Duration) -> Client {
    let retry = RetryPolicy::new().base(Duration::from_millis(1));
    // Nearly every call meets a fault, which no budget of a client that is well allows.
    let builder = fake
        .builder()
        .retry(retry)
        .retry_budget(RetryBudget::unlimited());
    let builder = builder.timeout(timeout);
    let core: Core<DefaultTransport> = builder.build().expect("the fake knows all settings");
    Client::from(core)
}

#[tokio::test]
async fn every_fault_ends_as_documented() {
    let fake = generated::fake::start().expect("a fake");
    let patient = client(&fake, Duration::from_secs(5));
    // Short of patience, so that what is slow is lost; a busy machine needs the rest.
    let hasty = client(&fake, Duration::from_millis(200));
    let rows = rows();
    for nth in 0..CALLS {
        let (name, script, ends) = &rows[nth % rows.len()];
        let operation = nth / rows.len() % 4;
        script(&fake);
        let client = if *name == SLOW { &hasty } else { &patient };
        let order = format!("o{nth}");
        let (found, outcome) = call(client, operation, &order).await;
        assert_eq!(found, ends[operation], "call {nth}: {name} of {operation}");
        if operation != 1 {
            judge_effect(&fake, &order, found, outcome);
        }
    }
    assert!(fake.requests().len() > CALLS);
}

/// Once at most, and what the client says of it is true.
fn judge_effect(fake: &Fake, order: &str, found: End, outcome: Outcome) {
    let effects = fake.effects().into_iter();
    let counts = effects.filter_map(|it| Some((it.key.last()?.clone(), it.count)));
    let counts: BTreeMap<String, u32> = counts.collect();
    assert!(counts.values().all(|it| *it == 1), "{order}: {counts:?}");
    match (found, outcome) {
        (Fine(_) | Done(_), _) => assert!(counts.contains_key(order), "{order}"),
        (Fails(..), Outcome::Failed) => assert!(!counts.contains_key(order), "{order}"),
        (Fails(..), _) => {}
    }
}
