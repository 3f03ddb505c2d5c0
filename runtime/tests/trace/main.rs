//! What subscribers of `tracing` see, and what they never see.

use std::cell::RefCell;
use std::fmt::{Debug, Write as _};
use std::sync::Once;
use std::sync::atomic::{AtomicU64, Ordering};

use stipula::client::{Client, HyperTransport, RetryPolicy};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::set_global_default;
use tracing::{Event, Metadata, Subscriber};

mod credentials;
#[allow(dead_code, reason = "shared with the tests of the client")]
#[path = "../client/script.rs"]
mod script;
#[allow(dead_code, reason = "shared with the tests of the client")]
#[path = "../client/server.rs"]
mod server;
#[allow(dead_code, reason = "shared with the tests of the client")]
#[path = "../client/support.rs"]
mod support;

use crate::script::{Play, Step, now};
use crate::server::{Server, answer};
use crate::support::{API, CLIENT_ID, Create, QUERY, Query, keys, signed};

thread_local! {
    /// What this thread, that is this test, has told.
    static TOLD: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Writes everything down.
struct Notes(AtomicU64);

impl Notes {
    /// Begins to write, in every test before anything else.
    fn begin() {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            set_global_default(Self(AtomicU64::new(1))).unwrap();
        });
    }

    fn note(what: &str, record: impl FnOnce(&mut Line)) {
        let mut line = Line(what.to_owned());
        record(&mut line);
        TOLD.with_borrow_mut(|text| writeln!(text, "{}", line.0).unwrap());
    }

    fn taken() -> String {
        TOLD.take()
    }
}

struct Line(String);

impl Visit for Line {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, " {}={value:?}", field.name()).unwrap();
    }
}

impl Subscriber for Notes {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        Self::note(span.metadata().name(), |line| span.record(line));
        Id::from_u64(self.0.fetch_add(1, Ordering::Relaxed))
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        Self::note("record", |line| values.record(line));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let what = match *event.metadata().level() {
            tracing::Level::WARN => "warn",
            _ => "event",
        };
        Self::note(what, |line| event.record(line));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn a_span_per_call_and_an_event_per_attempt() {
    Notes::begin();
    let play = Play::new(&[Step::Timeout, Step::Http(429, Some(2))]);
    let client = play.client();
    let request = Create { id: "k".into() };
    now(client.call_in(&request, &true).send()).unwrap();
    let expected = r#"call operation="createItem" otel.kind="client" http.request.method="POST" server.address="127.0.0.1" server.port=1
event message=attempt attempt=1 class="transport" retry_in_ms=199
event message=attempt attempt=2 class="http" http.response.status_code=429 http.request.resend_count=1 retry_in_ms=2000
event message=attempt attempt=3 class="success" http.request.resend_count=2
record attempts=3
record duration_ms=2499
record http.response.status_code=200
record outcome="success"
record class="success"
"#;
    let text: String = Notes::taken()
        .lines()
        .filter(|line| *line != "record")
        .fold(String::new(), |text, line| text + line + "\n");
    assert_eq!(text, expected);
}

#[test]
fn a_failure_tells_its_class_and_outcome() {
    Notes::begin();
    let play = Play::new(&[Step::Timeout, Step::Result("F", "PARAM_ILLEGAL")]);
    let client = play.client();
    let request = Create { id: "k".into() };
    now(client.call_in(&request, &true).send()).unwrap_err();
    now(client.call_in(&request, &false).send()).unwrap_err();
    let text = Notes::taken();
    for line in [
        r#"record outcome="unknown""#,
        r#"record class="failed""#,
        r#"record result_code="PARAM_ILLEGAL""#,
        r#"record class="invalid""#,
        r#"record error.type="invalid""#,
        r#"record otel.status_code="ERROR""#,
        "record attempts=0",
        r#"warn message=call failed error.type="failed" outcome="unknown" result_code="PARAM_ILLEGAL" http.response.status_code=200 attempts=2"#,
        r#"warn message=call failed error.type="invalid" outcome="failed" attempts=0"#,
    ] {
        assert!(
            text.lines().any(|it| it == line),
            "{line} is not in\n{text}"
        );
    }
}

#[test]
fn no_secret_and_no_value_is_told() {
    Notes::begin();
    let body = r#"{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"hush-message"},"templateCode":"hush-data","stock":"hush-stock"}"#;
    let headers = signed(QUERY.path, body);
    let server = Server::start(vec![
        answer("500 Oops", &[], "hush-html"),
        answer("200 OK", &headers, body),
    ]);
    let keys = keys();
    let client = Client::builder(&API)
        .base_url(&server.url())
        .client_id(CLIENT_ID)
        .private_key(&keys.merchant.private_pkcs8)
        .platform_key(&keys.platform.public_spki)
        .transport(HyperTransport::new().unwrap())
        .retry(RetryPolicy::new().base(std::time::Duration::from_millis(1)))
        .build()
        .unwrap();
    let request = Query {
        id: "xhush-request".into(),
        note: Some("hush-note".into()),
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let call = client.call(&request).unchecked();
    let response = runtime.block_on(call.send()).unwrap();
    assert!(response.misfits().at("/stock").is_some());
    let text = Notes::taken();
    assert!(text.contains("record misfits=1"), "{text}");
    // The trace id comes with the answer and is for support; so it is told.
    assert!(text.contains(r#"record trace_id="trace-1""#), "{text}");
    let signature = &server.heard.recv().unwrap().head;
    let signature = signature.split("signature=").nth(1).unwrap();
    for secret in ["hush", CLIENT_ID, &signature[..40], "PRIVATE"] {
        assert!(!text.contains(secret), "`{secret}` is in\n{text}");
    }
}
