//! HTTPS up to the point where a certificate is judged. Only public authorities are trusted, so
//! nothing on this machine gets further.

use std::net::TcpListener;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection};
use serde::Deserialize;
use stipula::blocking;
use stipula::client::{Builder, Client, Error, Outcome, RetryPolicy};

use crate::faulty::Faulty;
use crate::support::{API, CLIENT_ID, Single, keys, vectors};

#[derive(Deserialize)]
struct Tls {
    certificate: String,
    private_key: String,
}

/// A server with a certificate that nobody trusts.
pub(crate) fn faulty() -> Faulty {
    let tls: Tls = vectors("tls");
    let certificate = CertificateDer::from(STANDARD.decode(tls.certificate).unwrap());
    let key = PrivatePkcs8KeyDer::from(STANDARD.decode(tls.private_key).unwrap());
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key.into())
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            // The client breaks off when it has seen the certificate.
            let _ = connection.complete_io(&mut stream.unwrap());
        }
    });
    Faulty::at("https", address)
}

fn settings<T>(builder: Builder<T>) -> Builder<T> {
    let keys = keys();
    builder
        .base_url(&faulty().url)
        .client_id(CLIENT_ID)
        .private_key(&keys.merchant.private_pkcs8)
        .platform_key(&keys.platform.public_spki)
        .retry(RetryPolicy::new().attempts(2).base(Duration::ZERO))
}

fn request() -> Single {
    Single { id: "k".into() }
}

/// Nothing was sent, and another attempt would see the same certificate.
fn judge(error: &Error) {
    assert_eq!((error.attempts(), error.outcome()), (1, Outcome::Failed));
    let text = format!("{error:?}");
    assert!(text.contains("InvalidCertificate"), "{text}");
}

#[tokio::test]
async fn strangers_are_refused() {
    let client = settings(Client::builder(&API)).build().unwrap();
    judge(&client.call(&request()).send().await.unwrap_err());
}

#[test]
fn strangers_are_refused_by_the_blocking_client() {
    let client = settings(blocking::builder(&API)).build().unwrap();
    let request = request();
    judge(&client.call(&request).send().unwrap_err());
    let call = client.call(&request).timeout(Duration::from_secs(20));
    judge(&call.send().unwrap_err());
}
