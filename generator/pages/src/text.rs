//! Words of a page without the accidents of its capture.

use sha2::{Digest as _, Sha256};

/// One space for every run of white space, no-break and zero-width ones included; none at the ends.
pub fn plain(text: &str) -> String {
    let spaced = text.replace(['\u{200b}', '\u{feff}'], "");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
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
    let mut hex = sha256(plain(text).as_bytes());
    hex.truncate(16);
    hex
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
