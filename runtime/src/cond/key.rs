//! Keys of maps, as they are written in JSON.

use std::fmt::{self, Write as _};
use std::num::NonZero;

use super::AsText;

/// A key of a map: what has a text, and what `serde_json` makes one of, that is integers, `bool` and
/// `char`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a key in a JSON Pointer",
    note = "keys are texts, integers, `bool` and `char`; for a type of your own, implement `stipula::cond::AsText` with what serde writes"
)]
pub trait MapKey {
    /// The text of the key; `buffer` is where it may be written.
    fn key_text<'a>(&'a self, buffer: &'a mut KeyBuffer) -> &'a str;
}

/// Room for the text of a key that is no text.
#[derive(Debug, Clone, Copy)]
pub struct KeyBuffer {
    bytes: [u8; Self::MOST],
    length: usize,
}

impl KeyBuffer {
    /// The digits of the largest integer, and its sign.
    const MOST: usize = 40;

    /// An empty one.
    #[inline]
    pub const fn new() -> Self {
        Self {
            bytes: [0; Self::MOST],
            length: 0,
        }
    }

    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        // Only whole texts were written.
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl Default for KeyBuffer {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Write for KeyBuffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length.saturating_add(text.len());
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

impl<T: AsText + ?Sized> MapKey for T {
    #[inline]
    fn key_text<'a>(&'a self, _: &'a mut KeyBuffer) -> &'a str {
        self.as_text().unwrap_or_default()
    }
}

macro_rules! written {
    ($($ty:ty),*) => {$(
        impl MapKey for $ty {
            fn key_text<'a>(&'a self, buffer: &'a mut KeyBuffer) -> &'a str {
                buffer.length = 0;
                // It has room for all of these.
                let _ = write!(buffer, "{self}");
                buffer.as_str()
            }
        }
    )*};
}

macro_rules! integers {
    ($($integer:ty),*) => {
        written!($($integer, NonZero<$integer>),*);
    };
}

integers!(i8, i16, i32, i64, i128, isize);
integers!(u8, u16, u32, u64, u128, usize);
written!(bool, char);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_what_serde_writes() {
        let text = |key: &dyn Fn(&mut KeyBuffer) -> String| key(&mut KeyBuffer::new());
        assert_eq!(
            text(&|it| i128::MIN.key_text(it).to_owned()),
            i128::MIN.to_string()
        );
        assert_eq!(
            text(&|it| u128::MAX.key_text(it).to_owned()),
            u128::MAX.to_string()
        );
        assert_eq!(text(&|it| true.key_text(it).to_owned()), "true");
        assert_eq!(text(&|it| '戲'.key_text(it).to_owned()), "戲");
        assert_eq!(text(&|it| "a/b".key_text(it).to_owned()), "a/b");
    }
}
