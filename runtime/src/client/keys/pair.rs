//! Pairs of keys, each for one algorithm.

#[cfg(feature = "encryption")]
use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::error::{KeyRejected, Unspecified};
use aws_lc_rs::rand::SystemRandom;
#[cfg(feature = "encryption")]
use aws_lc_rs::rsa::PrivateDecryptingKey;
use aws_lc_rs::rsa::{KeyPair as RsaKeyPair, PublicKey as RsaPublicKey};
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256,
    RSA_PSS_SHA256, RsaEncoding,
};

use super::text::Armour;
use super::{KeyError, KeyErrorKind, SignatureAlgorithm, check_size};

/// A private key with its public half.
pub(super) enum Pair {
    Rsa(RsaKeyPair, Padding),
    Ed25519(Ed25519KeyPair),
    P256(EcdsaKeyPair),
}

/// What an RSA key signs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Padding {
    Pkcs1,
    Pss,
}

impl Pair {
    /// Reads a private key for this algorithm.
    pub(super) fn read(
        armour: Armour,
        der: &[u8],
        algorithm: SignatureAlgorithm,
    ) -> Result<Self, KeyError> {
        let other = |_| KeyError::from(KeyErrorKind::OtherAlgorithm);
        match algorithm {
            SignatureAlgorithm::RsaSha256 => Ok(Self::Rsa(rsa(armour, der)?, Padding::Pkcs1)),
            SignatureAlgorithm::RsaPssSha256 => Ok(Self::Rsa(rsa(armour, der)?, Padding::Pss)),
            SignatureAlgorithm::Ed25519 => {
                let pair = Ed25519KeyPair::from_pkcs8(der);
                pair.map(Self::Ed25519).map_err(other)
            }
            SignatureAlgorithm::EcdsaP256Sha256 => {
                let curve = &ECDSA_P256_SHA256_ASN1_SIGNING;
                let pair = EcdsaKeyPair::from_private_key_der(curve, der);
                pair.map(Self::P256).map_err(other)
            }
            SignatureAlgorithm::HmacSha256 | SignatureAlgorithm::HmacSha512 => {
                Err(KeyErrorKind::Shared.into())
            }
        }
    }

    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Unspecified> {
        match self {
            Self::Rsa(pair, padding) => {
                let encoding: &'static dyn RsaEncoding = match padding {
                    Padding::Pkcs1 => &RSA_PKCS1_SHA256,
                    Padding::Pss => &RSA_PSS_SHA256,
                };
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(encoding, &SystemRandom::new(), message, &mut signature)?;
                Ok(signature)
            }
            Self::Ed25519(pair) => Ok(pair.try_sign(message)?.as_ref().to_vec()),
            Self::P256(pair) => {
                let signature = pair.sign(&SystemRandom::new(), message)?;
                Ok(signature.as_ref().to_vec())
            }
        }
    }

    /// The public half, as [`PublicKey`](super::PublicKey) reads it.
    pub(super) fn public(&self) -> Vec<u8> {
        match self {
            Self::Rsa(pair, _) => pair.public_key().as_ref().to_vec(),
            Self::Ed25519(pair) => pair.public_key().as_ref().to_vec(),
            Self::P256(pair) => pair.public_key().as_ref().to_vec(),
        }
    }

    pub(super) fn algorithm(&self) -> SignatureAlgorithm {
        match self {
            Self::Rsa(_, Padding::Pkcs1) => SignatureAlgorithm::RsaSha256,
            Self::Rsa(_, Padding::Pss) => SignatureAlgorithm::RsaPssSha256,
            Self::Ed25519(_) => SignatureAlgorithm::Ed25519,
            Self::P256(_) => SignatureAlgorithm::EcdsaP256Sha256,
        }
    }

    /// What may be shown of it.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Rsa(pair, _) => format!("RSA {}", pair.public_modulus_len() * 8),
            Self::Ed25519(_) => "Ed25519".to_owned(),
            Self::P256(_) => "P-256".to_owned(),
        }
    }

    #[cfg(feature = "encryption")]
    pub(super) fn decrypting(&self) -> Option<PrivateDecryptingKey> {
        let Self::Rsa(pair, _) = self else {
            return None;
        };
        let der: Pkcs8V1Der<'_> = pair.as_der().ok()?;
        PrivateDecryptingKey::from_pkcs8(der.as_ref()).ok()
    }
}

fn rsa(armour: Armour, der: &[u8]) -> Result<RsaKeyPair, KeyError> {
    let pair = match armour {
        Armour::Pkcs8 => RsaKeyPair::from_pkcs8(der),
        Armour::Pkcs1Private => RsaKeyPair::from_der(der),
        Armour::Sec1 => return Err(KeyErrorKind::OtherBlock.into()),
        _ => any(der),
    };
    let pair = pair.map_err(|rejected| match RsaPublicKey::from_der(der) {
        Ok(_) => KeyErrorKind::IsPublic,
        Err(_) => reason(&rejected),
    })?;
    check_size(pair.public_modulus_len() * 8)?;
    Ok(pair)
}

/// PKCS#8 or PKCS#1. A rejection for the size is final; any other lets the next form be tried.
fn any(der: &[u8]) -> Result<RsaKeyPair, KeyRejected> {
    RsaKeyPair::from_pkcs8(der).or_else(|rejected| match reason(&rejected) {
        KeyErrorKind::TooSmall => Err(rejected),
        _ => RsaKeyPair::from_der(der),
    })
}

fn reason(rejected: &KeyRejected) -> KeyErrorKind {
    // The library tells its reasons apart by this text alone.
    match rejected.to_string().as_str() {
        "TooSmall" => KeyErrorKind::TooSmall,
        _ => KeyErrorKind::Unreadable,
    }
}
