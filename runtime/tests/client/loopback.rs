//! Calls over real sockets, with everything that can come back.

use std::time::{Duration, SystemTime};

use stipula::client::{
    Client, Error, ErrorKind, HyperTransport, PairHeader, PrivateKey, Response, RetryPolicy,
    Signer as _,
};

use crate::server::{Script, Server, answer};
use crate::support::{API, CLIENT_ID, CREATE, Create, Item, QUERY, Query, keys, signed};

stipula::open_enum! {
    /// Codes of the operation.
    enum Code {
        /// Later.
        Busy = "SYSTEM_BUSY",
    }
}

const GOOD: &str =
    r#"{"result":{"resultCode":"SUCCESS","resultStatus":"S"},"templateCode":"T1","stock":"7"}"#;

fn client_of(url: &str) -> Client {
    let transport = HyperTransport::builder()
        .connect_timeout(Duration::from_secs(20))
        .timeout(Duration::from_secs(20))
        .max_response(10_000);
    let keys = keys();
    Client::builder(&API)
        .base_url(url)
        .client_id(CLIENT_ID)
        .private_key(&keys.merchant.private_pkcs8)
        .platform_key(&keys.platform.public_spki)
        .clock(SystemTime::UNIX_EPOCH + Duration::from_secs(1_716_340_341))
        .retry(RetryPolicy::none())
        .transport(transport.build().unwrap())
        .build()
        .unwrap()
}

fn query() -> Query {
    Query {
        id: "x1".into(),
        note: None,
    }
}

async fn answered(script: Script) -> Result<Response<Item>, Error> {
    let server = Server::start(vec![script]);
    client_of(&server.url()).call(&query()).send().await
}

fn good() -> Script {
    answer("200 OK", &signed(QUERY.path, GOOD), GOOD)
}

#[tokio::test]
async fn a_good_answer() {
    let server = Server::start(vec![good()]);
    let request = Query {
        note: Some("n".into()),
        id: "a".into(),
    };
    let response = client_of(&server.url())
        .call(&request)
        .send()
        .await
        .unwrap();
    assert_eq!(response.stock, Some(7));
    assert_eq!(response.status(), 200);
    assert_eq!(response.trace_id(), Some("trace-1"));
    assert_eq!(response.headers()["client-id"], CLIENT_ID);
    assert_eq!(
        response.warnings().iter().next().unwrap().pointer(),
        "/note"
    );
    assert_eq!(response.into_data().template_code.as_deref(), Some("T1"));

    let heard = server.heard.recv().unwrap();
    assert_eq!(heard.body, br#"{"id":"a","note":"n"}"#);
    assert!(
        heard.head.starts_with("POST /v1/item/detail HTTP/1.1\r\n"),
        "{}",
        heard.head
    );
    let mut text = format!("POST {}\n{CLIENT_ID}.2024-05-22T01:12:21Z.", QUERY.path).into_bytes();
    text.extend_from_slice(&heard.body);
    let signature = PrivateKey::parse(&keys().merchant.private_pkcs1)
        .unwrap()
        .sign(&text)
        .unwrap();
    let expected = PairHeader::SIGNATURE.write("RSA256", 1, &signature);
    for line in [
        "content-type: application/json; charset=UTF-8".to_owned(),
        "request-time: 2024-05-22T01:12:21Z".to_owned(),
        format!("signature: {expected}"),
    ] {
        assert!(
            heard.head.contains(&line),
            "{line} is not in {}",
            heard.head
        );
    }
}

#[tokio::test]
async fn an_invalid_request_is_not_sent() {
    let client = client_of("http://127.0.0.1:1");
    let request = Query {
        id: "too long".into(),
        note: None,
    };
    let error = client.call(&request).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert_eq!(error.violations().len(), 1);
    assert_eq!(
        error.to_string(),
        "`queryItem` was not sent: `/id` must have at most 4 characters (Query.id.max_chars)"
    );
    let error = client.call(&request).unchecked().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    let request = Create { id: String::new() };
    let error = client.call_in(&request, &false).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
}

#[tokio::test]
async fn failed_and_unknown_outcomes() {
    for (status, code, kind, retryable) in [
        ("F", "PARAM_ILLEGAL", ErrorKind::Failed, false),
        ("F", "SYSTEM_BUSY", ErrorKind::Failed, true),
        ("F", "HAS_EXIST", ErrorKind::Failed, false),
        ("U", "UNKNOWN", ErrorKind::Unknown, true),
        ("A", "ACCEPTED", ErrorKind::Unknown, true),
    ] {
        let body = format!(
            r#"{{"resultInfo":{{"resultCode":"{code}","resultStatus":"{status}","resultMsg":"why\nnot"}}}}"#
        );
        let server = Server::start(vec![answer("200 OK", &signed(CREATE.path, &body), &body)]);
        let request = Create { id: String::new() };
        let client = client_of(&server.url());
        let error = client.call_in(&request, &true).send().await.unwrap_err();
        assert_eq!(
            (error.kind(), error.is_retryable()),
            (kind, retryable),
            "{error}"
        );
        assert_eq!(error.is_already_done(), code == "HAS_EXIST");
        assert_eq!(error.result_code(), Some(code));
        assert_eq!(error.code(), Some(Code::from_text(code)));
        assert_eq!(error.code() == Some(Code::Busy), code == "SYSTEM_BUSY");
        assert_eq!(error.trace_id(), Some("trace-1"));
        let text = error.to_string();
        assert!(
            text.ends_with("why not (trace `trace-1`)") && !text.contains('\n'),
            "{text}"
        );
    }
}

#[tokio::test]
async fn an_unsigned_success_is_refused() {
    let error = answered(answer("200 OK", &[], GOOD)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Signature);
}

#[tokio::test]
async fn the_wrong_key_is_refused() {
    let mut headers = signed(QUERY.path, GOOD);
    let key = PrivateKey::parse(&keys().merchant.private_pkcs8).unwrap();
    let text = format!("POST {}\n{CLIENT_ID}.{}.{GOOD}", QUERY.path, headers[1].1);
    headers[2].1 = PairHeader::SIGNATURE.write("RSA256", 1, &key.sign(text.as_bytes()).unwrap());
    let error = answered(answer("200 OK", &headers, GOOD))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Signature);
    assert!(
        error.to_string().contains("check that the platform key"),
        "{error}"
    );
}

