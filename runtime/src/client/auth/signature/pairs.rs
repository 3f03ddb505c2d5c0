//! Headers made of pairs: `algorithm=..,keyVersion=..,NAME=..`, the last one binary.

use std::fmt;

use base64::Engine as _;
use base64::alphabet::{STANDARD as ALPHABET, URL_SAFE};
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What form encoding leaves alone. Base64 needs only `+`, `/` and `=` escaped.
pub(super) const FORM: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'*')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_');

/// Answers come with and without padding.
pub(in crate::client) const TOLERANT: GeneralPurpose = GeneralPurpose::new(
    &ALPHABET,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The same in the alphabet for addresses.
pub(super) const TOLERANT_URL: GeneralPurpose = GeneralPurpose::new(
    &URL_SAFE,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A header of three pairs with commas between them: the names of its keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PairHeader {
    /// The key of the name of the algorithm.
    pub algorithm: &'static str,
    /// The key of the key version.
    pub key_version: &'static str,
    /// The key of the value, which is form-encoded base64.
    pub value: &'static str,
}

/// A signature header, taken apart.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignatureHeader {
    /// The name of the algorithm, when given.
    pub algorithm: Option<String>,
    /// The version of the key, when given.
    pub key_version: Option<String>,
    /// The signature itself.
    pub signature: Vec<u8>,
}

/// Why a signature header cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureHeaderError {
    /// It has no signature.
    Missing,
    /// A key is there twice, so that its value is open to choice.
    Twice,
    /// The signature is not percent-encoded base64.
    NotBase64,
}

impl PairHeader {
    /// `algorithm=..,keyVersion=..,signature=..`.
    pub const SIGNATURE: Self = Self::new("algorithm", "keyVersion", "signature");

    /// A header with keys of these names.
    pub const fn new(
        algorithm: &'static str,
        key_version: &'static str,
        value: &'static str,
    ) -> Self {
        Self {
            algorithm,
            key_version,
            value,
        }
    }

    /// The text of the header: three pairs in this order, no spaces.
    pub fn write(&self, algorithm: &str, key_version: u32, value: &[u8]) -> String {
        let base64 = STANDARD.encode(value);
        self.text(algorithm, key_version, utf8_percent_encode(&base64, FORM))
    }

    /// The same with any text as value.
    pub(super) fn text(
        &self,
        algorithm: &str,
        key_version: u32,
        value: impl fmt::Display,
    ) -> String {
        let Self {
            algorithm: first,
            key_version: second,
            value: third,
        } = self;
        format!("{first}={algorithm},{second}={key_version},{third}={value}")
    }

    /// Reads a header by its keys, in any order, with or without spaces after commas.
    pub fn read(&self, text: &str) -> Result<SignatureHeader, SignatureHeaderError> {
        let (mut algorithm, mut key_version, mut value) = (None, None, None);
        for part in text.split(',') {
            // The first `=` alone: base64 padding has more of them.
            let Some((key, text)) = part.split_once('=') else {
                continue;
            };
            let slot = match key.trim() {
                key if key.eq_ignore_ascii_case(self.algorithm) => &mut algorithm,
                key if key.eq_ignore_ascii_case(self.key_version) => &mut key_version,
                key if key.eq_ignore_ascii_case(self.value) => &mut value,
                _ => continue,
            };
            if slot.replace(text.trim().to_owned()).is_some() {
                return Err(SignatureHeaderError::Twice);
            }
        }
        let signature = decode(&value.ok_or(SignatureHeaderError::Missing)?)?;
        Ok(SignatureHeader {
            algorithm,
            key_version,
            signature,
        })
    }
}

fn decode(text: &str) -> Result<Vec<u8>, SignatureHeaderError> {
    if text.is_empty() {
        return Err(SignatureHeaderError::Missing);
    }
    // Without `%` the base64 came raw, and its `+` must stay.
    let base64 = percent_decode_str(text)
        .decode_utf8()
        .map_err(|_| SignatureHeaderError::NotBase64)?;
    TOLERANT
        .decode(base64.as_bytes())
        .map_err(|_| SignatureHeaderError::NotBase64)
}

impl fmt::Debug for SignatureHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignatureHeader")
            .field("algorithm", &self.algorithm)
            .field("key_version", &self.key_version)
            .field(
                "signature",
                &format_args!("[{} bytes]", self.signature.len()),
            )
            .finish()
    }
}

impl fmt::Display for SignatureHeaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "the signature header holds no signature",
            Self::Twice => "the signature header gives a key twice",
            Self::NotBase64 => "the signature is not percent-encoded base64",
        })
    }
}

impl std::error::Error for SignatureHeaderError {}

#[cfg(test)]
mod tests {
    use super::*;

    const BYTES: &[u8] = &[0xfb, 0xff, 0xfe, 0x00]; // base64 `+//+AA==`

    #[test]
    fn writes_form_encoded_base64() {
        assert_eq!(
            PairHeader::SIGNATURE.write("RSA256", 0, BYTES),
            "algorithm=RSA256,keyVersion=0,signature=%2B%2F%2F%2BAA%3D%3D"
        );
        assert_eq!(
            PairHeader::new("alg", "v", "s").write("X", 2, BYTES),
            "alg=X,v=2,s=%2B%2F%2F%2BAA%3D%3D"
        );
    }

    #[test]
    fn reads_what_servers_write() {
        for text in [
            "algorithm=RSA256,keyVersion=0,signature=%2B%2F%2F%2BAA%3D%3D",
            "algorithm=RSA256, keyVersion=0, signature=%2b%2f%2f%2bAA%3d%3d",
            "signature=+//+AA==,keyVersion=0,algorithm=RSA256,more=1",
            " Signature = +//+AA , KEYVERSION=0, Algorithm=RSA256",
        ] {
            let header = PairHeader::SIGNATURE.read(text).unwrap();
            assert_eq!(header.signature, BYTES, "{text}");
            assert_eq!(header.algorithm.as_deref(), Some("RSA256"));
            assert_eq!(header.key_version.as_deref(), Some("0"));
        }
    }

    #[test]
    fn refuses_the_rest() {
        use SignatureHeaderError::{Missing, NotBase64, Twice};
        for (text, error) in [
            ("", Missing),
            ("algorithm=RSA256", Missing),
            ("signature=", Missing),
            ("signature=AA==,signature=AAAA", Twice),
            ("signature=%%%", NotBase64),
            ("signature=%ff", NotBase64),
            ("signature=A A=", NotBase64),
        ] {
            assert_eq!(PairHeader::SIGNATURE.read(text), Err(error), "{text}");
        }
    }
}
