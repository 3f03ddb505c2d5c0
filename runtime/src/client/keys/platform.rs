//! Several public keys of a platform, by their ids.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::{KeyError, PublicKey};
use crate::client::{HandsOutKeys, SignatureAlgorithm, Verifier, VerifyError};

/// The public keys of a platform that has several, each with the id that answers name it by.
///
/// Clones share the keys: keep one, give another to
/// [`Builder::verifier`](crate::client::Builder::verifier), and add and remove keys while the client
/// runs. An answer that names another key is refused as
/// [`UnknownKey`](crate::client::VerificationErrorKind::UnknownKey).
///
/// ```
/// use stipula::client::PlatformKeys;
///
/// let keys = PlatformKeys::new();
/// assert!(keys.ids().is_empty());
/// assert!(!keys.remove("2024"));
/// ```
#[derive(Clone, Default)]
pub struct PlatformKeys {
    keys: Arc<RwLock<BTreeMap<String, PublicKey>>>,
}

impl PlatformKeys {
    /// No keys yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a key, in place of one that has the same id.
    pub fn insert(&self, id: impl Into<String>, key: PublicKey) {
        self.write().insert(id.into(), key);
    }

    /// Adds the keys that an answer hands out, for this algorithm, and tells their ids. Those that it does
    /// not name stay; of keys that cannot be read nothing is added at all.
    pub fn update_from(
        &self,
        answer: &impl HandsOutKeys,
        algorithm: SignatureAlgorithm,
    ) -> Result<Vec<String>, KeyError> {
        let read = |(id, text): (&str, &str)| {
            let key = if text.contains("-----BEGIN CERTIFICATE-----") {
                PublicKey::of_certificate(text, algorithm)
            } else {
                PublicKey::parse_for(text, algorithm)
            };
            Ok((id.to_owned(), key?))
        };
        let keys: Vec<_> = answer
            .keys()
            .into_iter()
            .map(read)
            .collect::<Result<_, KeyError>>()?;
        let ids = keys.iter().map(|(id, _)| id.clone()).collect();
        self.write().extend(keys);
        Ok(ids)
    }

    /// Removes the key with this id; false where there is none.
    pub fn remove(&self, id: &str) -> bool {
        self.write().remove(id).is_some()
    }

    /// The ids, in order.
    pub fn ids(&self) -> Vec<String> {
        self.read().keys().cloned().collect()
    }

    // Whoever panicked with the lock left a whole map behind.
    fn read(&self) -> RwLockReadGuard<'_, BTreeMap<String, PublicKey>> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, BTreeMap<String, PublicKey>> {
        self.keys.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Verifier for PlatformKeys {
    /// For answers that name no key: one of them has to fit.
    fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        let keys = self.read();
        let mut fits = keys.values().map(|it| it.verify(message, signature));
        fits.find(Result::is_ok).unwrap_or(Err(VerifyError))
    }

    fn knows(&self, key: &str) -> bool {
        self.read().contains_key(key)
    }

    fn verify_by(&self, key: &str, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        let keys = self.read();
        let key = keys.get(key).ok_or(VerifyError)?;
        key.verify(message, signature)
    }
}

impl fmt::Debug for PlatformKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PlatformKeys").field(&self.ids()).finish()
    }
}
