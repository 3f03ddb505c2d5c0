//! The blocking client: over real sockets, and with scripted faults.

use std::time::Duration;

use stipula::blocking::{self, Blocking, Client, UreqTransport};
use stipula::client::{ErrorKind, RetryPolicy};

use crate::script::{Play, Step};
use crate::server::{Script, Server, answer};
use crate::support::{API, CLIENT_ID, CREATE, Create, QUERY, Query, keys, signed};

const GOOD: &str =
    r#"{"result":{"resultCode":"SUCCESS","resultStatus":"S"},"templateCode":"T1","stock":"7"}"#;

fn builder(url: &str) -> blocking::Builder {
    let keys = keys();
    blocking::builder(&API)
        .base_url(url)
        .client_id(CLIENT_ID)
        .private_key(&keys.merchant.private_pkcs8)
        .platform_key(&keys.platform.public_spki)
        .retry(RetryPolicy::new().base(Duration::from_millis(1)))
}

fn client_of(server: &Server) -> Client {
    builder(&server.url()).build().unwrap()
}

fn query() -> Query {
    Query {
        id: "x1".into(),
        note: None,
    }
}

#[test]
fn a_good_answer() {
    let server = Server::start(vec![answer("200 OK", &signed(QUERY.path, GOOD), GOOD)]);
    let response = client_of(&server).call(&query()).send().unwrap();
    assert_eq!((response.stock, response.attempts()), (Some(7), 1));
    let heard = server.heard.recv().unwrap();
    assert!(heard.head.starts_with("POST /v1/item/detail HTTP/1.1\r\n"));
    assert_eq!(heard.body, br#"{"id":"x1"}"#);
    let mut names: Vec<&str> = heard
        .head
        .lines()
        .skip(1)
        .map(|line| line.split_once(':').unwrap().0)
        .collect();
    names.sort_unstable();
    let expected = [
        "client-id",
        "content-length",
        "content-type",
        "host",
        "request-time",
        "signature",
    ];
    assert_eq!(names, expected, "nothing is sent that was not prepared");
}

#[test]
fn a_lost_answer_and_then_done() {
    let done = r#"{"result":{"resultCode":"HAS_EXIST","resultStatus":"F"}}"#;
    let server = Server::start(vec![
        Script::Say(Vec::new()),
        answer("502 Bad Gateway", &[], "<html>"),
        answer("200 OK", &signed(CREATE.path, done), done),
    ]);
    let request = Create { id: "k".into() };
    let response = client_of(&server).call_in(&request, &true).send().unwrap();
    assert!(response.already_done());
    assert_eq!(response.attempts(), 3);
    let bodies: Vec<Vec<u8>> = (0..3).map(|_| server.heard.recv().unwrap().body).collect();
    assert!(bodies.iter().all(|body| *body == bodies[0]));
}

#[test]
fn what_breaks_off() {
    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"result\"".to_vec();
    let server = Server::start(vec![Script::Say(cut)]);
    let client = client_of(&server);
    let request = query();
    let error = client.call(&request).retry(RetryPolicy::none()).send();
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_retryable() && !error.is_timeout());

    let server = Server::start(vec![Script::Hang]);
    let client = client_of(&server);
    let call = client.call(&request).timeout(Duration::from_millis(50));
    let error = call.retry(RetryPolicy::none()).send().unwrap_err();
    assert!(error.is_timeout(), "{error:?}");
}

#[test]
fn no_connection_is_nothing_sent() {
    let address = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let client = builder(&format!("http://{address}")).build().unwrap();
    let request = Create { id: "k".into() };
    let error = client.call_in(&request, &true).send().unwrap_err();
    assert_eq!(error.to_string(), "`createItem` could not reach the server");
    assert_eq!(error.attempts(), 3);
    assert_eq!(error.outcome(), stipula::client::Outcome::Failed);
}

#[test]
fn redirects_are_not_followed_and_sizes_are_limited() {
    let server = Server::start(vec![
        answer("302 Found", &[("location", "/elsewhere".to_owned())], ""),
        answer("200 OK", &[], &" ".repeat(1001)),
    ]);
    let client = builder(&server.url())
        .blocking_transport(UreqTransport::new().unwrap().max_response(1000))
        .build()
        .unwrap();
    let error = client.raw("PUT", "/x?y=%2F", b"{}".to_vec()).unwrap_err();
    let heard = server.heard.recv().unwrap();
    assert!(heard.head.starts_with("PUT /x?y=%2F HTTP/1.1\r\n"));
    assert_eq!(heard.body, b"{}");
    assert_eq!(error.status().map(|it| it.as_u16()), Some(302), "{error:?}");
    let error = client.raw("POST", "/x", Vec::new()).unwrap_err();
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(cause, "the answer is larger than 1000 bytes");
}

#[test]
fn it_repeats_as_the_asynchronous_one_does() {
    for (first, sent) in [
        (Step::Connect, 2),
        (Step::Timeout, 2),
        (Step::Http(404, None), 1),
        (Step::Result("F", "PARAM_ILLEGAL"), 1),
    ] {
        let play = Play::new(std::slice::from_ref(&first));
        let script = play.clone();
        let client = play
            .settings(blocking::builder(&API))
            .retry(RetryPolicy::new().base(Duration::from_millis(1)))
            .blocking_transport(move |request: http::Request<Vec<u8>>| script.attempt(&request))
            .build()
            .unwrap();
        let request = Create { id: "k".into() };
        let result = client.call_in(&request, &true).send();
        assert_eq!(play.seen.lock().unwrap().bodies.len(), sent, "{first:?}");
        assert_eq!(result.is_ok(), sent == 2);
    }
}

#[test]
fn it_crosses_threads() {
    fn shared<T: Send + Sync + Clone + 'static>() {}
    shared::<Client>();
    shared::<Blocking>();
}
