//! Where a value is, kept on the stack while rules run.

use std::fmt::{self, Write as _};

/// The way from the root to a value, as a chain of stack frames.
///
/// Rules pass it down by reference, so a valid value costs no allocation. It is
/// turned into a JSON Pointer ([RFC 6901]) only when a rule is broken.
///
/// ```
/// use stipula::Path;
/// let root = Path::root();
/// let shops = root.field("shops");
/// assert_eq!(shops.index(2).field("a/b").to_string(), "/shops/2/a~1b");
/// ```
///
/// [RFC 6901]: https://www.rfc-editor.org/rfc/rfc6901
#[derive(Clone, Copy)]
#[must_use]
pub struct Path<'a> {
    pub(crate) before: Option<&'a Path<'a>>,
    pub(crate) step: Step<'a>,
}

#[derive(Clone, Copy)]
pub(crate) enum Step<'a> {
    Root,
    /// A name that the code knows.
    Field(&'static str),
    /// A name from the data.
    Key(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    /// The body itself.
    pub const ROOT: Path<'static> = Path {
        before: None,
        step: Step::Root,
    };

    /// The body itself; the same as [`Path::ROOT`].
    #[inline]
    pub const fn root() -> Path<'static> {
        Path::ROOT
    }

    /// The field `name` (its wire name) of this object.
    #[inline]
    pub const fn field(&'a self, name: &'static str) -> Path<'a> {
        Path {
            before: Some(self),
            step: Step::Field(name),
        }
    }

    /// The element `index` of this list.
    #[inline]
    pub const fn index(&'a self, index: usize) -> Path<'a> {
        Path {
            before: Some(self),
            step: Step::Index(index),
        }
    }

    /// The entry `key` of this map.
    #[inline]
    pub const fn key(&'a self, key: &'a str) -> Path<'a> {
        Path {
            before: Some(self),
            step: Step::Key(key),
        }
    }

    /// Appends the JSON Pointer to `out`.
    fn write_to(&self, out: &mut impl fmt::Write) -> fmt::Result {
        if let Some(before) = self.before {
            before.write_to(out)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Field(name) | Step::Key(name) => write_name(out, name),
            Step::Index(index) => write_index(out, index),
        }
    }
}

/// Appends `/name`, escaped as RFC 6901 asks.
pub(crate) fn write_name(out: &mut impl fmt::Write, name: &str) -> fmt::Result {
    out.write_char('/')?;
    write_escaped(out, name)
}

/// Appends a name or a part of one, escaped as RFC 6901 asks.
pub(crate) fn write_escaped(out: &mut impl fmt::Write, name: &str) -> fmt::Result {
    for character in name.chars() {
        match character {
            '~' => out.write_str("~0")?,
            '/' => out.write_str("~1")?,
            other => out.write_char(other)?,
        }
    }
    Ok(())
}

/// Appends `/index`.
pub(crate) fn write_index(out: &mut impl fmt::Write, index: usize) -> fmt::Result {
    write!(out, "/{index}")
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_to(f)
    }
}

impl fmt::Debug for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('`')?;
        self.write_to(f)?;
        f.write_char('`')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renders_a_json_pointer() {
        let root = Path::root();
        assert_eq!(root.to_string(), "");
        let map = root.field("texts");
        let entry = map.key("zh/~HK");
        assert_eq!(entry.field("name").to_string(), "/texts/zh~1~0HK/name");
        assert_eq!(entry.index(0).to_string(), "/texts/zh~1~0HK/0");
    }
}
