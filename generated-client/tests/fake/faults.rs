//! 2,000 calls over every kind of fault: each ends in the documented error or a right repetition.
//!
//! Three operations stand for what can be done about a lost answer: `createPass` documents what a
//! repetition gives, `queryTemplate` changes nothing, `createTemplate` may not be repeated.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::time::Duration;

use alipayhk_ipass::Client;
use stipula::client::{Error, ErrorKind, Outcome, Response, RetryBudget, RetryPolicy};
use stipula::fake::{Answer, Fake, Fault};

use crate::requests::{self, client, pass, query, template};

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
use ErrorKind::{Decode, Failed, Http, Signature, Transport, Unknown};

/// A kind of fault, and how calls of the three operations end.
struct Kind {
    name: &'static str,
    script: fn(&Fake),
    pass: End,
    query: End,
    template: End,
}

/// The same end, whatever is called.
fn all(name: &'static str, script: fn(&Fake), end: End) -> Kind {
    Kind {
        name,
        script,
        pass: end,
        query: end,
        template: end,
    }
}

/// The answer is lost after the work was done.
fn lost(name: &'static str, script: fn(&Fake), template: ErrorKind) -> Kind {
    Kind {
        name,
        script,
        pass: Done(2),
        query: Fine(2),
        template: Fails(template, 1),
    }
}

/// It cannot be known whether the work was done, though it was not.
fn undone(name: &'static str, script: fn(&Fake), template: ErrorKind) -> Kind {
    Kind {
        pass: Fine(2),
        ..lost(name, script, template)
    }
}

fn kinds() -> Vec<Kind> {
    let mut kinds = losses();
    kinds.extend(odd_answers());
    kinds
}

/// No answer, or one that leaves the outcome open.
fn losses() -> Vec<Kind> {
    vec![
        all("nothing", |_| {}, Fine(1)),
        lost(
            "reset in the body",
            |it| it.next(Fault::Reset(20)),
            Transport,
        ),
        lost(
            "reset in the head",
            |it| it.next(Fault::Reset(0)),
            Transport,
        ),
        lost("dropped after", |it| it.next(Fault::DropAfter), Transport),
        undone("dropped before", |it| it.next(Fault::DropBefore), Transport),
        lost(
            "slow",
            |it| it.next(Answer::delay(Duration::from_millis(400))),
            Transport,
        ),
        lost(
            "unknown status",
            |it| it.next(Fault::UnknownStatus),
            Unknown,
        ),
        undone("HTTP 500", |it| it.next(Answer::status(500)), Http),
        undone("HTTP 503", |it| it.next(Answer::status(503)), Http),
        all("HTTP 429", |it| it.next(Answer::status(429)), Fine(2)),
        all(
            "HTTP 404",
            |it| it.next(Answer::status(404)),
            Fails(Http, 1),
        ),
        lost(
            "broken",
            |it| it.next(Answer::code("SYSTEM_ERROR")),
            Unknown,
        ),
        undone(
            "busy",
            |it| it.next(Answer::code("REQUEST_TRAFFIC_EXCEED_LIMIT").not_done()),
            Unknown,
        ),
    ]
}

