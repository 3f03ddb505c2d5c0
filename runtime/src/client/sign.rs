//! The seams of cryptography: what signs requests and verifies answers.

use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// Signs requests. A key service can stand behind it, so that the key stays outside.
pub trait Signer: Send + Sync {
    /// The raw signature over `message`.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError>;
}

/// Signs requests by asking somebody, such as a service that holds the key.
///
/// It takes the place of a [`Signer`], with
/// [`Builder::async_signer`](super::Builder::async_signer). No thread is blocked while it waits. A
/// signature is waited for as long as an attempt may take; see [`Call::timeout`](super::Call::timeout).
///
/// ```
/// use stipula::client::{AsyncSigner, SignError, Signing};
///
/// struct Service;
///
/// # #[derive(Debug)] struct Busy;
/// # impl std::fmt::Display for Busy {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("busy") }
/// # }
/// # impl std::error::Error for Busy {}
/// # impl Service {
/// #     async fn ask(&self, _: &[u8]) -> Result<Vec<u8>, Busy> { Ok(vec![1]) }
/// # }
/// impl AsyncSigner for Service {
///     fn sign<'a>(&'a self, message: &'a [u8]) -> Signing<'a> {
///         // Nothing was sent yet, so a call whose signer is busy is tried again.
///         Box::pin(async move { self.ask(message).await.map_err(SignError::transient) })
///     }
/// }
/// ```
pub trait AsyncSigner: Send + Sync + 'static {
    /// The raw signature over `message`.
    fn sign<'a>(&'a self, message: &'a [u8]) -> Signing<'a>;
}

/// A signature in the making.
pub type Signing<'a> = Pin<Box<dyn Future<Output = Result<Vec<u8>, SignError>> + Send + 'a>>;

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

impl<S: AsyncSigner + ?Sized> AsyncSigner for Arc<S> {
    fn sign<'a>(&'a self, message: &'a [u8]) -> Signing<'a> {
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
    transient: bool,
}

impl SignError {
    /// A failure without further details.
    pub const fn unspecified() -> Self {
        Self {
            source: None,
            transient: false,
        }
    }

    /// A failure of a signer outside this crate.
    pub fn new(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            source: Some(source.into()),
            transient: false,
        }
    }

    /// A failure that another try may not meet: a service that is busy, or cannot be reached.
    ///
    /// A call is tried again after it, whatever its operation: nothing was sent.
    pub fn transient(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            source: Some(source.into()),
            transient: true,
        }
    }

    /// Whether another try may not meet it.
    pub const fn is_transient(&self) -> bool {
        self.transient
    }
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.transient {
            "the signer cannot sign now"
        } else {
            "the signer failed"
        })
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
