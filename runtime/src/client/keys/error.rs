//! Why a key cannot be used.

use std::fmt;

/// Why a key cannot be used. It never holds any of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyError {
    kind: KeyErrorKind,
}

/// The kind of a [`KeyError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum KeyErrorKind {
    /// There is no text.
    Empty,
    /// The text is not base64.
    NotBase64,
    /// A PEM block has no end.
    NoEnd,
    /// A PEM block of another sort.
    OtherBlock,
    /// A PEM block that is locked with a password.
    Locked,
    /// A certificate.
    Certificate,
    /// A public key where a private one is needed.
    IsPublic,
    /// A private key where a public one is needed.
    IsPrivate,
    /// A key of another algorithm than the one that signs, or no key at all.
    OtherAlgorithm,
    /// A key where both sides have a secret instead.
    Shared,
    /// Well-formed base64, but no RSA key.
    Unreadable,
    /// An RSA key that is too small to be safe.
    TooSmall,
}

impl KeyError {
    /// What is wrong.
    pub fn kind(&self) -> KeyErrorKind {
        self.kind
    }
}

impl From<KeyErrorKind> for KeyError {
    fn from(kind: KeyErrorKind) -> Self {
        Self { kind }
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            KeyErrorKind::Empty => "the key is empty; give it as PEM or as base64",
            KeyErrorKind::NotBase64 => {
                "the key is not base64; give the whole text, or the PEM block with its first and last line"
            }
            KeyErrorKind::NoEnd => "the PEM block has no `-----END` line; give the whole block",
            KeyErrorKind::OtherBlock => {
                "the PEM block is not an RSA key; expected `PRIVATE KEY`, `RSA PRIVATE KEY` or `PUBLIC KEY`"
            }
            KeyErrorKind::Locked => {
                "the key is locked with a password; unlock it with `openssl pkcs8 -topk8 -nocrypt`"
            }
            KeyErrorKind::Certificate => {
                "this is a certificate; take its key with `openssl x509 -pubkey -noout`"
            }
            KeyErrorKind::IsPublic => "this is a public key; give your own private key",
            KeyErrorKind::IsPrivate => "this is a private key; give the platform's public key",
            KeyErrorKind::OtherAlgorithm => {
                "the key is base64, but not a key in DER for the algorithm that the API signs with"
            }
            KeyErrorKind::Shared => {
                "the API signs with a secret that both sides have; give that as a credential"
            }
            KeyErrorKind::Unreadable => "the key is base64, but not an RSA key in DER",
            KeyErrorKind::TooSmall => "the RSA key is too small; at least 2048 bits are needed",
        })
    }
}

impl std::error::Error for KeyError {}
