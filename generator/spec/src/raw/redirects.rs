//! Whether redirects are followed, as written.

use super::{Keys, keys};
use crate::{diag::Sink, source::Span};

/// Whether redirects are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Redirects {
    /// They are.
    Follow,
    /// They are an error.
    Refuse,
}

/// `redirects`, of an API or an operation.
pub(super) fn read(keys: &Keys<'_>, sink: &mut Sink) -> Option<(Redirects, Span)> {
    let (key, _) = keys.entry("redirects")?;
    let text = keys.text("redirects", sink)?;
    let words = [("follow", Redirects::Follow), ("refuse", Redirects::Refuse)];
    let said = keys::word(&text, "`redirects`", &words, sink)?;
    Some((said, key.span))
}
