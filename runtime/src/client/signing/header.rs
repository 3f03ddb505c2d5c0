//! The signature header: `algorithm=..,keyVersion=..,signature=..`.

use std::fmt;

use super::pairs;

const VALUE: &str = "signature";

/// A signature header, taken apart.
#[derive(Clone, PartialEq, Eq)]
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
    /// It has no `signature=`.
    Missing,
    /// A key is there twice, so that its value is open to choice.
    Twice,
    /// The signature is not percent-encoded base64.
    NotBase64,
}

impl SignatureHeader {
    /// The text of the header: three keys in this order, no spaces.
    pub fn write(algorithm: &str, key_version: u32, signature: &[u8]) -> String {
        pairs::write(algorithm, key_version, VALUE, signature)
    }

    /// Reads a header by its keys, in any order, with or without spaces after commas.
    pub fn read(text: &str) -> Result<Self, SignatureHeaderError> {
        let pairs = pairs::read(text, VALUE)?;
        Ok(Self {
            algorithm: pairs.algorithm,
            key_version: pairs.key_version,
            signature: pairs.value,
        })
    }
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
            Self::Missing => "the signature header holds no `signature=`",
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
            SignatureHeader::write("RSA256", 0, BYTES),
            "algorithm=RSA256,keyVersion=0,signature=%2B%2F%2F%2BAA%3D%3D"
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
            let header = SignatureHeader::read(text).unwrap();
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
            assert_eq!(SignatureHeader::read(text), Err(error), "{text}");
        }
    }
}
