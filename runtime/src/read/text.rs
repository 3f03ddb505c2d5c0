//! Texts of JSON, from what is written to what is meant.

use std::borrow::Cow;

/// What a text means, without quotes and escapes; `None` where half a character is escaped.
pub(crate) fn meant(written: &str) -> Option<Cow<'_, str>> {
    let inside = written
        .strip_prefix('"')
        .and_then(|it| it.strip_suffix('"'));
    let inside = inside.unwrap_or(written);
    if inside.contains('\\') {
        serde_json::from_str(written).ok().map(Cow::Owned)
    } else {
        Some(Cow::Borrowed(inside))
    }
}

/// A name for a pointer, whatever it is.
pub(super) fn shown(written: &str) -> Cow<'_, str> {
    meant(written).unwrap_or(Cow::Borrowed(written))
}
