//! One table of what can go wrong on the way, for both transports: they fail alike.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use stipula::blocking;
use stipula::client::{
    Builder, Client, Error, Jitter, Outcome, Response, RetryPolicy, TransportError,
    TransportErrorKind,
};

use crate::faulty::{self, Faulty};
use crate::support::{API, CLIENT_ID, Create, Item, SINGLE, Single, keys, signed};
use crate::tls;

/// What went wrong, as a caller sees it.
#[derive(Debug, PartialEq)]
struct Told {
    kind: TransportErrorKind,
    outcome: Outcome,
    attempts: u32,
}

struct Row {
    name: &'static str,
    server: fn() -> Faulty,
    /// How long a connection, and an attempt, may take, in milliseconds.
    limits: (u64, u64),
    kind: TransportErrorKind,
    outcome: Outcome,
    /// Of an operation that may be repeated, and of one that may not; two are allowed.
    attempts: (u32, u32),
    /// The least time that an attempt takes, in milliseconds.
    least: u64,
}

/// How much longer an attempt may take on a busy machine.
const SLACK: Duration = Duration::from_millis(1500);

const ROWS: &[Row] = {
    use Outcome::{Failed, Unknown};
    use TransportErrorKind::{Connect, Other, Timeout, Untrusted};
    const fn row(
        name: &'static str,
        server: fn() -> Faulty,
        told: (TransportErrorKind, Outcome, (u32, u32)),
        limits: (u64, u64),
        least: u64,
    ) -> Row {
        let (kind, outcome, attempts) = told;
        Row {
            name,
            server,
            limits,
            kind,
            outcome,
            attempts,
            least,
        }
    }
    const ABOUT: (u64, u64) = (10_000, 10_000);
    &[
        row(
            "refused",
            faulty::refused,
            (Connect, Failed, (2, 2)),
            ABOUT,
            0,
        ),
        #[cfg(target_os = "linux")]
        row(
            "unroutable",
            faulty::unroutable,
            (Connect, Failed, (2, 2)),
            (300, 10_000),
            300,
        ),
        row(
            "TLS stalls",
            || faulty::silent("https"),
            (Connect, Failed, (2, 2)),
            (300, 10_000),
            300,
        ),
        row(
            "an attempt ends before TLS does",
            || faulty::silent("https"),
            (Connect, Failed, (2, 2)),
            (10_000, 300),
            300,
        ),
        row(
            "an untrusted certificate",
            tls::faulty,
            (Untrusted, Failed, (1, 1)),
            ABOUT,
            0,
        ),
        row(
            "a reset before the request",
            || faulty::resets_after("https", 1),
            (Connect, Failed, (2, 2)),
            ABOUT,
            0,
        ),
        row(
            "a reset in the request",
            || faulty::resets_after("http", 2_000),
            (Other, Unknown, (2, 1)),
            ABOUT,
            0,
        ),
        row(
            "a reset after the request",
            || faulty::resets_after("http", usize::MAX),
            (Other, Unknown, (2, 1)),
            ABOUT,
            0,
        ),
        row(
            "no answer",
            || faulty::silent("http"),
            (Timeout, Unknown, (2, 1)),
            (10_000, 300),
            300,
        ),
        row(
            "slow headers",
            || faulty::slow("HTTP/1.1 200 OK\r\nslow: "),
            (Timeout, Unknown, (2, 1)),
            (10_000, 300),
            300,
        ),
        row(
            "a slow body",
            || faulty::slow("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n"),
            (Timeout, Unknown, (2, 1)),
            (10_000, 300),
            300,
        ),
    ]
};

impl Row {
    fn settings<T>(&self, builder: Builder<T>, url: &str) -> Builder<T> {
        configured(builder, url).timeout(Duration::from_millis(self.limits.1))
    }

    fn connect(&self) -> Duration {
        Duration::from_millis(self.limits.0)
    }

