//! Odd bytes.

use fastrand::Rng;

/// What readers may stumble over.
const ODD: &[&[u8]] = &[
    b"\\u0000",
    b"\\ud800",
    b"\\udc00\\ud800",
    b"\\u",
    b"\\x",
    b"\0",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xc3",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\"",
    b",",
    b":",
    b" ",
    b"\n",
    b"\xef\xbb\xbf",
    b"null",
    b"true",
    b"{}",
    b"[]",
    b"\"\"",
    b"-",
    b"-0",
    b"0.0",
    b"1e999",
    b"1e-999",
    b"00",
    b".5",
    b"NaN",
    b"9223372036854775808",
    b"-9223372036854775809",
    b"18446744073709551616",
    b"0.1000000000000000055511151231257827",
    b"\"__proto__\":",
    b"\"kind\":",
    b"\"kind\":\"NOTE\",",
    b"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
];

/// Bytes that are no body, or of JSON's signs alone.
pub(crate) fn any(rng: &mut Rng) -> Vec<u8> {
    let signs = rng.bool();
    let next = |rng: &mut Rng| {
        if signs {
            ODD[rng.usize(..ODD.len())].to_vec()
        } else {
            vec![rng.u8(..)]
        }
    };
    (0..rng.usize(..60)).flat_map(|_| next(rng)).collect()
}

/// Changes a body at up to three places.
pub(crate) fn spoil(body: &mut Vec<u8>, other: &[u8], rng: &mut Rng) {
    for _ in 0..rng.usize(1..4) {
        let at = rng.usize(..=body.len());
        let end = rng.usize(at..=body.len().min(at + 12));
        let odd = ODD[rng.usize(..ODD.len())];
        match rng.u8(..7) {
            0 => drop(body.drain(at..end)),
            1 => drop(body.splice(at..end, odd.iter().copied())),
            2 => drop(body.splice(at..at, odd.iter().copied())),
            3 => drop(body.splice(at..at, body[at..end].to_vec())),
            4 => drop(body.splice(at.., other[at.min(other.len())..].iter().copied())),
            5 if at < body.len() => body[at] ^= 1 << rng.u8(..8),
            _ => value(body, odd, rng),
        }
    }
}

/// Puts something in place of a number, or of a text.
fn value(body: &mut Vec<u8>, odd: &[u8], rng: &mut Rng) {
    let starts: Vec<usize> = (1..body.len()).filter(|at| body[at - 1] == b':').collect();
    let Some(start) = rng.choice(&starts).copied() else {
        return;
    };
    let rest = body[start..].iter();
    let length = rest.take_while(|it| !b",}]".contains(it)).count();
    body.splice(start..start + length, odd.iter().copied());
}