#[tokio::test]
async fn html_and_other_statuses() {
    let html = "<html>secret</html>";
    let error = answered(answer("200 OK", &[], html)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(
        error.to_string().contains("expected JSON, found HTML"),
        "{error}"
    );

    let error = answered(answer("502 Bad Gateway", &[], html))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Http);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(502));
    assert!(error.is_retryable());
    assert_eq!(
        error.to_string(),
        "`queryItem` was answered with HTTP 502 Bad Gateway and HTML, expected 200 and JSON"
    );

    let elsewhere = [("location", "http://127.0.0.1:1/".to_owned())];
    let error = answered(answer("302 Found", &elsewhere, ""))
        .await
        .unwrap_err();
    assert!(
        error.to_string().contains("redirects are not followed"),
        "{error}"
    );
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn truncated_answers() {
    let body = &GOOD[..30];
    let error = answered(answer("200 OK", &[], body)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(
        error.to_string().contains("the JSON ends too early"),
        "{error}"
    );

    let cut = b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"result\"".to_vec();
    let error = answered(Script::Say(cut)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.is_retryable() && !error.is_timeout());

    let error = answered(Script::Say(Vec::new())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);

    let error = answered(answer("200 OK", &[], "")).await.unwrap_err();
    assert!(error.to_string().contains("found an empty body"), "{error}");
}

#[tokio::test]
async fn a_field_of_another_type() {
    let body = GOOD.replace("\"7\"", "\"secret 7\"");
    let response = answered(answer("200 OK", &signed(QUERY.path, &body), &body))
        .await
        .unwrap();
    assert_eq!(response.template_code.as_deref(), Some("T1"));
    assert_eq!(response.stock, None);
    let text = format!("{response:?} {}", response.misfits());
    assert!(text.contains("`/stock`: expected a whole number"), "{text}");
    assert!(!text.contains("secret"), "{text}");
    let misfit = response.misfits().at("/stock").unwrap();
    assert_eq!(misfit.raw(), "\"secret 7\"");
}

#[tokio::test]
async fn an_oversize_answer_is_not_read() {
    let body = " ".repeat(10_001);
    let error = answered(answer("200 OK", &[], &body)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert_eq!(cause, "the answer is larger than 10000 bytes");
    assert!(!error.is_retryable());
}

#[tokio::test]
async fn a_silent_server_times_out() {
    let server = Server::start(vec![Script::Hang]);
    let client = client_of(&server.url());
    let request = query();
    let call = client.call(&request).timeout(Duration::from_millis(50));
    let error = call.send().await.unwrap_err();
    assert!(error.is_timeout() && error.is_retryable(), "{error}");
}

#[tokio::test]
async fn a_refused_connection() {
    // Bound and released: nobody listens there now.
    let address = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let client = client_of(&format!("http://{address}"));
    let error = client
        .call_in(&Create { id: String::new() }, &true)
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.to_string(), "`createItem` could not reach the server");
    assert!(error.is_retryable());
}

#[tokio::test]
async fn a_raw_call() {
    let path = "/v2/new?x=%2F";
    let server = Server::start(vec![answer("200 OK", &signed(path, GOOD), GOOD)]);
    let response = client_of(&server.url())
        .raw("POST", path, b"{}".to_vec())
        .await
        .unwrap();
    assert_eq!(response["templateCode"], "T1");
    assert!(
        server
            .heard
            .recv()
            .unwrap()
            .head
            .starts_with("POST /v2/new?x=%2F ")
    );
}

#[test]
fn clients_and_futures_cross_threads() {
    fn send<T: Send>(_: &T) {}
    fn shared<T: Send + Sync + Clone + 'static>() {}
    fn error<T: std::error::Error + Send + Sync + 'static>() {}
    shared::<Client>();
    let client = client_of("http://127.0.0.1:1");
    let request = query();
    let call = client.call(&request).send();
    send(&call);
    send(&client.raw("POST", "/", Vec::new()));
    // Futures of this size can be nested a few times without a thought of the stack.
    let size = size_of_val(&call);
    assert!(size <= 6 * 1024, "{size} bytes");
    error::<Error>();
}
