//! Throw-away keys.

use std::sync::{Arc, OnceLock};

use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::error::Unspecified;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::KeyPair as _;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::client::{
    Credentials, KeyError, PrivateKey, PublicKey, SignatureAlgorithm, Signer, Verifier,
};

/// What credentials are that nobody sets.
const SECRET: &str = "FAKE0SECRET";

/// The same of somebody else.
const OTHER_SECRET: &str = "FAKE0OTHER0SECRET";

/// The two ends, each with both halves; no keys where both sides share a secret.
pub(super) struct Keys {
    pub(super) client: Pair,
    pub(super) platform: Pair,
}

/// Empty where both sides share a secret.
#[derive(Default)]
pub(super) struct Pair {
    /// PEM.
    pub(super) private: String,
    /// PEM.
    pub(super) public: String,
    signer: Option<Arc<PrivateKey>>,
    verifier: Option<Arc<PublicKey>>,
}

impl Keys {
    /// Made once per process and algorithm: a key takes longer than most tests.
    pub(super) fn get(algorithm: SignatureAlgorithm) -> Result<&'static Self, &'static str> {
        static RSA: OnceLock<Option<Keys>> = OnceLock::new();
        static PSS: OnceLock<Option<Keys>> = OnceLock::new();
        static ED25519: OnceLock<Option<Keys>> = OnceLock::new();
        static P256: OnceLock<Option<Keys>> = OnceLock::new();
        static SHARED: OnceLock<Option<Keys>> = OnceLock::new();
        let made = match algorithm {
            SignatureAlgorithm::RsaSha256 => &RSA,
            SignatureAlgorithm::RsaPssSha256 => &PSS,
            SignatureAlgorithm::Ed25519 => &ED25519,
            SignatureAlgorithm::EcdsaP256Sha256 => &P256,
            SignatureAlgorithm::HmacSha256 | SignatureAlgorithm::HmacSha512 => &SHARED,
        };
        let keys = made.get_or_init(|| {
            Some(Keys {
                client: Pair::fresh(algorithm)?,
                platform: Pair::fresh(algorithm)?,
            })
        });
        keys.as_ref().ok_or("no keys can be made")
    }

    /// What the platform proves itself and knows the client by.
    pub(super) fn platform_end(&self, client_id: &str) -> Credentials {
        Self::end(client_id, SECRET, &self.platform, &self.client)
    }

    /// What the client proves itself and knows the platform by.
    pub(super) fn client_end(&self, client_id: &str) -> Credentials {
        Self::end(client_id, SECRET, &self.client, &self.platform)
    }

    /// The platform's with another key to sign with.
    pub(super) fn wrong_end(&self, client_id: &str) -> Credentials {
        Self::end(client_id, OTHER_SECRET, &self.client, &self.client)
    }

    fn end(client_id: &str, secret: &'static str, own: &Pair, other: &Pair) -> Credentials {
        let signer = own.signer.clone().map(|it| it as Arc<dyn Signer>);
        let verifier = other.verifier.clone().map(|it| it as Arc<dyn Verifier>);
        Credentials::throw_away(client_id, secret, signer, verifier)
    }
}

impl Pair {
    fn fresh(algorithm: SignatureAlgorithm) -> Option<Self> {
        if algorithm.is_shared() {
            return Some(Self::default());
        }
        let (private, public) = texts(algorithm).ok()?;
        let parsed = |private: &str| -> Result<_, KeyError> {
            let signer = PrivateKey::parse_for(private, algorithm)?;
            let verifier = signer.public_key()?;
            Ok((signer, verifier))
        };
        let (signer, verifier) = parsed(&private).ok()?;
        Some(Self {
            private,
            public,
            signer: Some(Arc::new(signer)),
            verifier: Some(Arc::new(verifier)),
        })
    }
}

fn texts(algorithm: SignatureAlgorithm) -> Result<(String, String), Unspecified> {
    let (private, public): (Vec<u8>, PublicKeyX509Der<'static>) = match algorithm {
        SignatureAlgorithm::Ed25519 => {
            let pair = Ed25519KeyPair::generate()?;
            let private = pair.to_pkcs8v1()?;
            (private.as_ref().to_vec(), pair.public_key().as_der()?)
        }
        SignatureAlgorithm::EcdsaP256Sha256 => {
            let curve = &ECDSA_P256_SHA256_ASN1_SIGNING;
            let pair = EcdsaKeyPair::generate(curve)?;
            let private = pair.to_pkcs8v1()?;
            (private.as_ref().to_vec(), pair.public_key().as_der()?)
        }
        _ => {
            let pair = KeyPair::generate(KeySize::Rsa2048)?;
            let private: Pkcs8V1Der<'static> = pair.as_der()?;
            (private.as_ref().to_vec(), pair.public_key().as_der()?)
        }
    };
    Ok((
        pem("PRIVATE KEY", &private),
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