    fn judge(&self, transport: &str, attempts: u32, error: &Error, took: Duration) {
        let what = format!("{} by {transport}: {error:?} after {took:?}", self.name);
        let cause = std::error::Error::source(error).and_then(|it| it.downcast_ref());
        let cause: &TransportError = cause.expect(&what);
        let told = Told {
            kind: cause.kind(),
            outcome: error.outcome(),
            attempts: error.attempts(),
        };
        let expected = Told {
            kind: self.kind,
            outcome: self.outcome,
            attempts,
        };
        assert_eq!(told, expected, "{what}");
        let least = Duration::from_millis(self.least) * attempts;
        assert!(least <= took, "{what}");
        assert!(took <= least + SLACK * attempts, "{what}");
    }
}

pub(crate) fn configured<T>(builder: Builder<T>, url: &str) -> Builder<T> {
    let keys = keys();
    let policy = RetryPolicy::new()
        .attempts(2)
        .base(Duration::ZERO)
        .jitter(Jitter::None);
    builder
        .base_url(url)
        .allow_plain_http()
        .client_id(CLIENT_ID)
        .private_key(&keys.merchant.private_pkcs8)
        .platform_key(&keys.platform.public_spki)
        .retry(policy)
}

/// So large that a server can break off in the middle.
fn create() -> Create {
    Create {
        id: "x".repeat(500_000),
    }
}

fn single() -> Single {
    Single {
        id: "x".repeat(500_000),
    }
}

#[tokio::test]
async fn hyper_fails_as_the_table_says() {
    for row in ROWS {
        let server = (row.server)();
        let client = row.settings(Client::builder(&API), &server.url);
        let client = client.connect_timeout(row.connect()).build().unwrap();
        let begun = Instant::now();
        let error = client.call_in(&create(), &true).send().await.unwrap_err();
        row.judge("hyper", row.attempts.0, &error, begun.elapsed());
        let begun = Instant::now();
        let error = client.call(&single()).send().await.unwrap_err();
        row.judge("hyper", row.attempts.1, &error, begun.elapsed());
    }
}

#[test]
fn ureq_fails_as_the_table_says() {
    for row in ROWS {
        let server = (row.server)();
        let client = row.settings(blocking::builder(&API), &server.url);
        let client = client.connect_timeout(row.connect()).build().unwrap();
        let begun = Instant::now();
        let error = client.call_in(&create(), &true).send().unwrap_err();
        row.judge("ureq", row.attempts.0, &error, begun.elapsed());
        let begun = Instant::now();
        let error = client.call(&single()).send().unwrap_err();
        row.judge("ureq", row.attempts.1, &error, begun.elapsed());
    }
}

pub(crate) const GOOD: &str =
    r#"{"result":{"resultCode":"SUCCESS","resultStatus":"S"},"templateCode":"T1","stock":"7"}"#;

/// The bytes of a signed answer that leaves the connection open.
pub(crate) fn good(path: &str) -> Vec<u8> {
    let mut head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n", GOOD.len());
    for (name, value) in signed(path, GOOD) {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    format!("{head}\r\n{GOOD}").into_bytes()
}

/// The answer of a second call that finds the connection of the first one closed: the first try.
fn is_fresh(response: &Response<Item>) -> bool {
    response.attempts() == 1 && response.stock == Some(7)
}

#[tokio::test]
async fn hyper_notices_what_closed_while_idle() {
    for server in [
        faulty::closes_idle(good(SINGLE.path)),
        faulty::answers(good(SINGLE.path)),
    ] {
        let client = configured(Client::builder(&API), &server.url);
        let client = client.build().unwrap();
        for _ in 0..3 {
            let response = client.call(&single()).send().await.unwrap();
            assert!(is_fresh(&response), "{response:?}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

#[test]
fn ureq_notices_what_closed_while_idle() {
    for server in [
        faulty::closes_idle(good(SINGLE.path)),
        faulty::answers(good(SINGLE.path)),
    ] {
        let client = configured(blocking::builder(&API), &server.url);
        let client = client.build().unwrap();
        for _ in 0..3 {
            let response = client.call(&single()).send().unwrap();
            assert!(is_fresh(&response), "{response:?}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

#[test]
fn a_server_that_is_not_trusted_is_told_of() {
    let server = tls::faulty();
    let client = configured(blocking::builder(&API), &server.url);
    let error = client.build().unwrap().call(&single()).send().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`singleItem` was not sent: the server is not trusted"
    );
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(cause, "the certificate of the server is not trusted");
    assert!(!error.is_retryable());
}
