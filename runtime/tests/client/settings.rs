//! The settings of both transports: each does the same for hyper and for ureq.

use std::convert::Infallible;
use std::io::Write as _;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use stipula::blocking::{self, UreqTransport};
use stipula::client::{
    Client, Error, HyperTransport, Outcome, Response, RetryPolicy, TransportError,
    TransportErrorKind,
};

use crate::faulty;
use crate::proxies::Proxy;
use crate::secure::{self, Asks};
use crate::support::{API, Item, SINGLE, Single};
use crate::transports::{GOOD, configured, good};

type Told = Result<Response<Item>, Error>;

fn single() -> Single {
    Single { id: "k".into() }
}

fn by_hyper(url: &str, transport: HyperTransport) -> Told {
    let client = configured(Client::builder(&API), url).transport(transport);
    let client = client.retry(RetryPolicy::none()).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.enable_all().build().unwrap();
    runtime.block_on(client.call(&single()).send())
}

fn by_ureq(url: &str, transport: UreqTransport) -> Told {
    let client = configured(blocking::builder(&API), url).blocking_transport(transport);
    let client = client.retry(RetryPolicy::none()).build().unwrap();
    client.call(&single()).send()
}

/// What a call gives with these settings, by both transports.
macro_rules! both {
    ($url:expr, $($set:tt)*) => {
        [
            by_hyper($url, HyperTransport::builder()$($set)*.build().unwrap()),
            by_ureq($url, UreqTransport::builder()$($set)*.build().unwrap()),
        ]
    };
}

fn all_good(told: [Told; 2]) {
    for told in told {
        assert_eq!(told.unwrap().stock, Some(7));
    }
}

fn all_fail(told: [Told; 2], kind: TransportErrorKind, cause: &str) {
    for told in told {
        let error = told.unwrap_err();
        let source = std::error::Error::source(&error).unwrap();
        let source: &TransportError = source.downcast_ref().unwrap();
        assert_eq!((source.kind(), error.outcome()), (kind, Outcome::Failed));
        let text = format!("{error:?}");
        assert!(text.contains(cause), "{cause} is not in {text}");
    }
}

fn secure(asks: Asks) -> faulty::Faulty {
    secure::answers(asks, good(SINGLE.path))
}

#[test]
fn own_roots() {
    let server = secure(Asks::Nothing);
    let own = secure::chain().authority;
    all_good(both!(&server.url, .add_roots(&own)));
    all_good(both!(&server.url, .only_roots(&own)));
    all_fail(
        both!(&server.url,),
        TransportErrorKind::Untrusted,
        "UnknownIssuer",
    );
}

#[cfg(feature = "system-roots")]
#[test]
fn roots_of_the_system() {
    let server = secure(Asks::Nothing);
    let own = secure::chain().authority;
    all_fail(
        both!(&server.url, .system_roots()),
        TransportErrorKind::Untrusted,
        "not trusted",
    );
    all_good(both!(&server.url, .system_roots().add_roots(&own)));
}

#[test]
fn a_certificate_of_the_client() {
    let server = secure(Asks::Certificate);
    let chain = secure::chain();
    let (own, key) = (&chain.client, &chain.client_key);
    all_good(both!(&server.url, .add_roots(&chain.authority).client_certificate(own, key)));
    for told in both!(&server.url, .add_roots(&chain.authority)) {
        assert!(told.is_err(), "{told:?}");
    }
}

