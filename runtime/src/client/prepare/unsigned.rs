//! A request between its two steps.

use std::fmt;
use std::sync::Arc;

use http::header::{HeaderName, HeaderValue};

use crate::client::auth::{self, Credentials, Header, Message, Proof};
use crate::client::{AsyncSigner, Error, OAuth2, Scheme, SignError};

/// A request that still lacks its proof; [`prepare`](super::prepare) makes it.
///
/// It borrows nothing, so it can be kept, or moved to where the signature is made.
#[must_use = "nothing can be sent before `finish`"]
pub struct Unsigned {
    pub(super) operation: String,
    pub(super) scheme: Option<&'static Scheme>,
    pub(super) credentials: Arc<Credentials>,
    /// As it is signed.
    pub(super) path: String,
    pub(super) time: String,
    /// Empty where none is needed.
    pub(super) nonce: String,
    pub(super) to_sign: Option<Vec<u8>>,
    /// The header of an encrypted body.
    pub(super) sealed: Option<Header>,
    pub(super) request: http::Request<Vec<u8>>,
}

impl Unsigned {
    /// The bytes that a signature is needed over; `None` when none is.
    pub fn to_sign(&self) -> Option<&[u8]> {
        self.to_sign.as_deref()
    }

    /// Lets the signer of the client make the signature.
    ///
    /// A signer that has to wait is not asked here: take [`to_sign`](Self::to_sign) to it.
    pub fn sign(&self) -> Result<Proof, Error> {
        auth::sign(self.scheme, self.to_sign(), &self.credentials)
            .map_err(|failure| self.failed(failure))
    }

    /// The signer to wait for, and what it is to sign.
    pub(in crate::client) fn waits_for(&self) -> Option<(&dyn AsyncSigner, &[u8])> {
        let signer = self.credentials.async_signer.as_deref()?;
        Some((signer, self.to_sign()?))
    }

    /// Why there is no signature.
    pub(in crate::client) fn failed(&self, why: SignError) -> Error {
        Error::sign(&self.operation, why)
    }

    /// Completes the request. It is final then: it has to be sent as it is.
    ///
    /// The proof is the raw signature over [`to_sign`](Self::to_sign), the token where the operation
    /// needs one (see [`OAuth2`]), or [`Proof::None`] when there is nothing to prove.
    pub fn finish(mut self, proof: impl Into<Proof>) -> Result<http::Request<Vec<u8>>, Error> {
        let proof = proof.into();
        if self.to_sign.is_some() && proof.signature().is_none() {
            return Err(Error::unsigned(&self.operation));
        }
        if self.scheme.is_some_and(|it| it.as_oauth2().is_some()) {
            let Proof::Token(token) = &proof else {
                return Err(Error::without_token(&self.operation));
            };
            self.put(OAuth2::bearer(token))?;
        }
        if let Some(scheme) = self.scheme {
            let scheme = scheme.implementation();
            let message = Message {
                method: self.request.method().as_str(),
                path: &self.path,
                time: &self.time,
                nonce: &self.nonce,
                body: self.request.body(),
            };
            for header in scheme.proof(message, proof.signature(), &self.credentials) {
                self.put(header)?;
            }
        }
        if let Some(header) = self.sealed.take() {
            self.put(header)?;
        }
        Ok(self.request)
    }

    pub(super) fn put(&mut self, header: Header) -> Result<(), Error> {
        let Header { name, value, .. } = header;
        let unusable = || {
            let why = format!("the header `{name}` cannot be written");
            Error::encode(&self.operation, &why)
        };
        let key = HeaderName::from_bytes(name.as_bytes()).map_err(|_| unusable())?;
        let mut value = HeaderValue::from_str(&value).map_err(|_| unusable())?;
        value.set_sensitive(header.sensitive);
        self.request.headers_mut().insert(key, value);
        Ok(())
    }
}

// Without headers, body and text to sign: they hold what is sensitive.
impl fmt::Debug for Unsigned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unsigned")
            .field("operation", &self.operation)
            .field("scheme", &self.scheme.map(|scheme| scheme.id))
            .field("time", &self.time)
            .field("to_sign", &self.to_sign.as_ref().map(Vec::len))
            .finish_non_exhaustive()
    }
}
