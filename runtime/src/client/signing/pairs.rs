//! Headers made of pairs: `algorithm=..,keyVersion=..,NAME=..`, the last one binary.

use base64::Engine as _;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig, STANDARD};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::SignatureHeaderError;

/// What form encoding leaves alone. Base64 needs only `+`, `/` and `=` escaped.
const FORM: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'*')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_');

/// Answers come with and without padding.
pub(in crate::client) const TOLERANT: GeneralPurpose = GeneralPurpose::new(
    &ALPHABET,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A header, taken apart.
pub(in crate::client) struct Pairs {
    pub(in crate::client) algorithm: Option<String>,
    pub(in crate::client) key_version: Option<String>,
    pub(in crate::client) value: Vec<u8>,
}

/// Three pairs in this order, no spaces; the value as form-encoded base64.
pub(in crate::client) fn write(
    algorithm: &str,
    key_version: u32,
    name: &str,
    value: &[u8],
) -> String {
    let base64 = STANDARD.encode(value);
    let encoded = utf8_percent_encode(&base64, FORM);
    format!("algorithm={algorithm},keyVersion={key_version},{name}={encoded}")
}

/// Reads a header by its keys, in any order, with or without spaces after commas.
pub(in crate::client) fn read(text: &str, name: &str) -> Result<Pairs, SignatureHeaderError> {
    let (mut algorithm, mut key_version, mut value) = (None, None, None);
    for part in text.split(',') {
        // The first `=` alone: base64 padding has more of them.
        let Some((key, text)) = part.split_once('=') else {
            continue;
        };
        let slot = match key.trim() {
            key if key.eq_ignore_ascii_case("algorithm") => &mut algorithm,
            key if key.eq_ignore_ascii_case("keyVersion") => &mut key_version,
            key if key.eq_ignore_ascii_case(name) => &mut value,
            _ => continue,
        };
        if slot.replace(text.trim().to_owned()).is_some() {
            return Err(SignatureHeaderError::Twice);
        }
    }
    let value = decode(&value.ok_or(SignatureHeaderError::Missing)?)?;
    Ok(Pairs {
        algorithm,
        key_version,
        value,
    })
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
