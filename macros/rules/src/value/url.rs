//! `url`: an address with a scheme.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "url",
    Judge::Text(|text, _| Some(url(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "A URL with a scheme.",
        "{at} must be a URL with a scheme",
    )
    .found("{at} is not a URL with a scheme; write one such as `https://example.com`")],
);

/// Whether `text` has a scheme, a colon and a rest without white space or control characters.
///
/// Deliberately loose: deep links (`app://page?x=%7B..`) are URLs too, and a
/// strict parser would rewrite or refuse some that servers take.
pub fn url(text: &str) -> bool {
    // The common case: nothing but visible ASCII, and a scheme that needs no second look.
    (text.len() > 8 && text.starts_with("https://") && visible(text.as_bytes())) || any(text)
}

/// The whole rule, a character at a time.
#[cold]
#[inline(never)]
fn any(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let mut scheme = scheme.bytes();
    scheme
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && scheme.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'.' | b'-'))
        && !rest.is_empty()
        && !rest.chars().any(|c| c.is_whitespace() || c.is_control())
}

const BLOCK: usize = 16;

/// Whether all bytes are ASCII without space and control characters.
///
/// In blocks, of which the last two may overlap, so that the compiler compares a block at once.
#[inline]
fn visible(bytes: &[u8]) -> bool {
    let Some(last) = bytes.last_chunk() else {
        return bytes.iter().all(u8::is_ascii_graphic);
    };
    // For each place in a block, the greatest distance from the first visible character.
    let mut far = [0; BLOCK];
    for block in bytes.as_chunks().0 {
        see(&mut far, block);
    }
    see(&mut far, last);
    let odd = far.iter().map(|far| u8::from(*far > b'~' - b'!'));
    odd.fold(0, |odd, here| odd | here) == 0
}

#[inline]
fn see(far: &mut [u8; BLOCK], block: &[u8; BLOCK]) {
    for (far, byte) in far.iter_mut().zip(block) {
        *far = byte.wrapping_sub(b'!').max(*far);
    }
}

#[cfg(test)]
mod tests {
    use super::{any, url, visible};

    #[test]
    fn urls() {
        for good in ["https://a.b", "app://x?y=%7B&z", "mailto:a@b", "x-1.y+z:1"] {
            assert!(url(good), "{good}");
        }
        for bad in [
            "",
            ":",
            "a",
            "a:",
            "1a:b",
            "www.a.b",
            "https://a b",
            "a:b\n",
            "a:\u{a0}",
        ] {
            assert!(!url(bad), "{bad}");
        }
    }

    #[test]
    fn the_short_way_says_what_the_long_way_says() {
        for length in 0..80 {
            for at in 0..length {
                for odd in [
                    '/', ' ', '\u{7f}', '\u{1f}', '!', '~', 'é', '\u{85}', '\u{3000}',
                ] {
                    let mut rest: Vec<char> = "x".repeat(length).chars().collect();
                    rest[at] = odd;
                    let text: String = "https://".chars().chain(rest).collect();
                    assert_eq!(url(&text), any(&text), "{text:?}");
                    let graphic = text.bytes().all(|byte| byte.is_ascii_graphic());
                    assert_eq!(visible(text.as_bytes()), graphic, "{text:?}");
                }
            }
        }
        assert!(url("https:/") && url("https:x") && url("https://"));
    }
}
