//! Where the HTTP status says how a call went: what the client does after each, as a table.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::future::{Future, ready};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;
use stipula::client::{
    Api, Client, Envelope, Error, Jitter, Operation, Outcome, Repeat, Request, Response,
    RetryPolicy, Timer,
};
use stipula::{Validate, Violations};

use crate::script::now;

static API: Api = Api::new("shop").envelope(
    Envelope::new()
        .by_http()
        .objects(&["error"])
        .code(&["code"])
        .wait(&[&["error", "wait"], &["wait"]]),
);

static READ: Operation = Operation::new(&API, "read").transient(&["BUSY"]).safe();
static PAY: Operation = Operation::new(&API, "pay")
    .endpoint("POST", "/pay")
    .transient(&["BUSY"]);
static ORDER: Operation = Operation::new(&API, "order")
    .endpoint("POST", "/order")
    .transient(&["BUSY"])
    .repeat(Repeat::done("DONE"));

macro_rules! requests {
    ($($name:ident $operation:ident)*) => {$(
        #[derive(Serialize)]
        struct $name {}

        impl Validate for $name {
            type Context = ();

            fn check_in(&self, (): &()) -> Violations {
                Violations::new()
            }
        }

        impl Request for $name {
            const OPERATION: &'static Operation = &$operation;
            type Response = Value;
        }
    )*};
}

requests!(Read READ Pay PAY Order ORDER);

/// What is waited, and no time passes.
#[derive(Clone, Default)]
struct Waits(Arc<Mutex<Vec<Duration>>>);

impl Timer for Waits {
    fn sleep(&self, wait: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        self.0.lock().unwrap().push(wait);
        Box::pin(ready(()))
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }
}

/// Status, `Retry-After` and body.
type Row = (u16, &'static str, &'static str);

fn answer(row: &Row) -> http::Response<Vec<u8>> {
    let (status, after, body) = *row;
    let mut answer = http::Response::builder().status(status);
    if !after.is_empty() {
        answer = answer.header("retry-after", after);
    }
    answer.body(body.into()).unwrap()
}

/// What a call does that is answered so, and with success from then on.
fn played<R: Request<Response = Value> + Validate<Context = ()>>(
    request: &R,
    rows: &[Row],
) -> String {
    let (waits, script) = (
        Waits::default(),
        Mutex::new(rows.iter().map(answer).collect::<VecDeque<_>>()),
    );
    let policy = RetryPolicy::new().base(Duration::from_secs(1));
    let client = Client::builder(&API)
        .base_url("https://api.example.com")
        .transport(move |_| {
            let next = script.lock().unwrap().pop_front();
            ready(Ok(next.unwrap_or_else(|| answer(&(200, "", "{}")))))
        })
        .timer(waits.clone())
        .retry(policy.jitter(Jitter::None).cap(Duration::from_secs(20)))
        .build()
        .unwrap();
    let result = now(client.call(request).send());
    let mut told = told(&result);
    for wait in &*waits.0.lock().unwrap() {
        write!(told, ", waited {wait:?}").unwrap();
    }
    told
}

fn told(result: &Result<Response<Value>, Error>) -> String {
    let error = match result {
        Ok(answer) if answer.already_done() => {
            return format!("done before, by {}", answer.attempts());
        }
        Ok(answer) => return format!("fine by {}", answer.attempts()),
        Err(error) => error,
    };
    let outcome = match error.outcome() {
        Outcome::Failed => "failed",
        Outcome::Unknown => "unknown",
        Outcome::Success => "success",
    };
    match error.retry_after() {
        Some(wait) => format!("{outcome} by {}, come back in {wait:?}", error.attempts()),
        None => format!("{outcome} by {}", error.attempts()),
    }
}

const EMPTY: &str = "";
const CODE: &str = r#"{"error":{"code":"GONE"}}"#;
const BUSY: &str = r#"{"error":{"code":"BUSY"}}"#;
const WAIT: &str = r#"{"error":{"code":"SLOW","wait":7}}"#;
const ONLY_WAIT: &str = r#"{"wait":"7"}"#;

const ROWS: &[Row] = &[
    (200, "", "{}"),
    (201, "9", "{}"),
    (302, "", EMPTY),
    (400, "", CODE),
    (400, "", BUSY),
    (401, "", EMPTY),
    (404, "9", CODE),
    (408, "", EMPTY),
    (408, "", CODE),
    (409, "", BUSY),
    (409, "9", BUSY),
    (429, "", EMPTY),
    (429, "", CODE),
    (429, "9", EMPTY),
    (429, "30", CODE),
    (429, "", WAIT),
    (429, "", ONLY_WAIT),
    (429, "9", WAIT),
    (500, "", EMPTY),
    (500, "", BUSY),
    (503, "", "<html>"),
    (503, "9", EMPTY),
    (503, "9", CODE),
    (503, "30", EMPTY),
    (503, "", ONLY_WAIT),
];

