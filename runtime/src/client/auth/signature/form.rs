//! How a signature and its time are written.

use std::str::FromStr as _;
use std::time::{Duration, SystemTime};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::Timestamp;
use percent_encoding::{percent_decode_str, utf8_percent_encode};

use super::pairs::{FORM, TOLERANT, TOLERANT_URL};
use crate::client::Clock;

/// How the bytes of a signature are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SignatureEncoding {
    /// Base64 with padding; read with or without.
    Base64,
    /// Base64 with `-` and `_`, without padding; read with or without.
    Base64Url,
    /// Lower-case hexadecimal digits; read in any case.
    Hex,
    /// Base64 as a form writes it: `%2B`, `%2F` and `%3D`; read raw as well.
    FormBase64,
}

impl SignatureEncoding {
    pub(super) fn write(self, signature: &[u8]) -> String {
        match self {
            Self::Base64 => STANDARD.encode(signature),
            Self::Base64Url => URL_SAFE_NO_PAD.encode(signature),
            Self::Hex => crate::client::digest::hex(signature),
            Self::FormBase64 => utf8_percent_encode(&STANDARD.encode(signature), FORM).to_string(),
        }
    }

    pub(super) fn read(self, text: &str) -> Option<Vec<u8>> {
        match self {
            Self::Base64 => TOLERANT.decode(text).ok(),
            Self::Base64Url => TOLERANT_URL.decode(text).ok(),
            Self::Hex => unhex(text),
            Self::FormBase64 => {
                let base64 = percent_decode_str(text).decode_utf8().ok()?;
                TOLERANT.decode(base64.as_bytes()).ok()
            }
        }
    }

    /// For people.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Base64 => "base64",
            Self::Base64Url => "base64 with `-` and `_`",
            Self::Hex => "hexadecimal digits",
            Self::FormBase64 => "percent-encoded base64",
        }
    }
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.chars().map(|it| it.to_digit(16));
    let digits: Vec<u32> = digits.collect::<Option<_>>()?;
    let (pairs, rest) = digits.as_chunks::<2>();
    let bytes = pairs
        .iter()
        .map(|[high, low]| u8::try_from(high * 16 + low));
    let bytes = bytes.collect::<Result<_, _>>().ok()?;
    rest.is_empty().then_some(bytes)
}

/// How the time of a signature is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeForm {
    /// As RFC 3339 says, by [`Clock::text`]: `2024-05-22T01:12:21Z`.
    Rfc3339,
    /// Seconds since 1970.
    UnixSeconds,
    /// Milliseconds since 1970.
    UnixMillis,
}

impl TimeForm {
    pub(super) fn text(self, clock: &dyn Clock) -> String {
        let since = clock.now().duration_since(SystemTime::UNIX_EPOCH);
        let since = since.unwrap_or_default();
        match self {
            Self::Rfc3339 => clock.text(),
            Self::UnixSeconds => since.as_secs().to_string(),
            Self::UnixMillis => since.as_millis().to_string(),
        }
    }

    pub(super) fn read(self, text: &str) -> Option<SystemTime> {
        let number = || text.parse::<u64>().ok();
        let since = match self {
            Self::Rfc3339 => {
                let moment = Timestamp::from_str(text).ok()?;
                return SystemTime::try_from(moment).ok();
            }
            Self::UnixSeconds => Duration::from_secs(number()?),
            Self::UnixMillis => Duration::from_millis(number()?),
        };
        SystemTime::UNIX_EPOCH.checked_add(since)
    }

    /// One, for people.
    pub(super) const fn sample(self) -> &'static str {
        match self {
            Self::Rfc3339 => "2024-05-22T01:12:21Z",
            Self::UnixSeconds => "1716340341",
            Self::UnixMillis => "1716340341000",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_written_and_read() {
        use SignatureEncoding::{Base64, Base64Url, FormBase64, Hex};
        let bytes = [0xfb, 0xff, 0xfe, 0x00];
        for (encoding, written, also) in [
            (Base64, "+//+AA==", "+//+AA"),
            (Base64Url, "-__-AA", "-__-AA=="),
            (Hex, "fbfffe00", "FBFFFE00"),
            (FormBase64, "%2B%2F%2F%2BAA%3D%3D", "+//+AA"),
        ] {
            assert_eq!(encoding.write(&bytes), written);
            assert_eq!(encoding.read(written).as_deref(), Some(&bytes[..]));
            assert_eq!(encoding.read(also).as_deref(), Some(&bytes[..]));
            for wrong in ["é", "f b", "fbf"] {
                assert_eq!(
                    encoding
                        .read(wrong)
                        .filter(|_| wrong != "fbf" || encoding == Hex),
                    None
                );
            }
        }
    }

    #[test]
    fn times_are_written_and_read() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_716_340_341);
        for form in [
            TimeForm::Rfc3339,
            TimeForm::UnixSeconds,
            TimeForm::UnixMillis,
        ] {
            assert_eq!(form.text(&time), form.sample());
            assert_eq!(form.read(form.sample()), Some(time));
            for wrong in ["", "-1", "yesterday", "99999999999999999999999"] {
                assert_eq!(form.read(wrong), None, "{wrong}");
            }
        }
    }
}
