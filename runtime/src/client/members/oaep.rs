//! RSA with OAEP, on AWS-LC.

use aws_lc_rs::encoding::{AsDer as _, PublicKeyX509Der};
use aws_lc_rs::rsa::{
    OAEP_SHA1_MGF1SHA1, OAEP_SHA256_MGF1SHA256, OaepAlgorithm, OaepPublicEncryptingKey,
    PublicEncryptingKey,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::padding::Oaep;
use crate::client::PublicKey;

fn algorithm(padding: Oaep) -> &'static OaepAlgorithm {
    match padding {
        Oaep::Sha1 => &OAEP_SHA1_MGF1SHA1,
        Oaep::Sha256 => &OAEP_SHA256_MGF1SHA256,
    }
}

/// The text encrypted, in base64; none of one that is too long for the key.
pub(super) fn encrypt(key: &PublicKey, padding: Oaep, plain: &str) -> Option<String> {
    let der: PublicKeyX509Der<'_> = key.parsed().as_der().ok()?;
    let key = PublicEncryptingKey::from_der(der.as_ref()).ok()?;
    let key = OaepPublicEncryptingKey::new(key).ok()?;
    let mut space = vec![0; key.ciphertext_size()];
    let made = key.encrypt(algorithm(padding), plain.as_bytes(), &mut space, None);
    Some(STANDARD.encode(made.ok()?))
}

/// What is encrypted, by the private key as PEM.
#[cfg(feature = "fake")]
pub(super) fn decrypt(pem: &str, padding: Oaep, written: &str) -> Option<String> {
    use aws_lc_rs::rsa::{OaepPrivateDecryptingKey, PrivateDecryptingKey};
    let lines = pem.lines().filter(|it| !it.starts_with('-'));
    let der = STANDARD.decode(lines.collect::<String>()).ok()?;
    let key = OaepPrivateDecryptingKey::new(PrivateDecryptingKey::from_pkcs8(&der).ok()?).ok()?;
    let mut space = vec![0; key.min_output_size()];
    let text = STANDARD.decode(written).ok()?;
    let plain = key
        .decrypt(algorithm(padding), &text, &mut space, None)
        .ok()?;
    String::from_utf8(plain.to_vec()).ok()
}