/// After each answer: what a query does, an operation that may not be repeated, and one that may.
const TABLE: &str = r#"
200 - {} | fine by 1 | fine by 1 | fine by 1
201 9 {} | fine by 1 | fine by 1 | fine by 1
302 - - | failed by 1 | failed by 1 | failed by 1
400 - {"error":{"code":"GONE"}} | failed by 1 | failed by 1 | failed by 1
400 - {"error":{"code":"BUSY"}} | fine by 2, waited 1s | fine by 2, waited 1s | fine by 2, waited 1s
401 - - | failed by 1 | failed by 1 | failed by 1
404 9 {"error":{"code":"GONE"}} | failed by 1, come back in 9s | failed by 1, come back in 9s | failed by 1, come back in 9s
408 - - | fine by 2, waited 1s | unknown by 1 | fine by 2, waited 1s
408 - {"error":{"code":"GONE"}} | fine by 2, waited 1s | unknown by 1 | fine by 2, waited 1s
409 - {"error":{"code":"BUSY"}} | fine by 2, waited 1s | fine by 2, waited 1s | fine by 2, waited 1s
409 9 {"error":{"code":"BUSY"}} | fine by 2, waited 9s | fine by 2, waited 9s | fine by 2, waited 9s
429 - - | fine by 2, waited 1s | fine by 2, waited 1s | fine by 2, waited 1s
429 - {"error":{"code":"GONE"}} | fine by 2, waited 1s | fine by 2, waited 1s | fine by 2, waited 1s
429 9 - | fine by 2, waited 9s | fine by 2, waited 9s | fine by 2, waited 9s
429 30 {"error":{"code":"GONE"}} | failed by 1, come back in 30s | failed by 1, come back in 30s | failed by 1, come back in 30s
429 - {"error":{"code":"SLOW","wait":7}} | fine by 2, waited 7s | fine by 2, waited 7s | fine by 2, waited 7s
429 - {"wait":"7"} | fine by 2, waited 7s | fine by 2, waited 7s | fine by 2, waited 7s
429 9 {"error":{"code":"SLOW","wait":7}} | fine by 2, waited 9s | fine by 2, waited 9s | fine by 2, waited 9s
500 - - | fine by 2, waited 1s | unknown by 1 | fine by 2, waited 1s
500 - {"error":{"code":"BUSY"}} | fine by 2, waited 1s | unknown by 1 | fine by 2, waited 1s
503 - <html> | fine by 2, waited 1s | unknown by 1 | fine by 2, waited 1s
503 9 - | fine by 2, waited 9s | unknown by 1, come back in 9s | fine by 2, waited 9s
503 9 {"error":{"code":"GONE"}} | fine by 2, waited 9s | unknown by 1, come back in 9s | fine by 2, waited 9s
503 30 - | unknown by 1, come back in 30s | unknown by 1, come back in 30s | unknown by 1, come back in 30s
503 - {"wait":"7"} | fine by 2, waited 7s | unknown by 1, come back in 7s | fine by 2, waited 7s
"#;

#[test]
fn what_the_client_does_after_each_status() {
    let mut table = String::from("\n");
    for row in ROWS {
        let (status, after, body) = row;
        let rows = std::slice::from_ref(row);
        let [after, body] = [after, body].map(|it| if it.is_empty() { "-" } else { *it });
        let did = [
            played(&Read {}, rows),
            played(&Pay {}, rows),
            played(&Order {}, rows),
        ];
        writeln!(table, "{status} {after} {body} | {}", did.join(" | ")).unwrap();
    }
    assert_eq!(table, TABLE, "{table}");
}

#[test]
fn done_before_is_a_success_after_a_lost_answer_alone() {
    const DONE: Row = (409, "", r#"{"error":{"code":"DONE"}}"#);
    let first = |first| played(&Order {}, &[first, DONE]);
    assert_eq!(first((500, "", EMPTY)), "done before, by 2, waited 1s");
    assert_eq!(first((408, "", EMPTY)), "done before, by 2, waited 1s");
    assert_eq!(first((503, "2", CODE)), "done before, by 2, waited 2s");
    // What refused did no work, so somebody else did it.
    assert_eq!(first((429, "", EMPTY)), "failed by 2, waited 1s");
    assert_eq!(first((400, "", BUSY)), "failed by 2, waited 1s");
}
