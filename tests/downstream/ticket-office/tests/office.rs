//! The office against the fake: what buyers see, what is counted, and failures that happened once.

use std::{convert::Infallible, sync::Arc, time::Duration};

use alipayhk_ipass::{
    Client,
    codes::CreatePassCode,
    fake,
    stipula::{
        client::{HyperTransport, PrivateKey, RetryPolicy, Signer as _},
        fake::{Answer, Fake, Fault},
    },
};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full};
use hyper::{Request, Response, StatusCode, body::Incoming, service::service_fn};
use hyper_util::{
    client::legacy,
    rt::{TokioExecutor, TokioIo},
};
use serde_json::{Value, json};
use ticket_office::{kms::KeyService, office::Office, server};
use tokio::{net::TcpListener, sync::oneshot};

/// A key service that is busy at first.
async fn key_service(key: &str) -> String {
    let key = Arc::new(PrivateKey::parse(key).expect("a key"));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        for nth in 0.. {
            let (stream, _) = listener.accept().await.expect("a caller");
            let key = Arc::clone(&key);
            let sign = service_fn(move |request: Request<Incoming>| {
                let key = Arc::clone(&key);
                async move {
                    let message = request.collect().await.expect("a message").to_bytes();
                    let mut answer =
                        Response::new(Full::<Bytes>::from(key.sign(&message).expect("signed")));
                    if nth == 0 {
                        *answer.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
                    }
                    Ok::<_, Infallible>(answer)
                }
            });
            let http = hyper::server::conn::http1::Builder::new()
                .keep_alive(false)
                .serve_connection(TokioIo::new(stream), sign);
            tokio::spawn(http);
        }
    });
    format!("http://{address}/sign")
}

/// An office that is open, and what closes it.
struct Open {
    fake: Fake,
    url: String,
    close: oneshot::Sender<()>,
    closed: tokio::task::JoinHandle<()>,
}

async fn open() -> Open {
    let fake = fake::start().expect("a fake");
    let kms = key_service(fake.private_key()).await;
    let client = fake
        .set_up(Client::builder())
        .async_signer(KeyService::at(&kms).expect("an address"))
        .transport(HyperTransport::new().expect("a transport"))
        .retry(RetryPolicy::new().base(Duration::from_millis(1)))
        .build()
        .expect("a client");
    let office = Office::new(
        client,
        "2160120041113167",
        "82022031100135000000000000626075",
    );
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let (close, told) = oneshot::channel();
    let stop = async { told.await.unwrap_or_default() };
    let closed = tokio::spawn(server::serve(
        listener,
        office,
        stop,
        Duration::from_secs(5),
    ));
    Open {
        fake,
        url,
        close,
        closed,
    }
}

impl Open {
    async fn order(&self, serial: &str) -> (u16, Value) {
        let order = json!({
            "serial": serial, "buyer": "oP2102200000000001", "code": "700000000001",
            "valid_from": 1_716_336_000_000_i64, "valid_until": 1_716_422_399_000_i64,
        });
        let request = Request::post(format!("{}/tickets", self.url));
        let (status, text) = sent(
            request
                .body(Full::from(order.to_string()))
                .expect("a request"),
        )
        .await;
        (status, serde_json::from_str(&text).expect("JSON"))
    }

    async fn metrics(&self) -> String {
        let request = Request::get(format!("{}/metrics", self.url));
        sent(request.body(Full::default()).expect("a request"))
            .await
            .1
    }
}

async fn sent(request: Request<Full<Bytes>>) -> (u16, String) {
    let http = legacy::Client::builder(TokioExecutor::new()).build_http();
    let answer = http.request(request).await.expect("an answer");
    let status = answer.status().as_u16();
    let body = answer.collect().await.expect("a body").to_bytes();
    (status, String::from_utf8(body.to_vec()).expect("text"))
}

#[tokio::test]
async fn buyers_get_tickets_once() {
    let office = open().await;
    let (status, sale) = office.order("A-1").await;
    assert_eq!((status, &sale["end"]), (201, &json!("sold")));
    assert!(sale["pass"].is_string(), "{sale}");
    // The answer is lost, and the same serial number finds out that the work was done.
    office.fake.next(Fault::DropAfter);
    assert_eq!(
        office.order("A-2").await,
        (201, json!({ "end": "sold", "pass": null }))
    );
    assert_eq!(
        office.order("A-2").await,
        (201, json!({ "end": "sold", "pass": null }))
    );
    office.fake.next(Answer::code(CreatePassCode::UserNotExist));
    let (status, sale) = office.order("A-3").await;
    assert_eq!((status, &sale["code"]), (409, &json!("USER_NOT_EXIST")));
    let (status, sale) = office.order(&"A".repeat(200)).await;
    assert_eq!((status, &sale["end"]), (422, &json!("invalid")));
    assert!(office.fake.effects().iter().all(|it| it.count == 1));
    let metrics = office.metrics().await;
    for line in [
        "{end=\"sold\"} 3",
        "{end=\"refused\"} 1",
        "{end=\"invalid\"} 1",
    ] {
        assert!(metrics.contains(line), "{metrics}");
    }
}

/// Recorded in production by `OFFICE_FAILURES_FILE`.
#[tokio::test]
async fn a_gateway_that_failed_leaves_the_sale_open() {
    let office = open().await;
    let recorded = office
        .fake
        .replay(include_str!("failures.jsonl"))
        .expect("what was recorded");
    assert_eq!(recorded.len(), 3);
    assert_eq!(office.order("A-1").await, (202, json!({ "end": "open" })));
    assert_eq!(office.order("A-1").await.0, 201);
}

#[tokio::test]
async fn a_sale_is_not_cut_off_when_the_office_closes() {
    let office = open().await;
    office.fake.next(Answer::delay(Duration::from_millis(300)));
    let (sale, ()) = tokio::join!(
        office.order("A-1"),
        tokio::time::sleep(Duration::from_millis(100))
    );
    assert_eq!(sale.0, 201);
    office.close.send(()).expect("it is open");
    office.closed.await.expect("it closes");
    assert!(
        tokio::net::TcpStream::connect(office.url.trim_start_matches("http://"))
            .await
            .is_err()
    );
}
