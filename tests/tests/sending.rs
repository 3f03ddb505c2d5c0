//! A client whose requests take every form that there is.

use std::future::Future;

use stipula::client::{Client as Core, DefaultTransport, Outcome};
use stipula::fake::{Answer, Fake};

stipula_tests::generated!(generated, "/sending");

use generated::{client::Client, request::*};

fn run<T>(work: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build();
    runtime.expect("a runtime").block_on(work)
}

fn fake() -> (Fake, Client) {
    let fake = generated::fake::start().expect("a fake");
    let core: Core<DefaultTransport> = fake.builder().build().expect("a client");
    (fake, Client::from(core))
}

#[test]
fn a_head_has_a_query_and_gets_headers() {
    let (fake, client) = fake();
    let request = ProbeRequest::new().id("a b").version(3);
    let answer = run(client.probe(&request).send()).expect("an answer");
    assert_eq!(answer.headers()["content-type"], "application/json");
    let sent = fake.requests().swap_remove(0);
    assert_eq!(
        (sent.method.as_str(), sent.path.as_str()),
        ("HEAD", "/things/a%20b?version=3")
    );
    assert!(sent.body.is_empty() && !sent.headers.contains_key("content-type"));
    fake.next(Answer::status(404));
    let error = run(client.probe(&request).send()).unwrap_err();
    assert_eq!(error.outcome(), Outcome::Failed);
    assert_eq!(
        error.to_string(),
        "`probe` was answered with HTTP 404 Not Found"
    );
    // What only asks may be asked again.
    fake.next(Answer::status(503));
    let answer = run(client.probe(&request).send()).expect("an answer");
    assert_eq!(answer.attempts(), 2);
}
