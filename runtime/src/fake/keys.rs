//! Throw-away keys.

use std::sync::{Arc, OnceLock};

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::client::{Credentials, KeyError, PrivateKey, PublicKey};

/// The two ends, each with both halves.
pub(super) struct Keys {
    pub(super) client: Pair,
    pub(super) platform: Pair,
}

pub(super) struct Pair {
    /// PEM.
    pub(super) private: String,
    /// PEM.
    pub(super) public: String,
    signer: Arc<PrivateKey>,
    verifier: Arc<PublicKey>,
}

impl Keys {
    /// Made once per process: a key takes longer than most tests.
    pub(super) fn get() -> Result<&'static Self, &'static str> {
        static KEYS: OnceLock<Option<Keys>> = OnceLock::new();
        let keys = KEYS.get_or_init(|| {
            Some(Keys {
                client: Pair::fresh()?,
                platform: Pair::fresh()?,
            })
        });
        keys.as_ref().ok_or("no RSA keys can be made")
    }

    /// What the platform proves itself and knows the client by.
    pub(super) fn platform_end(&self, client_id: &str) -> Credentials {
        Self::end(client_id, &self.platform, &self.client)
    }

    /// What the client proves itself and knows the platform by.
    pub(super) fn client_end(&self, client_id: &str) -> Credentials {
        Self::end(client_id, &self.client, &self.platform)
    }

    /// The platform's with another key to sign with.
    pub(super) fn wrong_end(&self, client_id: &str) -> Credentials {
        Self::end(client_id, &self.client, &self.client)
    }

    fn end(client_id: &str, own: &Pair, other: &Pair) -> Credentials {
        let (signer, verifier) = (Arc::clone(&own.signer), Arc::clone(&other.verifier));
        Credentials::throw_away(client_id, signer, verifier)
    }
}

impl Pair {
    fn fresh() -> Option<Self> {
        let (private, public) = texts().ok()?;
        let parsed = |private: &str| -> Result<_, KeyError> {
            let signer = PrivateKey::parse(private)?;
            let verifier = signer.public_key()?;
            Ok((signer, verifier))
        };
        let (signer, verifier) = parsed(&private).ok()?;
        Some(Self {
            private,
            public,
            signer: Arc::new(signer),
            verifier: Arc::new(verifier),
        })
    }
}

fn texts() -> Result<(String, String), Unspecified> {
    let pair = KeyPair::generate(KeySize::Rsa2048)?;
    let private: Pkcs8V1Der<'static> = pair.as_der()?;
    let public: PublicKeyX509Der<'static> = pair.public_key().as_der()?;
    Ok((
        pem("PRIVATE KEY", private.as_ref()),
        pem("PUBLIC KEY", public.as_ref()),
    ))
}

fn pem(label: &str, der: &[u8]) -> String {
    let mut text = format!("-----BEGIN {label}-----\n");
    for (nth, character) in STANDARD.encode(der).chars().enumerate() {
        if nth > 0 && nth % 64 == 0 {
            text.push('\n');
        }
        text.push(character);
    }
    text + &format!("\n-----END {label}-----\n")
}
