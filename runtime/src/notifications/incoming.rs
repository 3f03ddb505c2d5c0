//! The body of a notification: first a look at it, then it is read.

use std::fmt;

use serde_json::Value;

use crate::read::{Body, Cursor, Read, ReadError, Slot, checked_answer, meant};

/// What tells one kind of notification from another, before the body is read by its type.
#[derive(Clone, Copy)]
pub struct Head<'b> {
    json: &'b str,
}

impl<'b> Head<'b> {
    pub(super) fn new(json: &'b str) -> Self {
        Self { json }
    }

    /// Whether the member at the end of this way is one of these texts. A number or a boolean is looked
    /// at as it is written.
    pub fn is(&self, way: &[&str], texts: &[&str]) -> bool {
        self.text(way, |found| texts.contains(&found))
    }

    /// Whether the member at the end of this way is a text that begins so.
    pub fn starts_with(&self, way: &[&str], prefix: &str) -> bool {
        self.text(way, |found| found.starts_with(prefix))
    }

    /// Whether there is a member at the end of this way, other than `null` and an empty text.
    pub fn has(&self, way: &[&str]) -> bool {
        self.raw(way)
            .is_some_and(|it| !matches!(it, "null" | "\"\""))
    }

    /// Whether there is a member at the end of this way, other than `null`.
    pub fn has_even_empty(&self, way: &[&str]) -> bool {
        self.raw(way).is_some_and(|it| it != "null")
    }

    fn raw(&self, way: &[&str]) -> Option<&'b str> {
        let mut cursor = Cursor::new(self.json);
        way.iter()
            .all(|name| cursor.member(name))
            .then(|| cursor.skip())
    }

    fn text(&self, way: &[&str], is_it: impl Fn(&str) -> bool) -> bool {
        let Some(raw) = self.raw(way) else {
            return false;
        };
        match raw.as_bytes().first() {
            Some(b'{' | b'[') | None => false,
            Some(b'"') => meant(raw).is_some_and(|it| is_it(&it)),
            Some(_) => raw != "null" && is_it(raw),
        }
    }
}

/// A body whose proof was found good.
pub struct Incoming<'b> {
    body: &'b Body<'b>,
}

impl<'b> Incoming<'b> {
    pub(super) fn new(body: &'b Body<'b>) -> Self {
        Self { body }
    }

    pub(super) fn head(&self) -> Head<'_> {
        Head::new(&self.body.text)
    }

    /// Reads it as an answer is read: what does not fit is left out and told, unless it is guaranteed.
    pub fn read<T: Slot, N>(&self, make: fn(T) -> N) -> Result<Read<N>, ReadError> {
        let Read { value, misfits } = checked_answer::<T>(self.body)?;
        let value = make(value);
        Ok(Read { value, misfits })
    }

    pub(super) fn json(&self) -> Result<Read<Value>, ReadError> {
        checked_answer(self.body)
    }
}

/// What stands in it may be sensitive.
impl fmt::Debug for Head<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Head([{} bytes])", self.json.len())
    }
}

impl fmt::Debug for Incoming<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Incoming([{} bytes])", self.body.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_at_members() {
        let head = Head::new(r#"{"a":{"b":"x\u0079"},"n":3,"t":true,"e":"","z":null,"l":[1]}"#);
        assert!(head.is(&["a", "b"], &["w", "xy"]));
        assert!(!head.is(&["a", "b"], &["x"]));
        assert!(!head.is(&["a"], &["x"]));
        assert!(head.is(&["n"], &["3"]) && head.is(&["t"], &["true"]));
        assert!(!head.is(&["z"], &["null"]) && !head.is(&["l"], &["1"]));
        assert!(head.starts_with(&["a", "b"], "x") && !head.starts_with(&["a", "b"], "y"));
        assert!(head.has(&["a"]) && !head.has(&["e"]) && head.has_even_empty(&["e"]));
        assert!(!head.has(&["z"]) && !head.has_even_empty(&["z"]));
        assert!(!head.has(&["a", "c"]) && !head.has(&["n", "c"]));
        assert!(!Head::new("[]").has(&["a"]));
    }
}
