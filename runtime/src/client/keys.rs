//! RSA keys on AWS-LC, read from the texts that portals and tools give out.

mod error;
mod text;

use std::fmt;

#[cfg(feature = "encryption")]
use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::error::KeyRejected;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, PublicKey as RsaPublicKey};
#[cfg(feature = "encryption")]
use aws_lc_rs::rsa::{
    Pkcs1PrivateDecryptingKey, Pkcs1PublicEncryptingKey, PrivateDecryptingKey, PublicEncryptingKey,
};
use aws_lc_rs::signature::{
    KeyPair as _, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaParameters,
};

use super::{SignError, Signer, Verifier, VerifyError};
use text::Armour;

pub use error::{KeyError, KeyErrorKind};

/// The smallest key that is not broken with known means in the near future.
const SMALLEST: usize = 2048;

/// An RSA private key; signs with RSASSA-PKCS1-v1_5 and SHA-256.
pub struct PrivateKey {
    pair: KeyPair,
}

impl PrivateKey {
    /// Reads a key: PEM (`PRIVATE KEY` or `RSA PRIVATE KEY`), or the bare base64
    /// of PKCS#8 or PKCS#1. White space does not matter.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let (armour, der) = text::read(text)?;
        let pair = match armour {
            Armour::Pkcs8 => KeyPair::from_pkcs8(&der),
            Armour::Pkcs1Private => KeyPair::from_der(&der),
            Armour::None => any(&der),
            Armour::Spki | Armour::Pkcs1Public => return Err(KeyErrorKind::IsPublic.into()),
        };
        let pair = pair.map_err(|rejected| match RsaPublicKey::from_der(&der) {
            Ok(_) => KeyErrorKind::IsPublic,
            Err(_) => reason(&rejected),
        })?;
        check_size(pair.public_modulus_len() * 8)?;
        Ok(Self { pair })
    }

    /// The key for unwrapping, made from the one for signing.
    #[cfg(feature = "encryption")]
    pub(super) fn decrypting(&self) -> Option<Pkcs1PrivateDecryptingKey> {
        let der: Pkcs8V1Der<'_> = self.pair.as_der().ok()?;
        let key = PrivateDecryptingKey::from_pkcs8(der.as_ref()).ok()?;
        Pkcs1PrivateDecryptingKey::new(key).ok()
    }

    /// The public half.
    pub fn public_key(&self) -> Result<PublicKey, KeyError> {
        PublicKey::from_der(self.pair.public_key().as_ref())
    }
}

impl Signer for PrivateKey {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        // This padding takes no randomness; the argument is not used.
        self.pair
            .sign(
                &RSA_PKCS1_SHA256,
                &SystemRandom::new(),
                message,
                &mut signature,
            )
            .map_err(|_| SignError::unspecified())?;
        Ok(signature)
    }
}

/// An RSA public key; verifies RSASSA-PKCS1-v1_5 with SHA-256.
#[derive(Clone)]
pub struct PublicKey {
    key: ParsedPublicKey,
    bits: usize,
}

impl PublicKey {
    /// Reads a key: PEM (`PUBLIC KEY` or `RSA PUBLIC KEY`), or the bare base64
    /// of SubjectPublicKeyInfo or PKCS#1. White space does not matter.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let (armour, der) = text::read(text)?;
        if matches!(armour, Armour::Pkcs8 | Armour::Pkcs1Private) {
            return Err(KeyErrorKind::IsPrivate.into());
        }
        Self::from_der(&der).map_err(|error| match (error.kind(), any(&der)) {
            (KeyErrorKind::Unreadable, Ok(_)) => KeyErrorKind::IsPrivate.into(),
            _ => error,
        })
    }

    /// The key for wrapping, made from the one for verifying.
    #[cfg(feature = "encryption")]
    pub(super) fn encrypting(&self) -> Option<Pkcs1PublicEncryptingKey> {
        let der: PublicKeyX509Der<'_> = self.key.as_der().ok()?;
        let key = PublicEncryptingKey::from_der(der.as_ref()).ok()?;
        Pkcs1PublicEncryptingKey::new(key).ok()
    }

    fn from_der(der: &[u8]) -> Result<Self, KeyError> {
        let unreadable = KeyError::from(KeyErrorKind::Unreadable);
        let parsed = RsaPublicKey::from_der(der).map_err(|_| unreadable)?;
        let bits = RsaParameters::public_modulus_len(parsed.as_ref())
            .ok()
            .and_then(|bits| usize::try_from(bits).ok())
            .ok_or(unreadable)?;
        check_size(bits)?;
        let key = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, der).map_err(|_| unreadable)?;
        Ok(Self { key, bits })
    }
}

impl Verifier for PublicKey {
    fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        self.key
            .verify_sig(message, signature)
            .map_err(|_| VerifyError)
    }
}

/// PKCS#8 or PKCS#1. A rejection for the size is final; any other lets the next form be tried.
fn any(der: &[u8]) -> Result<KeyPair, KeyRejected> {
    KeyPair::from_pkcs8(der).or_else(|rejected| match reason(&rejected) {
        KeyErrorKind::TooSmall => Err(rejected),
        _ => KeyPair::from_der(der),
    })
}

fn reason(rejected: &KeyRejected) -> KeyErrorKind {
    // The library tells its reasons apart by this text alone.
    match rejected.to_string().as_str() {
        "TooSmall" => KeyErrorKind::TooSmall,
        _ => KeyErrorKind::Unreadable,
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
        let bits = self.pair.public_modulus_len() * 8;
        write!(f, "PrivateKey(RSA {bits}, [redacted])")
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PublicKey(RSA {})", self.bits)
    }
}
