//! The public key inside an X.509 certificate.

/// Tags of DER.
const SEQUENCE: u8 = 0x30;
const VERSION: u8 = 0xa0;

/// One element: its tag, what is inside, itself as a whole, and what follows.
struct Element<'d> {
    tag: u8,
    inside: &'d [u8],
    whole: &'d [u8],
    rest: &'d [u8],
}

/// The next element; none where the bytes are no DER.
fn element(der: &[u8]) -> Option<Element<'_>> {
    let (tag, after) = der.split_first()?;
    let (first, after) = after.split_first()?;
    let (length, start) = match first {
        0..=0x7f => (usize::from(*first), 2),
        0x81..=0x84 => {
            let count = usize::from(first & 0x7f);
            let bytes = after.get(..count)?;
            let length = bytes
                .iter()
                .fold(0_usize, |it, byte| (it << 8) | usize::from(*byte));
            (length, 2 + count)
        }
        _ => return None,
    };
    let end = start.checked_add(length)?;
    Some(Element {
        tag: *tag,
        inside: der.get(start..end)?,
        whole: der.get(..end)?,
        rest: der.get(end..)?,
    })
}

fn sequence(der: &[u8]) -> Option<Element<'_>> {
    element(der).filter(|it| it.tag == SEQUENCE)
}

/// The `SubjectPublicKeyInfo` of a certificate, as RFC 5280 has it.
pub(super) fn public_key(der: &[u8]) -> Option<&[u8]> {
    let mut rest = sequence(sequence(der)?.inside)?.inside;
    if rest.first() == Some(&VERSION) {
        rest = element(rest)?.rest;
    }
    // Serial number, algorithm of the signature, issuer, validity, subject.
    for _ in 0..5 {
        rest = element(rest)?.rest;
    }
    sequence(rest).map(|it| it.whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_panics_on_what_is_no_certificate() {
        for der in [
            &[][..],
            &[0x30],
            &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
            &[0x30, 0x02, 0x30, 0x00],
            &[0x30, 0x80, 0x00],
            &[0x02, 0x01, 0x00],
        ] {
            assert_eq!(public_key(der), None, "{der:?}");
        }
    }
}
