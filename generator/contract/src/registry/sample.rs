//! Values that show a rule kept or broken.

use serde_json::Value as Any;

/// What a value needs to keep a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Good {
    /// Nothing that would have to be known beforehand.
    Any,
    /// So many characters at least.
    Chars(usize),
    /// So many items at least.
    Items(usize),
    /// It begins with this text.
    Start(String),
    /// It is this text, or the number that it writes.
    Constant(String),
    /// It holds this text, or the number that it writes.
    Member(String),
    /// One of these texts is worth a try.
    Texts(Vec<String>),
    /// One of these numbers is worth a try.
    Numbers(Vec<Any>),
}

/// What stands around a value that is to break a rule.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// The value that is there.
    pub own: &'a Any,
    /// How texts there begin.
    pub start: &'a str,
    /// A list or map of so many items that differ; none of any other type.
    pub many: &'a dyn Fn(usize) -> Option<Any>,
}

impl Around<'_> {
    /// A text of so many characters, which begins as texts there do.
    pub(super) fn padded(&self, count: usize) -> Any {
        let missing = count.saturating_sub(self.start.chars().count());
        Any::from(format!("{}{}", self.start, "x".repeat(missing)))
    }
}

impl std::fmt::Debug for Around<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Around")
            .field("own", self.own)
            .field("start", &self.start)
            .finish_non_exhaustive()
    }
}
