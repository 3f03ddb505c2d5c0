//! Servers over TLS with certificates by an authority of the tests.

use std::io::Write as _;
use std::net::TcpStream;
use std::sync::Arc;

use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, StreamOwned};
use serde::Deserialize;

use crate::faulty::{self, Faulty};
use crate::support::vectors;

#[derive(Deserialize)]
pub(crate) struct Chain {
    pub(crate) authority: String,
    server: String,
    server_key: String,
    pub(crate) client: String,
    pub(crate) client_key: String,
}

pub(crate) fn chain() -> Chain {
    vectors("tls-chain")
}

/// Whether a server asks its clients for a certificate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asks {
    Nothing,
    Certificate,
}

pub(crate) fn config(asks: Asks) -> ServerConfig {
    let chain = chain();
    let certificate = CertificateDer::from_pem_slice(chain.server.as_bytes()).unwrap();
    let key = PrivateKeyDer::from_pem_slice(chain.server_key.as_bytes()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .unwrap();
    let builder = match asks {
        Asks::Nothing => builder.with_no_client_auth(),
        Asks::Certificate => {
            let mut roots = RootCertStore::empty();
            let root = CertificateDer::from_pem_slice(chain.authority.as_bytes()).unwrap();
            roots.add(root).unwrap();
            let roots = Arc::new(roots);
            let verifier = WebPkiClientVerifier::builder_with_provider(roots, provider);
            builder.with_client_cert_verifier(verifier.build().unwrap())
        }
    };
    builder.with_single_cert(vec![certificate], key).unwrap()
}

/// Answers every request over TLS.
pub(crate) fn answers(asks: Asks, answer: Vec<u8>) -> Faulty {
    let config = Arc::new(config(asks));
    faulty::serving("https", move |stream: TcpStream| {
        let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
        let mut stream = StreamOwned::new(connection, stream);
        while faulty::hear(&mut stream).is_some() {
            stream.write_all(&answer).unwrap();
            stream.flush().unwrap();
        }
    })
}
