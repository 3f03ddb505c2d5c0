//! What a client is given to prove itself with.

use std::sync::Arc;

use super::Builder;
use crate::client::auth::{CLIENT_ID, KEY_ID};
use crate::client::{AsyncSigner, Credential, Signer, Verifier};
#[cfg(feature = "aws-lc")]
use crate::client::{BuildProblemKind, PrivateKey, PublicKey};

impl<T, K> Builder<T, K> {
    /// Gives a credential that the API names, such as a token. Generated code has a constant for each.
    pub fn credential(mut self, which: &'static Credential, text: impl Into<String>) -> Self {
        self.credentials.give(which.name(), text);
        self
    }

    /// The id that the platform gave you.
    pub fn client_id(mut self, id: impl Into<String>) -> Self {
        self.credentials.give(CLIENT_ID, id);
        self
    }

    /// Which of your keys signs, where requests have to say it.
    pub fn key_id(mut self, id: impl Into<String>) -> Self {
        self.credentials.give(KEY_ID, id);
        self
    }

    /// Your private key, as text: PEM or bare base64, for the algorithm that the API signs with.
    #[cfg(feature = "aws-lc")]
    pub fn private_key(mut self, text: &str) -> Self {
        match PrivateKey::parse_for(text, self.api.algorithm()) {
            Ok(key) => {
                let key = Arc::new(key);
                #[cfg(feature = "encryption")]
                self.encrypting.own(&key);
                self.credentials.signer = Some(key);
                self.credentials.async_signer = None;
            }
            Err(error) => self
                .problems
                .push(BuildProblemKind::Signer, format!("`private_key`: {error}")),
        }
        self
    }

    /// The platform's public key, as text: PEM or bare base64. It stands for each id of a key; where
    /// there are several keys, give [`PlatformKeys`](crate::client::PlatformKeys) as
    /// [`verifier`](Self::verifier).
    #[cfg(feature = "aws-lc")]
    pub fn platform_key(mut self, text: &str) -> Self {
        match PublicKey::parse_for(text, self.api.algorithm()) {
            Ok(key) => {
                #[cfg(feature = "encryption")]
                self.encrypting.platform(&key);
                self.credentials.verifier = Some(Arc::new(key));
            }
            Err(error) => self.problems.push(
                BuildProblemKind::Verifier,
                format!("`platform_key`: {error}"),
            ),
        }
        self
    }

    /// What signs requests, instead of a private key in this process.
    pub fn signer(mut self, signer: impl Signer + 'static) -> Self {
        self.credentials.signer = Some(Arc::new(signer));
        self.credentials.async_signer = None;
        self
    }

    /// What signs requests and has to be waited for, such as a service that holds the key.
    ///
    /// A client that blocks takes none: its [`signer`](Self::signer) may wait.
    pub fn async_signer(mut self, signer: impl AsyncSigner) -> Self {
        self.credentials.async_signer = Some(Arc::new(signer));
        self.credentials.signer = None;
        self
    }

    /// What verifies answers, instead of a platform key.
    pub fn verifier(mut self, verifier: impl Verifier + 'static) -> Self {
        self.credentials.verifier = Some(Arc::new(verifier));
        self
    }

    /// The version of your key, when the platform has more than one.
    pub fn key_version(mut self, version: u32) -> Self {
        self.credentials.key_version = Some(version);
        self
    }
}
