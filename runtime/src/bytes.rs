//! Bytes, as they travel.

use std::{borrow::Cow, fmt};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

use crate::read::{Fit, Mismatch, Reader, Slot};

/// Bytes, which travel as Base64: the standard alphabet of RFC 4648 §4, padded.
///
/// `Debug` shows how many there are.
///
/// ```
/// let bytes = stipula::Bytes::from(*b"foo");
/// assert_eq!(serde_json::to_string(&bytes)?, r#""Zm9v""#);
/// assert_eq!(serde_json::from_str::<stipula::Bytes>(r#""Zm9v""#)?, bytes);
/// assert_eq!(format!("{bytes:?}"), "Bytes(3 bytes)");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Bytes(pub Vec<u8>);

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bytes({} bytes)", self.0.len())
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Bytes {
    fn from(bytes: [u8; N]) -> Self {
        Self(bytes.to_vec())
    }
}

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

/// What a body should have held.
const WANTED: &str = "bytes in Base64";

impl Slot for Bytes {
    fn vacant() -> Self {
        Self::default()
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        let read = decoded(&from.text(WANTED)?);
        *self = read.ok_or(Mismatch::new(WANTED, "another text"))?;
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = decoded(&Cow::<str>::deserialize(deserializer)?);
        read.ok_or_else(|| D::Error::custom(format_args!("expected {WANTED}")))
    }
}

/// The bytes that a text says. The reason of the decoder is left out: it quotes the text.
fn decoded(text: &str) -> Option<Bytes> {
    STANDARD.decode(text).ok().map(Bytes)
}
