//! What a client sends for each request of `encodings/requests.json`, beside what an encoder that shares no
//! code with us writes. `.ci/encodings.py` made the table, and compares it again.

use std::{collections::BTreeMap, fmt::Write as _};

use http::header::CONTENT_TYPE;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use stipula::Validate;
use stipula::client::{Client, DefaultTransport, Request};
use stipula::fake::{Answer, Fake, Received};

stipula_tests::generated!(generated, "/encodings");

use generated::request::*;

#[derive(Deserialize)]
struct Row<'a> {
    operation: String,
    #[serde(borrow)]
    request: &'a RawValue,
    sent: Sent,
}

/// What travels.
#[derive(Debug, PartialEq, Deserialize)]
struct Sent {
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    body: Option<String>,
}

/// The headers that the table tells.
const TOLD: [&str; 3] = ["Content-Type", "X-Force", "X-Tags"];

impl From<&Received> for Sent {
    fn from(it: &Received) -> Self {
        let headers = TOLD.iter().filter_map(|name| {
            let value = it.headers.get(*name)?;
            Some(((*name).to_owned(), value.to_str().ok()?.to_owned()))
        });
        let is_bytes = it
            .headers
            .get(CONTENT_TYPE)
            .is_some_and(|it| it == "application/octet-stream");
        let text = if is_bytes {
            it.body.iter().map(|it| char::from(*it)).collect()
        } else {
            String::from_utf8_lossy(&it.body).into_owned()
        };
        Self {
            method: it.method.clone(),
            path: it.path.clone(),
            headers: headers.collect(),
            body: it.headers.contains_key(CONTENT_TYPE).then_some(text),
        }
    }
}

/// A client and the fake that it calls.
struct Pair {
    fake: Fake,
    client: Client<DefaultTransport>,
    runtime: tokio::runtime::Runtime,
}

impl Pair {
    fn new() -> Self {
        let fake = generated::fake::start().expect("a fake");
        let client = fake.builder().build().expect("a client");
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().build().expect("a runtime");
        Self {
            fake,
            client,
            runtime,
        }
    }

    /// Sends a request, and says what came; an error is the text of the client's.
    fn send(&self, operation: &str, request: &str) -> Result<Received, String> {
        match operation {
            "item" => self.call::<ItemRequest>(request),
            "file" => self.call::<FileRequest>(request),
            "range" => self.call::<RangeRequest>(request),
            "search" => self.call::<SearchRequest>(request),
            "form" => self.call::<FormRequest>(request),
            "remove" => self.call::<RemoveRequest>(request),
            "change" => self.call::<ChangeRequest>(request),
            "rows" => self.call::<RowsRequest>(request),
            "one" => self.call::<OneRequest>(request),
            "text" => self.call::<TextRequest>(request),
            "bytes" => self.call::<BytesRequest>(request),
            "empty" => self.call::<EmptyRequest>(request),
            "ping" => self.call::<PingRequest>(request),
            other => panic!("no request for `{other}`"),
        }
    }

    fn call<R>(&self, json: &str) -> Result<Received, String>
    where
        R: Request + DeserializeOwned + Validate<Context = ()> + Sync,
    {
        let request: R = serde_json::from_str(json).expect("a request");
        self.fake.next(Answer::body(""));
        let answer = self
            .runtime
            .block_on(async { self.client.call(&request).send().await });
        answer.map_err(|error| error.to_string())?;
        let received = self.fake.requests().pop().expect("a request");
        match received.verdict.refusal() {
            Some(refusal) => Err(refusal.message().to_owned()),
            None => Ok(received),
        }
    }
}

#[test]
fn what_is_sent_is_what_an_independent_encoder_writes() {
    let rows: Vec<Row<'_>> =
        serde_json::from_str(include_str!("../encodings/requests.json")).expect("a table");
    assert!(rows.len() >= 60, "{} rows", rows.len());
    let pair = Pair::new();
    let differ = rows.iter().filter_map(|row| {
        let found = pair.send(&row.operation, row.request.get());
        let found = found.map(|it| Sent::from(&it));
        let is_same = found.as_ref() == Ok(&row.sent);
        (!is_same).then(|| {
            format!(
                "{} {}\n  {:?}\n  {found:?}",
                row.operation, row.request, row.sent
            )
        })
    });
    let differ: Vec<String> = differ.collect();
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

/// What would arrive as another value is refused before it is sent.
#[test]
fn what_cannot_be_written_is_refused() {
    let pair = Pair::new();
    let mut told = String::new();
    for (operation, request) in [
        ("item", r#"{"id":""}"#),
        ("item", r#"{"id":"."}"#),
        ("item", r#"{"id":".."}"#),
        ("item", "{}"),
        ("search", r#"{"comma":["a,b","c"]}"#),
        ("form", r#"{"comma":["a,b"]}"#),
        ("remove", r#"{"id":1,"tags":["a,b"]}"#),
        ("remove", r#"{"id":1,"tags":["a\nb"]}"#),
        ("remove", r#"{"id":1,"tags":["é"]}"#),
    ] {
        let found = pair.send(operation, request);
        let found = found.map(|it| format!("sent: {:?}", Sent::from(&it)));
        let found = found.unwrap_or_else(|it| it);
        let _ = writeln!(told, "{operation} {request}\n    {found}");
    }
    insta::assert_snapshot!(told);
}
