//! From the text of a key to its DER.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::{KeyError, KeyErrorKind};

/// What the text says it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Armour {
    /// Bare base64: it may be anything.
    None,
    Pkcs8,
    Pkcs1Private,
    Sec1,
    Spki,
    Pkcs1Public,
}

/// Takes the armour off and decodes the base64.
///
/// Keys often come through environment variables and forms, which fold lines
/// or write line breaks as `\n`; so white space is dropped wherever it is.
pub(super) fn read(text: &str) -> Result<(Armour, Zeroizing<Vec<u8>>), KeyError> {
    let (armour, base64) = match text.split_once("-----BEGIN ") {
        None => (Armour::None, text),
        Some((_, rest)) => block(rest)?,
    };
    Ok((armour, decoded(base64)?))
}

/// The DER of a certificate.
pub(super) fn certificate(text: &str) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let Some((_, rest)) = text.split_once("-----BEGIN CERTIFICATE-----") else {
        if text.contains("-----BEGIN ") {
            return Err(KeyErrorKind::OtherBlock.into());
        }
        return decoded(text);
    };
    let (inside, _) = rest.split_once("-----END ").ok_or(KeyErrorKind::NoEnd)?;
    decoded(inside)
}

fn decoded(base64: &str) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    let mut clean = Zeroizing::new(String::with_capacity(base64.len()));
    for part in base64.split("\\n") {
        clean.extend(part.chars().filter(|c| !c.is_whitespace()));
    }
    if clean.is_empty() {
        return Err(KeyErrorKind::Empty.into());
    }
    let der = STANDARD
        .decode(clean.as_bytes())
        .map_err(|_| KeyErrorKind::NotBase64)?;
    Ok(Zeroizing::new(der))
}

/// The kind and the inside of a PEM block, from behind its `BEGIN`.
fn block(text: &str) -> Result<(Armour, &str), KeyError> {
    let (label, rest) = text.split_once("-----").ok_or(KeyErrorKind::NoEnd)?;
    let (inside, _) = rest.split_once("-----END ").ok_or(KeyErrorKind::NoEnd)?;
    let armour = match label.trim() {
        "PRIVATE KEY" => Armour::Pkcs8,
        "RSA PRIVATE KEY" if inside.contains("ENCRYPTED") => {
            return Err(KeyErrorKind::Locked.into());
        }
        "RSA PRIVATE KEY" => Armour::Pkcs1Private,
        "EC PRIVATE KEY" => Armour::Sec1,
        "PUBLIC KEY" => Armour::Spki,
        "RSA PUBLIC KEY" => Armour::Pkcs1Public,
        "ENCRYPTED PRIVATE KEY" => return Err(KeyErrorKind::Locked.into()),
        "CERTIFICATE" => return Err(KeyErrorKind::Certificate.into()),
        _ => return Err(KeyErrorKind::OtherBlock.into()),
    };
    Ok((armour, inside))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> KeyErrorKind {
        read(text).unwrap_err().kind()
    }

    #[test]
    fn takes_armour_and_white_space_off() {
        for (text, armour) in [
            (" AQ\n ID ", Armour::None),
            (
                "-----BEGIN PRIVATE KEY-----\nAQID\n-----END PRIVATE KEY-----\n",
                Armour::Pkcs8,
            ),
            (
                "-----BEGIN PUBLIC KEY----- AQ ID -----END PUBLIC KEY-----",
                Armour::Spki,
            ),
            (
                r"-----BEGIN RSA PRIVATE KEY-----\nAQID\n-----END RSA PRIVATE KEY-----",
                Armour::Pkcs1Private,
            ),
        ] {
            let (found, der) = read(text).unwrap();
            assert_eq!((found, &der[..]), (armour, &[1, 2, 3][..]), "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(kind(" \n"), KeyErrorKind::Empty);
        assert_eq!(kind("päth"), KeyErrorKind::NotBase64);
        assert_eq!(
            kind("-----BEGIN PRIVATE KEY-----\nAQID"),
            KeyErrorKind::NoEnd
        );
        assert_eq!(kind("-----BEGIN PRIVATE KEY"), KeyErrorKind::NoEnd);
        assert_eq!(
            kind("-----BEGIN DSA PRIVATE KEY-----AQID-----END DSA"),
            KeyErrorKind::OtherBlock
        );
        assert_eq!(
            kind("-----BEGIN CERTIFICATE-----AQID-----END C"),
            KeyErrorKind::Certificate
        );
        assert_eq!(
            kind("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nAQID-----END RSA"),
            KeyErrorKind::Locked
        );
    }
}
