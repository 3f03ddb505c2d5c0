//! A receiver behind a web server that stipula knows nothing of, over a real socket.

use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::post;
use http::StatusCode;
use serde_json::json;
use stipula::fake::{Fake, NotifyFault};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

stipula_tests::generated!(generated, "/notified");

use generated::notifications::{Notification, PAID, Receiver, SEALED};

/// What the handler needs: the receiver, and where the numbers of orders are kept.
#[derive(Clone)]
struct Hook {
    receiver: Receiver,
    orders: Arc<Mutex<Vec<String>>>,
}

/// The whole handler: the body as bytes, and what the receiver says to answer.
async fn hook(State(hook): State<Hook>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let Ok(body) = axum::body::to_bytes(body, 1 << 20).await else {
        return status(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let received = match hook
        .receiver
        .receive(&http::Request::from_parts(head, body))
    {
        Ok(received) => received,
        Err(error) => return error.answer::<Body>(),
    };
    let order = match received.notification() {
        Notification::Paid(body) => body.order.as_ref().map(|it| it.number.clone()),
        Notification::Sealed(body) => Some(body.resource.0.number.clone()),
        _ => None,
    };
    hook.orders.lock().expect("no panic").extend(order);
    received.answer()
}

fn status(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// Sends a request as the vendor would, and gives the first line of the answer.
async fn send(address: std::net::SocketAddr, request: http::Request<Bytes>) -> String {
    let mut text = format!("POST {} HTTP/1.1\r\nhost: {address}\r\n", request.uri());
    for (name, value) in request.headers() {
        let value = value.to_str().expect("a text");
        write!(text, "{name}: {value}\r\n").expect("a text takes all");
    }
    let length = request.body().len();
    write!(
        text,
        "content-length: {length}\r\nconnection: close\r\n\r\n"
    )
    .expect("a text takes all");
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    stream.write_all(text.as_bytes()).await.expect("it is sent");
    stream.write_all(request.body()).await.expect("it is sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    answer.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn a_receiver_stands_behind_any_server() {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let fake: Fake = generated::fake::start().expect("a fake");
        let orders = Arc::default();
        let hook_of = Hook {
            receiver: fake.receiver::<Notification>().build().expect("a receiver"),
            orders: Arc::clone(&orders),
        };
        let router = Router::new().route("/hook", post(hook)).with_state(hook_of);
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a socket");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async move { axum::serve(listener, router).await });

        let paid = json!({ "id": "1", "event_type": "ORDER.PAID", "order": { "number": "n1" } });
        let sealed = json!({ "event_type": "SECRET", "resource": { "number": "n2" } });
        let to = || http::Uri::from_static("/hook");
        let request = fake.notify(&PAID, &paid).to(to()).request();
        assert_eq!(send(address, request).await, "HTTP/1.1 204 No Content");
        let request = fake.notify(&SEALED, &sealed).to(to()).request();
        assert_eq!(send(address, request).await, "HTTP/1.1 200 OK");
        let request = fake
            .notify(&PAID, &paid)
            .to(to())
            .fault(NotifyFault::WrongKey);
        assert_eq!(
            send(address, request.request()).await,
            "HTTP/1.1 401 Unauthorized"
        );
        assert_eq!(*orders.lock().expect("no panic"), ["n1", "n2"]);
    });
}
