//! AES-256 in GCM, on AWS-LC.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use base64::Engine as _;

use crate::client::auth::TOLERANT;

pub(super) const IS_THERE: bool = true;

fn key(key: &[u8]) -> Option<LessSafeKey> {
    UnboundKey::new(&AES_256_GCM, key)
        .ok()
        .map(LessSafeKey::new)
}

/// The text inside.
pub(super) fn open(key: &[u8], nonce: &[u8], beside: &[u8], sealed: &str) -> Option<Vec<u8>> {
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut text = TOLERANT.decode(sealed).ok()?;
    let length = self::key(key)?
        .open_in_place(nonce, Aad::from(beside), &mut text)
        .ok()?
        .len();
    text.truncate(length);
    Some(text)
}

/// The text sealed, with its code behind it.
#[cfg(feature = "fake")]
pub(super) fn seal(key: &[u8], nonce: &[u8], beside: &[u8], plain: &str) -> Option<String> {
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut text = plain.as_bytes().to_vec();
    self::key(key)?
        .seal_in_place_append_tag(nonce, Aad::from(beside), &mut text)
        .ok()?;
    Some(base64::engine::general_purpose::STANDARD.encode(text))
}
