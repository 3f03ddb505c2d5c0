//! Words of a page without the accidents of its capture.

use sha2::{Digest as _, Sha256};

/// One space for every run of white space, no-break and zero-width ones included; none at the ends.
pub fn plain(text: &str) -> String {
    let is_nothing = |it: char| matches!(it, '\u{200b}' | '\u{feff}');
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        // A word of nothing but zero-width spaces is none.
        let mut parts = word
            .split(is_nothing)
            .filter(|it| !it.is_empty())
            .peekable();
        if parts.peek().is_some() && !out.is_empty() {
            out.push(' ');
        }
        out.extend(parts);
    }
    out
}

/// A text with what is inside of the code spans of Markdown in place of them.
pub fn bare(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('`') {
        let Some((inside, after)) = after.split_once('`') else {
            break;
        };
        found.push_str(before);
        found.push_str(inside);
        rest = after;
    }
    found.push_str(rest);
    found
}

/// The first 16 hexadecimal digits of the SHA-256 of the plain text.
pub fn digest(text: &str) -> String {
    let whole = Sha256::digest(plain(text).as_bytes());
    hex(whole.iter().take(8))
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::digest(bytes).iter())
}

/// Bytes in two digits each, without the detour of a format: pages have many texts.
fn hex<'a>(bytes: impl ExactSizeIterator<Item = &'a u8>) -> String {
    const DIGITS: [u8; 16] = *b"0123456789abcdef";
    let mut out = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}