#[test]
fn all_of_tls() {
    let server = secure(Asks::Nothing);
    let mut roots = RootCertStore::empty();
    let authority = secure::chain().authority;
    roots
        .add(CertificateDer::from_pem_slice(authority.as_bytes()).unwrap())
        .unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let own = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    all_good(both!(&server.url, .tls(own.clone())));

    let mut odd = own.clone();
    odd.alpn_protocols = vec![b"h3".to_vec()];
    let error = UreqTransport::builder().tls(odd).build().unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::Setup);
    assert_eq!(
        error.to_string(),
        "`tls` asks for `h3`, which this transport does not speak"
    );
    let error = HyperTransport::builder()
        .tls(own)
        .add_roots(&authority)
        .build()
        .unwrap_err();
    let told = "`tls` holds roots and certificates already; set them there";
    assert_eq!(error.to_string(), told);
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let wrong = UreqTransport::builder()
        .add_roots("no PEM")
        .client_certificate("", "")
        .proxy("https://u:hush@x")
        .no_proxy("a/b")
        .max_concurrent(0);
    assert!(!format!("{wrong:?}").contains("hush"));
    assert_eq!(
        wrong.build().unwrap_err().to_string(),
        "`add_roots` cannot be used: it holds no certificate in PEM; \
         `client_certificate` cannot be used: it holds no certificate in PEM; \
         `proxy` cannot be used: a proxy is reached without TLS: write `http://`; \
         `no_proxy` cannot be used: `a/b` is neither a host, a domain, an address nor a network; \
         `max_concurrent` has to be 1 or more"
    );
}

#[test]
fn proxies() {
    let own = secure::chain().authority;
    let plain = faulty::answers(good(SINGLE.path));
    let secret = secure(Asks::Nothing);
    for (proxy, scheme) in [
        (Proxy::http(), "http://u:p%20w@"),
        (Proxy::socks(), "socks5h://"),
    ] {
        let address = format!("{scheme}{}", proxy.place());
        for (server, scheme) in [(&plain, "http"), (&secret, "https")] {
            let port = server.place().rsplit_once(':').unwrap().1;
            let place = format!("shop.test:{port}");
            let url = format!("{scheme}://{place}");
            all_good(both!(&url, .add_roots(&own).proxy(&address)));
            let asked = std::mem::take(&mut *proxy.asked.lock().unwrap());
            assert_eq!(asked, [place.clone(), place]);
        }
        all_good(both!(&plain.url, .proxy(&address).no_proxy("10.0.0.0/8, 127.0.0.1")));
        assert!(proxy.asked.lock().unwrap().is_empty());
    }
}

#[test]
fn proxies_that_give_no_way() {
    let no_login = Proxy::http();
    let address = format!("http://u:hush@{}", no_login.place());
    let told = both!("http://shop.test", .proxy(&address));
    all_fail(told, TransportErrorKind::Connect, "(HTTP 407)");
    let refused = faulty::refused();
    let told = both!("http://shop.test", .proxy(refused.place()));
    all_fail(told, TransportErrorKind::Connect, "no connection");
    let silent = faulty::silent("tcp");
    for scheme in ["http", "socks5h"] {
        let begun = Instant::now();
        let address = format!("{scheme}://{}", silent.place());
        let limit = Duration::from_millis(200);
        let told = both!("https://shop.test", .proxy(&address).connect_timeout(limit));
        all_fail(
            told,
            TransportErrorKind::Connect,
            "no connection within 200ms",
        );
        assert!(begun.elapsed() < Duration::from_secs(3));
    }
}

#[test]
fn own_names() {
    let server = faulty::answers(good(SINGLE.path));
    let port = server.place().rsplit_once(':').unwrap().1;
    let url = format!("http://shop.test:{port}");
    let here = |host: &str| {
        assert_eq!(host, "shop.test");
        Ok(vec![IpAddr::V4(Ipv4Addr::LOCALHOST)])
    };
    all_good(both!(&url, .resolver(here)));
    let nowhere = |_: &str| Ok(Vec::new());
    let told = both!(&url, .resolver(nowhere));
    all_fail(
        told,
        TransportErrorKind::Connect,
        "`shop.test` has no address",
    );
}

