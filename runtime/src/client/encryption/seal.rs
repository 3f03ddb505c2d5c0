//! AES keys and bodies, wrapped and unwrapped with RSA. See [`Encryption`] for what it is worth.

use aws_lc_rs::cipher::{
    AES_128, AES_192, AES_256, Algorithm, DecryptionContext, EncryptionContext,
    PaddedBlockDecryptingKey, PaddedBlockEncryptingKey, UnboundCipherKey,
};
use aws_lc_rs::rand::{SecureRandom as _, SystemRandom};
use aws_lc_rs::rsa::{Pkcs1PrivateDecryptingKey, Pkcs1PublicEncryptingKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::IgnoredAny;
use zeroize::Zeroizing;

use super::{Encryption, EncryptionProfile, Outgoing};
use crate::client::auth::TOLERANT;
use crate::client::{PairHeader, PrivateKey, PublicKey};

/// How the header with the wrapped key is written.
pub(super) const PAIRS: PairHeader = PairHeader::new("algorithm", "keyVersion", "symmetricKey");

/// The size of the keys that we make.
const KEY: usize = 32;

/// Both keys, ready for use. AWS-LC wipes its memory when it frees it.
pub(in crate::client) struct Sealing {
    encryption: &'static Encryption,
    key_version: u32,
    pub(super) wrap: Pkcs1PublicEncryptingKey,
    unwrap: Pkcs1PrivateDecryptingKey,
}

impl Sealing {
    pub(in crate::client) fn new(
        encryption: &'static Encryption,
        key_version: u32,
        own: &PrivateKey,
        platform: &PublicKey,
    ) -> Option<Self> {
        // A match, so that a second profile is not forgotten here.
        match encryption.profile {
            EncryptionProfile::RsaAesEcbPkcs1 => {}
        }
        Some(Self {
            encryption,
            key_version,
            wrap: platform.encrypting()?,
            unwrap: own.decrypting()?,
        })
    }

    pub(in crate::client) fn seal(&self, body: &[u8]) -> Option<Outgoing> {
        self.seal_with(&*fresh()?, body)
    }

    pub(super) fn seal_with(&self, key: &[u8], body: &[u8]) -> Option<Outgoing> {
        let mut wrapped = vec![0; self.wrap.ciphertext_size()];
        let wrapped = self.wrap.encrypt(key, &mut wrapped).ok()?;
        let Encryption { algorithm, .. } = self.encryption;
        let header = PAIRS.write(algorithm, self.key_version, wrapped);
        Some(Outgoing {
            bytes: encrypt(key, body)?,
            sealed: Some((self.encryption, header)),
        })
    }

    /// The body inside. There is nothing to tell about why there is none.
    pub(in crate::client) fn open(&self, header: &str, body: &[u8]) -> Option<Vec<u8>> {
        let pairs = PAIRS.read(header).ok()?;
        let same = |name: &String| name.eq_ignore_ascii_case(self.encryption.algorithm);
        if !pairs.algorithm.as_ref().is_none_or(same) {
            return None;
        }
        // Some write base64 in lines.
        let text: Vec<u8> = body
            .iter()
            .copied()
            .filter(|byte| !byte.is_ascii_whitespace())
            .collect();
        let mut body = TOLERANT.decode(text).ok()?;
        // All above can be seen from outside. From here on a failure must not be seen before the
        // end, so the work goes on with a key that fits nothing.
        let mut space = Zeroizing::new(vec![0; self.unwrap.min_output_size()]);
        let decoy = fresh()?;
        let unwrapped = self.unwrap.decrypt(&pairs.signature, &mut space).ok();
        let unwrapped = unwrapped.and_then(|key| Some((cipher(key)?, &*key)));
        let genuine = unwrapped.is_some();
        let (cipher, key) = unwrapped.unwrap_or((&AES_256, &*decoy));
        let plain = decrypt(cipher, key, &mut body)
            .filter(|plain| is_json(plain))
            .map(|plain| plain.len());
        match plain {
            Some(length) if genuine => {
                body.truncate(length);
                Some(body)
            }
            _ => None,
        }
    }
}

fn fresh() -> Option<Zeroizing<[u8; KEY]>> {
    let mut key = Zeroizing::new([0; KEY]);
    SystemRandom::new().fill(&mut *key).ok()?;
    Some(key)
}

/// The cipher that a key of this size is for.
pub(super) fn cipher(key: &[u8]) -> Option<&'static Algorithm> {
    match key.len() {
        16 => Some(&AES_128),
        24 => Some(&AES_192),
        KEY => Some(&AES_256),
        _ => None,
    }
}

pub(super) fn encrypt(key: &[u8], body: &[u8]) -> Option<Vec<u8>> {
    let key = UnboundCipherKey::new(cipher(key)?, key).ok()?;
    let key = PaddedBlockEncryptingKey::ecb_pkcs7(key).ok()?;
    let mut body = body.to_vec();
    key.less_safe_encrypt(&mut body, EncryptionContext::None)
        .ok()?;
    Some(STANDARD.encode(body).into_bytes())
}

pub(super) fn decrypt<'a>(
    cipher: &'static Algorithm,
    key: &[u8],
    body: &'a mut [u8],
) -> Option<&'a mut [u8]> {
    let key = UnboundCipherKey::new(cipher, key).ok()?;
    let key = PaddedBlockDecryptingKey::ecb_pkcs7(key).ok()?;
    key.decrypt(body, DecryptionContext::None).ok()
}

/// A wrong key leaves a good padding now and then; then the text gives it away, not another error.
fn is_json(text: &[u8]) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| serde_json::from_str::<IgnoredAny>(text).is_ok())
}
