//! Encrypted bodies: what an API says about them, and how they are made and read.

#[cfg(not(feature = "encryption"))]
#[path = "encryption/off.rs"]
mod seal;
#[cfg(feature = "encryption")]
mod seal;
#[cfg(all(test, feature = "encryption"))]
mod tests;

use std::sync::Arc;

pub(super) use seal::Sealing;

/// What encrypts, or why there is nothing that does.
pub(super) type Sealer = Result<Arc<Sealing>, &'static str>;

/// How an API encrypts bodies: with a fresh key, which travels wrapped in a header.
///
/// The whole body is encrypted first, and the encrypted bytes are what is signed and sent. Nothing
/// is encrypted unless `Builder::encrypt` or `Call::encrypted` asks for it; both are there with the
/// feature `encryption`.
///
/// # What it is worth
///
/// The one profile that is known is old. Its mode shows which blocks of a body are equal, and its
/// key wrap is the one that Bleichenbacher's attack was made for. It adds nothing to TLS but a body
/// that stays unreadable where TLS ends. So:
///
/// - An encrypted answer is decrypted only if its signature is the platform's and the request was
///   encrypted, too. The header with the wrapped key is not signed, by this design; whoever can
///   change answers inside TLS can still replay a signed one with another wrapped key.
/// - Whatever is wrong with the header, the wrapped key, the padding or the text inside gives one
///   and the same error. Nothing is repeated after it.
/// - A key that cannot be unwrapped is replaced by a random one, and the work goes on to the end
///   with that, as TLS does it.
///
/// RSA decryption is AWS-LC's: blinded, with exponentiation and a check of the padding in constant
/// time. The other RSA of the ecosystem, the crate `rsa`, is open to the Marvin timing attack
/// (RUSTSEC-2023-0071); and AWS-LC is there for signatures and TLS anyway. AWS-LC rejects a bad
/// padding openly, by its return value (no implicit rejection), and its documentation says that
/// timing cannot be hidden altogether behind such an interface. What remains is that one branch,
/// and the time that AES, its padding and the JSON inside take. The attack needs many answers to
/// be measured, each of them for a request that this client sends of its own accord.
///
/// The same private key signs requests; who wants the two apart has to agree so with the platform.
#[derive(Debug)]
#[non_exhaustive]
pub struct Encryption {
    /// The header with the wrapped key.
    pub header: &'static str,
    /// The name of the algorithm, as written in the header.
    pub algorithm: &'static str,
    /// The version of the platform's key when the user gives none.
    pub key_version: u32,
    /// The content type of an encrypted request.
    pub content_type: &'static str,
    /// Cipher, padding and key wrap.
    pub profile: EncryptionProfile,
}

impl Encryption {
    /// Encrypted bodies whose key is wrapped in this header, by the algorithm of this name.
    pub const fn new(
        header: &'static str,
        algorithm: &'static str,
        profile: EncryptionProfile,
    ) -> Self {
        Self {
            header,
            algorithm,
            key_version: 1,
            content_type: "text/plain",
            profile,
        }
    }

    /// Sets the version of the platform's key when the user gives none; 1 unless set.
    #[must_use]
    pub const fn key_version(mut self, version: u32) -> Self {
        self.key_version = version;
        self
    }

    /// Sets the content type of an encrypted request; `text/plain` unless set.
    #[must_use]
    pub const fn content_type(mut self, content_type: &'static str) -> Self {
        self.content_type = content_type;
        self
    }
}

/// Cipher, padding and key wrap of encrypted bodies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EncryptionProfile {
    /// AES in ECB mode with PKCS#7 padding, as base64; its key wrapped with RSA PKCS#1 v1.5. Keys
    /// are written with 256 bits, and read with any size that AES has.
    RsaAesEcbPkcs1,
}

/// A body on its way out.
#[derive(Clone, Default)]
pub(super) struct Outgoing {
    pub(super) bytes: Vec<u8>,
    /// The text of the header, once the bytes are encrypted.
    pub(super) sealed: Option<(&'static Encryption, String)>,
}

impl Outgoing {
    pub(super) fn plain(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            sealed: None,
        }
    }

    /// Whether the bytes are encrypted.
    pub(super) fn is_sealed(&self) -> bool {
        self.sealed.is_some()
    }
}
