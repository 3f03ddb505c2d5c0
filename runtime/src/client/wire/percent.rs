//! Percent-encoding, as RFC 3986 says: every byte but letters, digits and `-._~`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is written as it is: the unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What a segment of a path may hold besides (`pchar`).
const NO_SEGMENT: &AsciiSet = &RESERVED
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=');

/// A part of an address that is a credential: what a segment may hold stays as it was given.
pub(crate) fn in_address(text: &str) -> String {
    utf8_percent_encode(text, NO_SEGMENT).to_string()
}

/// A text as a segment of a path, or as a name or a value of a query.
pub(crate) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The text that was encoded; what is no UTF-8 is replaced.
pub(crate) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// A name or a value of a form: as a query, with `+` for a blank.
pub(crate) fn in_form(text: &str) -> String {
    encoded(text).replace("%20", "+")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_unreserved_characters_only() {
        for (text, written) in [
            ("aZ09-._~", "aZ09-._~"),
            ("a/b", "a%2Fb"),
            ("100%", "100%25"),
            ("1+1 = 2", "1%2B1%20%3D%202"),
            ("é中🎫", "%C3%A9%E4%B8%AD%F0%9F%8E%AB"),
            (
                "?#[]@!$&'()*,;:",
                "%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2C%3B%3A",
            ),
            ("", ""),
        ] {
            assert_eq!(encoded(text), written);
        }
    }
}
