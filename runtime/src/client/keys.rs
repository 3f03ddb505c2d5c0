//! Keys on AWS-LC, read from the texts that portals and tools give out.

mod certificate;
mod error;
mod pair;
mod platform;
mod text;

use std::fmt;

#[cfg(feature = "encryption")]
use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::rsa::PublicKey as RsaPublicKey;
#[cfg(feature = "encryption")]
use aws_lc_rs::rsa::{Pkcs1PrivateDecryptingKey, Pkcs1PublicEncryptingKey, PublicEncryptingKey};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256,
    RSA_PSS_2048_8192_SHA256, RsaParameters, VerificationAlgorithm,
};

use super::{SignError, SignatureAlgorithm, Signer, Verifier, VerifyError};
use pair::Pair;
use text::Armour;

pub use error::{KeyError, KeyErrorKind};
pub use platform::PlatformKeys;

/// The smallest key that is not broken with known means in the near future.
const SMALLEST: usize = 2048;

/// A private key: what it signs with is chosen when it is read.
pub struct PrivateKey {
    pair: Pair,
}

impl PrivateKey {
    /// Reads an RSA key that signs with RSASSA-PKCS1-v1_5 and SHA-256: PEM (`PRIVATE KEY` or
    /// `RSA PRIVATE KEY`), or the bare base64 of PKCS#8 or PKCS#1. White space does not matter.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        Self::parse_for(text, SignatureAlgorithm::RsaSha256)
    }

    /// Reads a key for this algorithm, as PEM or as bare base64.
    ///
    /// PKCS#8 holds every kind of key; besides, an RSA key may be PKCS#1 (`RSA PRIVATE KEY`), and one
    /// on P-256 SEC 1 (`EC PRIVATE KEY`).
    pub fn parse_for(text: &str, algorithm: SignatureAlgorithm) -> Result<Self, KeyError> {
        let (armour, der) = text::read(text)?;
        if matches!(armour, Armour::Spki | Armour::Pkcs1Public) {
            return Err(KeyErrorKind::IsPublic.into());
        }
        let pair = Pair::read(armour, &der, algorithm)?;
        Ok(Self { pair })
    }

    /// The key for unwrapping, made from the one for signing; RSA keys have one.
    #[cfg(feature = "encryption")]
    pub(super) fn decrypting(&self) -> Option<Pkcs1PrivateDecryptingKey> {
        Pkcs1PrivateDecryptingKey::new(self.pair.decrypting()?).ok()
    }

    /// The public half.
    pub fn public_key(&self) -> Result<PublicKey, KeyError> {
        PublicKey::from_der(&self.pair.public(), self.pair.algorithm())
    }
}

impl Signer for PrivateKey {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        let signed = self.pair.sign(message);
        signed.map_err(|_| SignError::unspecified())
    }
}

/// A public key: what it verifies is chosen when it is read.
#[derive(Clone)]
pub struct PublicKey {
    key: ParsedPublicKey,
    shown: String,
}

impl PublicKey {
    /// Reads an RSA key that verifies RSASSA-PKCS1-v1_5 with SHA-256: PEM (`PUBLIC KEY` or
    /// `RSA PUBLIC KEY`), or the bare base64 of SubjectPublicKeyInfo or PKCS#1. White space does not
    /// matter.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        Self::parse_for(text, SignatureAlgorithm::RsaSha256)
    }

    /// Reads a key for this algorithm: SubjectPublicKeyInfo, as PEM or as bare base64; an RSA key may
    /// be PKCS#1 as well.
    pub fn parse_for(text: &str, algorithm: SignatureAlgorithm) -> Result<Self, KeyError> {
        let (armour, der) = text::read(text)?;
        if matches!(armour, Armour::Pkcs8 | Armour::Pkcs1Private | Armour::Sec1) {
            return Err(KeyErrorKind::IsPrivate.into());
        }
        Self::from_der(&der, algorithm).map_err(|error| {
            let is_private = Pair::read(Armour::None, &der, algorithm).is_ok();
            match error.kind() {
                KeyErrorKind::Unreadable | KeyErrorKind::OtherAlgorithm if is_private => {
                    KeyErrorKind::IsPrivate.into()
                }
                _ => error,
            }
        })
    }

    /// Reads the key of an X.509 certificate, as PEM or as bare base64, for this algorithm.
    ///
    /// Neither its signature nor its dates are looked at: take certificates only from where nobody else
    /// can put one, such as a sealed member of an answer.
    pub fn of_certificate(text: &str, algorithm: SignatureAlgorithm) -> Result<Self, KeyError> {
        let der = text::certificate(text)?;
        let key = certificate::public_key(&der).ok_or(KeyErrorKind::Unreadable)?;
        Self::from_der(key, algorithm)
    }

    /// The key for wrapping, made from the one for verifying; RSA keys have one.
    #[cfg(feature = "encryption")]
    pub(super) fn encrypting(&self) -> Option<Pkcs1PublicEncryptingKey> {
        let der: PublicKeyX509Der<'_> = self.key.as_der().ok()?;
        let key = PublicEncryptingKey::from_der(der.as_ref()).ok()?;
        Pkcs1PublicEncryptingKey::new(key).ok()
    }

    pub(super) fn parsed(&self) -> &ParsedPublicKey {
        &self.key
    }

    fn from_der(der: &[u8], algorithm: SignatureAlgorithm) -> Result<Self, KeyError> {
        let (verifies, shown): (&'static dyn VerificationAlgorithm, _) = match algorithm {
            SignatureAlgorithm::RsaSha256 => (&RSA_PKCS1_2048_8192_SHA256, rsa(der)?),
            SignatureAlgorithm::RsaPssSha256 => (&RSA_PSS_2048_8192_SHA256, rsa(der)?),
            SignatureAlgorithm::Ed25519 => (&ED25519, "Ed25519".to_owned()),
            SignatureAlgorithm::EcdsaP256Sha256 => (&ECDSA_P256_SHA256_ASN1, "P-256".to_owned()),
            SignatureAlgorithm::HmacSha256 | SignatureAlgorithm::HmacSha512 => {
                return Err(KeyErrorKind::Shared.into());
            }
        };
        let key = ParsedPublicKey::new(verifies, der).map_err(|_| KeyErrorKind::OtherAlgorithm)?;
        Ok(Self { key, shown })
    }
}

/// How an RSA key is shown, once it is one that is large enough.
fn rsa(der: &[u8]) -> Result<String, KeyError> {
    let unreadable = KeyError::from(KeyErrorKind::Unreadable);
    let parsed = RsaPublicKey::from_der(der).map_err(|_| unreadable)?;
    let bits = RsaParameters::public_modulus_len(parsed.as_ref())
        .ok()
        .and_then(|bits| usize::try_from(bits).ok())
        .ok_or(unreadable)?;
    check_size(bits)?;
    Ok(format!("RSA {bits}"))
}

impl Verifier for PublicKey {
    fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        self.key
            .verify_sig(message, signature)
            .map_err(|_| VerifyError)
    }
}

fn check_size(bits: usize) -> Result<(), KeyError> {
    if bits < SMALLEST {
        return Err(KeyErrorKind::TooSmall.into());
    }
    Ok(())
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PrivateKey({}, [redacted])", self.pair.shown())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey({})", self.shown)
    }
}