#[test]
fn names_share_the_time_of_their_connection() {
    let (hold, held) = mpsc::channel::<()>();
    let held = Arc::new(std::sync::Mutex::new(held));
    let slow = move |_: &str| {
        let _ = held.lock().unwrap().recv();
        Ok(Vec::new())
    };
    let limit = Duration::from_millis(200);
    let begun = Instant::now();
    let told = UreqTransport::builder()
        .resolver(slow.clone())
        .connect_timeout(limit);
    let told = by_ureq("http://shop.test", told.build().unwrap()).unwrap_err();
    assert!(
        format!("{told:?}").contains("no connection within 200ms"),
        "{told:?}"
    );
    // A runtime that ends waits for its threads, so it is told to let them be.
    let transport = HyperTransport::builder()
        .resolver(slow)
        .connect_timeout(limit);
    let client = configured(Client::builder(&API), "http://shop.test");
    let client = client.transport(transport.build().unwrap());
    let client = client.retry(RetryPolicy::none()).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.enable_all().build().unwrap();
    let told = runtime.block_on(client.call(&single()).send()).unwrap_err();
    runtime.shutdown_background();
    assert!(
        format!("{told:?}").contains("no connection within 200ms"),
        "{told:?}"
    );
    assert!(begun.elapsed() < Duration::from_secs(3));
    drop(hold);
}

/// A server that counts its connections, and how many requests it has at once at most.
struct Counting {
    server: faulty::Faulty,
    connections: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

fn counting() -> Counting {
    let (connections, most): (Arc<AtomicUsize>, Arc<AtomicUsize>) = Default::default();
    let (all, at_once, now) = (connections.clone(), most.clone(), AtomicUsize::new(0));
    let server = faulty::serving("http", move |mut stream| {
        all.fetch_add(1, Ordering::SeqCst);
        while faulty::hear(&mut stream).is_some() {
            at_once.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(50));
            now.fetch_sub(1, Ordering::SeqCst);
            stream.write_all(&good(SINGLE.path)).unwrap();
        }
    });
    Counting {
        server,
        connections,
        most,
    }
}

#[tokio::test]
async fn idle_connections_of_hyper() {
    for (idle, connections) in [(Some(Duration::from_millis(50)), 3), (None, 1)] {
        let counting = counting();
        let mut transport = HyperTransport::builder();
        if let Some(idle) = idle {
            transport = transport.pool_idle_timeout(idle);
        }
        let client = configured(Client::builder(&API), &counting.server.url);
        let client = client
            .transport(transport.build().unwrap())
            .build()
            .unwrap();
        for _ in 0..3 {
            client.call(&single()).send().await.unwrap();
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
        assert_eq!(counting.connections.load(Ordering::SeqCst), connections);
    }
}

#[test]
fn idle_connections_of_ureq() {
    for (idle, connections) in [(Some(Duration::from_millis(50)), 3), (None, 1)] {
        let counting = counting();
        let mut transport = UreqTransport::builder();
        if let Some(idle) = idle {
            transport = transport.pool_idle_timeout(idle);
        }
        let client = configured(blocking::builder(&API), &counting.server.url);
        let client = client.blocking_transport(transport.build().unwrap());
        let client = client.build().unwrap();
        for _ in 0..3 {
            client.call(&single()).send().unwrap();
            std::thread::sleep(Duration::from_millis(150));
        }
        assert_eq!(counting.connections.load(Ordering::SeqCst), connections);
    }
}

#[tokio::test]
async fn exchanges_of_hyper_at_once() {
    let counting = counting();
    let transport = HyperTransport::builder().max_concurrent(2).build().unwrap();
    let client = configured(Client::builder(&API), &counting.server.url);
    let client = client.transport(transport).build().unwrap();
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let client = client.clone();
        calls.spawn(async move { client.call(&single()).send().await.unwrap() });
    }
    assert_eq!(calls.join_all().await.len(), 6);
    assert_eq!(counting.most.load(Ordering::SeqCst), 2);
}

#[test]
fn exchanges_of_ureq_at_once() {
    let counting = counting();
    let transport = UreqTransport::builder().max_concurrent(2).build().unwrap();
    let client = configured(blocking::builder(&API), &counting.server.url);
    let client = client.blocking_transport(transport).build().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| client.call(&single()).send().unwrap());
        }
    });
    assert_eq!(counting.most.load(Ordering::SeqCst), 2);
}

