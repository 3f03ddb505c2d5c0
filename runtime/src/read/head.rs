//! What stands beside the body of an answer: its headers and its status.

use std::fmt;

/// What comes before the body of an answer.
pub(crate) trait Head: fmt::Debug {
    /// The HTTP status.
    fn status(&self) -> u16;

    /// The text of a header, several joined with commas; none where it is not there, or no text.
    fn header(&self, name: &str) -> Option<String>;
}