/// Answers that come, but are not as they should be.
fn odd_answers() -> Vec<Kind> {
    vec![
        all(
            "truncated",
            |it| it.next(Fault::Truncate(25)),
            Fails(Decode, 1),
        ),
        all("empty", |it| it.next(Fault::Truncate(0)), Fails(Decode, 1)),
        all("HTML", |it| it.next(Fault::Html), Fails(Decode, 1)),
        all(
            "content type",
            |it| it.next(Fault::WrongContentType),
            Fine(1),
        ),
        all(
            "unsigned",
            |it| it.next(Fault::Unsigned),
            Fails(Signature, 1),
        ),
        all(
            "unsigned failure",
            |it| it.next(Answer::code("PARAM_ILLEGAL").with(Fault::Unsigned)),
            Fails(Failed, 1),
        ),
        all(
            "signature",
            |it| it.next(Fault::BadSignature),
            Fails(Signature, 1),
        ),
        all(
            "wrong key",
            |it| it.next(Fault::WrongKey),
            Fails(Signature, 1),
        ),
        all(
            "wrong time",
            |it| it.next(Fault::WrongTime),
            Fails(Signature, 1),
        ),
        all(
            "unknown code",
            |it| it.next(Fault::UnknownCode),
            Fails(Failed, 1),
        ),
        all("unknown texts", |it| it.next(Fault::UnknownTexts), Fine(1)),
        all("numbers", |it| it.next(Fault::NumbersAsTexts), Fine(1)),
        all("more members", |it| it.next(Fault::ExtraMembers), Fine(1)),
        all("key twice", |it| it.next(Fault::DuplicateKey), Fine(1)),
        all("odd values", |it| it.next(Fault::OddValues), Fine(1)),
        all("deep", |it| it.next(Fault::DeepNesting(20_000)), Fine(1)),
        all(
            "huge",
            |it| it.next(Fault::HugeBody(5 << 20)),
            Fails(Transport, 1),
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

async fn call(client: &Client, operation: usize, nth: usize) -> (End, Outcome) {
    let calling = async {
        match operation {
            0 => end(client.create_pass(&pass(nth)).send().await),
            1 => end(client.query_template(&query()).send().await),
            _ => end(client.create_template(&template(nth)).send().await),
        }
    };
    // Three attempts and their timeouts are far less.
    let limit = Duration::from_secs(10);
    tokio::time::timeout(limit, calling)
        .await
        .expect("it hangs")
}

/// Short of patience, so that what is slow is lost; a busy machine needs the rest.
fn hasty(fake: &Fake) -> Client {
    let retry = RetryPolicy::new().base(Duration::from_millis(1));
    // Nearly every call meets a fault, which no budget of a client that is well allows.
    let builder = fake
        .builder()
        .retry(retry)
        .retry_budget(RetryBudget::unlimited());
    let core = builder.timeout(Duration::from_millis(200)).build();
    Client::from(core.expect("the fake knows all settings"))
}

#[tokio::test]
async fn every_fault_ends_as_documented() {
    let fake = requests::fake();
    let (patient, hasty) = (client(&fake), hasty(&fake));
    let kinds = kinds();
    assert!(kinds.len() >= 15);
    for nth in 0..CALLS {
        let kind = &kinds[nth % kinds.len()];
        let operation = nth / kinds.len() % 3;
        (kind.script)(&fake);
        let client = if kind.name == "slow" {
            &hasty
        } else {
            &patient
        };
        let (found, outcome) = call(client, operation, nth).await;
        let expected = [kind.pass, kind.query, kind.template][operation];
        assert_eq!(found, expected, "call {nth}: {} of {operation}", kind.name);
        judge_effect(&fake, nth, operation, found, outcome);
    }
    assert!(fake.requests().len() > CALLS);
}

/// Once at most, and what the client says of it is true.
fn judge_effect(fake: &Fake, nth: usize, operation: usize, found: End, outcome: Outcome) {
    let keys: BTreeMap<String, u32> = fake
        .effects()
        .into_iter()
        .filter_map(|effect| Some((effect.key.last()?.clone(), effect.count)))
        .collect();
    assert!(keys.values().all(|count| *count == 1), "{nth}: {keys:?}");
    let key = match operation {
        0 => format!("S{nth}"),
        1 => return,
        _ => format!("R{nth}"),
    };
    match (found, outcome) {
        (Fine(_) | Done(_), _) => assert!(keys.contains_key(&key), "{nth}"),
        (Fails(..), Outcome::Failed) => assert!(!keys.contains_key(&key), "{nth}"),
        (Fails(..), _) => {}
    }
}

#[tokio::test]
async fn nobody_listens() {
    let fake = requests::fake();
    // Bound and released: nobody listens there now.
    let address = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr());
    let url = format!("http://{}", address.expect("a free port"));
    let retry = RetryPolicy::new().base(Duration::from_millis(1));
    let builder = fake.builder().base_url(&url).retry(retry);
    let client = Client::from(builder.build().expect("settings"));
    for operation in 0..3 {
        let (found, outcome) = call(&client, operation, 0).await;
        assert_eq!(found, Fails(Transport, 3));
        assert_eq!(outcome, Outcome::Failed);
    }
    assert!(fake.requests().is_empty());
}
