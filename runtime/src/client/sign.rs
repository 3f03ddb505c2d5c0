//! The seams of cryptography: what signs requests and verifies answers.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

/// Signs requests. A key service can stand behind it, so that the key stays outside.
pub trait Signer: Send + Sync {
    /// The raw signature over `message`.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError>;
}

/// Verifies answers.
pub trait Verifier: Send + Sync {
    /// Whether `signature` is the platform's over `message`.
    fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), VerifyError>;

    /// Whether there is a key with this id, which an answer says that it was signed with.
    ///
    /// One key that stands for all, which is what a verifier is unless it says otherwise, knows each.
    fn knows(&self, _key: &str) -> bool {
        true
    }

    /// Whether `signature` is that of the key with this id over `message`.
    fn verify_by(&self, _key: &str, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        self.verify(message, signature)
    }
}

impl<S: Signer + ?Sized> Signer for Arc<S> {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        (**self).sign(message)
    }
}

impl<V: Verifier + ?Sized> Verifier for Arc<V> {
    fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        (**self).verify(message, signature)
    }

    fn knows(&self, key: &str) -> bool {
        (**self).knows(key)
    }

    fn verify_by(&self, key: &str, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        (**self).verify_by(key, message, signature)
    }
}

/// The signer could not sign.
#[derive(Debug)]
pub struct SignError {
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl SignError {
    /// A failure without further details.
    pub const fn unspecified() -> Self {
        Self { source: None }
    }

    /// A failure of a signer outside this crate.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            source: Some(source.into()),
        }
    }
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the signer failed")
    }
}

impl StdError for SignError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// The signature is not the platform's. There is nothing more to say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VerifyError;

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the signature does not match")
    }
}

impl StdError for VerifyError {}
