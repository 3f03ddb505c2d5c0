//! The settings of a client that encrypts bodies.

use std::sync::Arc;

#[cfg(feature = "aws-lc")]
use super::Builder;
use crate::client::Api;
#[cfg(feature = "encryption")]
use crate::client::PrivateKey;
use crate::client::encryption::Sealer;
#[cfg(feature = "encryption")]
use crate::client::encryption::Sealing;
use crate::client::members::VendorKey;
#[cfg(feature = "aws-lc")]
use crate::client::{BuildProblemKind, PublicKey};

/// Whether to encrypt, and with what.
#[derive(Default)]
pub(in crate::client) struct Encrypting {
    pub(super) on: bool,
    #[cfg(feature = "encryption")]
    key_version: Option<u32>,
    #[cfg(feature = "encryption")]
    own: Option<Arc<PrivateKey>>,
    #[cfg(feature = "encryption")]
    platform: Option<PublicKey>,
    /// What members of requests are encrypted under.
    pub(super) vendor: Option<Arc<VendorKey>>,
}

impl Encrypting {
    #[cfg(not(feature = "encryption"))]
    #[allow(
        clippy::unused_self,
        reason = "with the feature there is something to use"
    )]
    pub(super) fn sealer(&self, _api: &'static Api) -> Sealer {
        Err("the feature `encryption` of `stipula` is off")
    }

    #[cfg(feature = "encryption")]
    pub(super) fn sealer(&self, api: &'static Api) -> Sealer {
        let Some(encryption) = &api.encryption else {
            return Err("the API does not say how; its spec has no `encryption`");
        };
        let (own, platform) = match (&self.own, &self.platform) {
            (Some(own), Some(platform)) => (own, platform),
            (None, Some(_)) => return Err("there is no `private_key` to read answers with"),
            (Some(_), None) => return Err("there is no `platform_key` to encrypt for"),
            (None, None) => return Err("there is neither a `private_key` nor a `platform_key`"),
        };
        let version = self.key_version.unwrap_or(encryption.key_version);
        Sealing::new(encryption, version, own, platform)
            .map(Arc::new)
            .ok_or("the keys can only sign and verify")
    }

    #[cfg(feature = "encryption")]
    pub(in crate::client) fn own(&mut self, key: &Arc<PrivateKey>) {
        self.own = Some(Arc::clone(key));
    }

    #[cfg(feature = "encryption")]
    pub(in crate::client) fn platform(&mut self, key: &PublicKey) {
        self.platform = Some(key.clone());
    }
}

#[cfg(feature = "encryption")]
impl<T, K> Builder<T, K> {
    /// Encrypts the body of every call, and reads encrypted answers.
    ///
    /// How is said by the API; see [`Encryption`](crate::client::Encryption) for what it is worth.
    /// It takes a [`private_key`](Self::private_key) and a [`platform_key`](Self::platform_key) as
    /// texts: a `signer` cannot decrypt, a `verifier` cannot encrypt. An answer may still come
    /// unencrypted; its signature counts as always.
    pub fn encrypt(mut self) -> Self {
        self.encrypting.on = true;
        self
    }

    /// The version of the platform's key that bodies are encrypted for, when it has more than one.
    pub fn encrypt_key_version(mut self, version: u32) -> Self {
        self.encrypting.key_version = Some(version);
        self
    }
}

#[cfg(feature = "aws-lc")]
impl<T, K> Builder<T, K> {
    /// The vendor's public RSA key that members of requests are encrypted under, as PEM or bare base64, and
    /// the id that it is called by.
    pub fn encryption_key(mut self, id: impl Into<String>, text: &str) -> Self {
        match PublicKey::parse(text) {
            Ok(key) => {
                let id = id.into();
                self.encrypting.vendor = Some(Arc::new(VendorKey { id, key }));
            }
            Err(error) => {
                let why = format!("`encryption_key`: {error}");
                self.problems.push(BuildProblemKind::Encryption, why);
            }
        }
        self
    }
}
