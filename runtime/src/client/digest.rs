//! Digests and codes of authentication under a shared secret, on AWS-LC.
//!
//! Without the feature `aws-lc` there are none, and a client that needs one is not built.

use std::fmt::Write as _;

use super::SignatureAlgorithm;

/// Whether they can be made.
pub(super) const IS_THERE: bool = cfg!(feature = "aws-lc");

/// Lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let text = String::with_capacity(bytes.len().saturating_mul(2));
    bytes.iter().fold(text, |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// SHA-256, in hexadecimal digits.
pub(super) fn sha256_hex(bytes: &[u8]) -> String {
    hex(&made::sha256(bytes))
}

/// SHA-256, in base64.
pub(super) fn sha256_base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    base64::prelude::BASE64_STANDARD.encode(made::sha256(bytes))
}

/// The code of a message; none of an algorithm without a shared secret.
pub(super) fn mac(algorithm: SignatureAlgorithm, secret: &[u8], message: &[u8]) -> Option<Vec<u8>> {
    made::mac(algorithm, secret, message)
}

/// Whether the code is that of the message, in constant time.
pub(super) fn is_mac(
    algorithm: SignatureAlgorithm,
    secret: &[u8],
    message: &[u8],
    code: &[u8],
) -> bool {
    made::is_mac(algorithm, secret, message, code)
}

/// Whether two texts are the same; how far they agree cannot be seen from the time that it takes.
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    made::is_same(one, other)
}

#[cfg(feature = "aws-lc")]
mod made {
    use aws_lc_rs::constant_time::verify_slices_are_equal;
    use aws_lc_rs::digest::{SHA256, digest};
    use aws_lc_rs::hmac::{HMAC_SHA256, HMAC_SHA512, Key, sign, verify};

    use super::SignatureAlgorithm;

    pub(super) fn sha256(bytes: &[u8]) -> Vec<u8> {
        digest(&SHA256, bytes).as_ref().to_vec()
    }

    pub(super) fn is_same(one: &[u8], other: &[u8]) -> bool {
        verify_slices_are_equal(one, other).is_ok()
    }

    fn key(algorithm: SignatureAlgorithm, secret: &[u8]) -> Option<Key> {
        let hash = match algorithm {
            SignatureAlgorithm::HmacSha256 => HMAC_SHA256,
            SignatureAlgorithm::HmacSha512 => HMAC_SHA512,
            _ => return None,
        };
        Some(Key::new(hash, secret))
    }

    pub(super) fn mac(it: SignatureAlgorithm, secret: &[u8], message: &[u8]) -> Option<Vec<u8>> {
        let key = key(it, secret)?;
        Some(sign(&key, message).as_ref().to_vec())
    }

    pub(super) fn is_mac(
        it: SignatureAlgorithm,
        secret: &[u8],
        message: &[u8],
        code: &[u8],
    ) -> bool {
        key(it, secret).is_some_and(|key| verify(&key, message, code).is_ok())
    }
}

#[cfg(not(feature = "aws-lc"))]
mod made {
    use super::SignatureAlgorithm;

    pub(super) fn sha256(_: &[u8]) -> Vec<u8> {
        Vec::new()
    }

    pub(super) fn is_same(one: &[u8], other: &[u8]) -> bool {
        let pairs = one.iter().zip(other);
        let apart = pairs.fold(0, |apart, (one, other)| {
            std::hint::black_box(apart | (one ^ other))
        });
        one.len() == other.len() && apart == 0
    }

    pub(super) fn mac(_: SignatureAlgorithm, _: &[u8], _: &[u8]) -> Option<Vec<u8>> {
        None
    }

    pub(super) fn is_mac(_: SignatureAlgorithm, _: &[u8], _: &[u8], _: &[u8]) -> bool {
        false
    }
}