#[test]
fn whoever_waits_for_its_turn_has_sent_nothing() {
    let server = faulty::silent("http");
    let limit = Duration::from_millis(200);
    let transport = UreqTransport::builder().max_concurrent(1).timeout(limit);
    let transport = transport.build().unwrap();
    let other = transport.clone();
    let first = std::thread::spawn({
        let url = server.url.clone();
        move || by_ureq(&url, other.timeout(Duration::from_millis(600)))
    });
    std::thread::sleep(Duration::from_millis(100));
    let error = by_ureq(&server.url, transport).unwrap_err();
    assert_eq!(error.outcome(), Outcome::Failed, "{error:?}");
    assert_eq!(
        first.join().unwrap().unwrap_err().outcome(),
        Outcome::Unknown
    );
}

#[cfg(feature = "compression")]
#[test]
fn compressed_answers() {
    let mut body = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    body.write_all(GOOD.as_bytes()).unwrap();
    let body = body.finish().unwrap();
    let text = String::from_utf8(good(SINGLE.path)).unwrap();
    let (head, _) = text.split_once("\r\n\r\n").unwrap();
    let length = format!("content-length: {}", GOOD.len());
    let head = head.replace(&length, &format!("content-length: {}", body.len()));
    let mut answer = format!("{head}\r\ncontent-encoding: gzip\r\n\r\n").into_bytes();
    answer.extend_from_slice(&body);
    let server = faulty::serving("http", move |mut stream| {
        while let Some(request) = faulty::heard(&mut stream) {
            let asks = request
                .to_ascii_lowercase()
                .contains("accept-encoding: gzip, br\r\n");
            let answer = if asks {
                answer.clone()
            } else {
                good(SINGLE.path)
            };
            stream.write_all(&answer).unwrap();
        }
    });
    all_good(both!(&server.url, .compression()));
    all_good(both!(&server.url,));
    for told in both!(&server.url, .compression().max_response(GOOD.len() - 1)) {
        let text = format!("{:?}", told.unwrap_err());
        assert!(text.contains("the answer is larger than"), "{text}");
    }
}

/// A server that has HTTP/2, and the versions that its requests came by.
#[cfg(feature = "http2")]
async fn with_http2(seen: mpsc::Sender<http::Version>) -> String {
    use hyper::body::{Bytes, Incoming};
    use hyper_util::rt::{TokioExecutor, TokioIo};

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut config = secure::config(Asks::Nothing);
    config.alpn_protocols = vec![b"h2".to_vec()];
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let stream = acceptor.accept(stream).await.unwrap();
            let seen = seen.clone();
            let service = hyper::service::service_fn(move |request: http::Request<Incoming>| {
                seen.send(request.version()).unwrap();
                let mut answer = http::Response::builder();
                for (name, value) in crate::support::signed(SINGLE.path, GOOD) {
                    answer = answer.header(name, value);
                }
                let body = http_body_util::Full::new(Bytes::from_static(GOOD.as_bytes()));
                std::future::ready(Ok::<_, Infallible>(answer.body(body).unwrap()))
            });
            tokio::spawn(
                hyper::server::conn::http2::Builder::new(TokioExecutor::new())
                    .serve_connection(TokioIo::new(stream), service),
            );
        }
    });
    format!("https://{address}")
}

#[cfg(feature = "http2")]
#[tokio::test]
async fn http2_where_the_server_has_it() {
    let (seen, versions) = mpsc::channel();
    let url = with_http2(seen).await;
    let own = secure::chain().authority;
    let transport = HyperTransport::builder().add_roots(&own).http2();
    let client = configured(Client::builder(&API), &url);
    let client = client
        .transport(transport.build().unwrap())
        .build()
        .unwrap();
    for _ in 0..2 {
        let response = client.call(&single()).send().await.unwrap();
        assert_eq!(response.stock, Some(7));
        assert_eq!(versions.recv().unwrap(), http::Version::HTTP_2);
    }
    // Another server has HTTP/1.1 alone.
    let server = secure(Asks::Nothing);
    let transport = HyperTransport::builder().add_roots(&own).http2();
    let client = configured(Client::builder(&API), &server.url);
    let client = client
        .transport(transport.build().unwrap())
        .build()
        .unwrap();
    client.call(&single()).send().await.unwrap();
}
