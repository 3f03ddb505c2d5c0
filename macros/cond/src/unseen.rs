//! Characters that nobody sees, and that change what is seen around them.

use std::borrow::Cow;

/// First and last of each range: controls, signs that turn the direction of writing, and signs
/// without a width. A terminal obeys the first, a reader is misled by the others.
pub const UNSEEN: &[(char, char)] = &[
    ('\0', '\u{1f}'),
    ('\u{7f}', '\u{9f}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{fff9}', '\u{fffb}'),
    ('\u{e0000}', '\u{e007f}'),
];

/// Whether a character is one of [`UNSEEN`].
pub fn is_unseen(c: char) -> bool {
    UNSEEN
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&c))
}

/// A text that can be printed anywhere: what nobody sees in it is told by its number.
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_unseen) {
        return Cow::Borrowed(text);
    }
    let told = |c: char| match c {
        c if is_unseen(c) => format!("\\u{{{:x}}}", u32::from(c)),
        c => c.to_string(),
    };
    Cow::Owned(text.chars().map(told).collect())
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_nobody_sees_is_told() {
        assert_eq!(escaped("戲票 é 🎬"), "戲票 é 🎬");
        assert_eq!(escaped("\u{1b}[2Ja\u{202e}b"), "\\u{1b}[2Ja\\u{202e}b");
    }
}
