//! The service that holds the key: it signs, and never gives the key away.

use alipayhk_ipass::stipula::client::{AsyncSigner, SignError, Signing};
use bytes::Bytes;
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::{Request, StatusCode, Uri, http::uri::InvalidUri};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};

/// No signature is longer.
const LONGEST: usize = 4096;

pub struct KeyService {
    http: Client<HttpConnector, Full<Bytes>>,
    address: Uri,
}

impl KeyService {
    /// The service on this machine, or in this network, that signs what is posted to this address.
    pub fn at(address: &str) -> Result<Self, InvalidUri> {
        Ok(Self {
            http: Client::builder(TokioExecutor::new()).build_http(),
            address: address.parse()?,
        })
    }

    async fn ask(&self, message: Vec<u8>) -> Result<Vec<u8>, SignError> {
        let request = Request::post(&self.address).body(Full::from(message));
        let request = request.map_err(SignError::new)?;
        let answer = self
            .http
            .request(request)
            .await
            .map_err(SignError::transient)?;
        let status = answer.status();
        let body = Limited::new(answer.into_body(), LONGEST).collect().await;
        match (status, body) {
            (StatusCode::OK, Ok(body)) => Ok(body.to_bytes().to_vec()),
            (StatusCode::OK, Err(why)) => Err(SignError::transient(why)),
            (it, _) if it.is_server_error() || it == StatusCode::TOO_MANY_REQUESTS => {
                Err(SignError::transient(format!("the key service says {it}")))
            }
            (it, _) => Err(SignError::new(format!("the key service says {it}"))),
        }
    }
}

impl AsyncSigner for KeyService {
    fn sign<'a>(&'a self, message: &'a [u8]) -> Signing<'a> {
        Box::pin(self.ask(message.to_vec()))
    }
}
