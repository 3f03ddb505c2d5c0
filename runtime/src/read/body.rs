//! From bytes to JSON text.

use std::borrow::Cow;

use serde::de::IgnoredAny;

use super::{Misfit, MisfitKind, Mismatch, ReadError};

const MARK: &str = "\u{feff}";
const UTF8: &str = "JSON in UTF-8";

/// A body as text, and what is odd about its bytes.
#[derive(Debug)]
pub(crate) struct Body<'b> {
    pub(crate) text: Cow<'b, str>,
    pub(crate) odd: Vec<Misfit>,
}

impl<'b> Body<'b> {
    /// Reads bytes as UTF-8. What is none is replaced, a mark of the byte order is passed over.
    pub(crate) fn new(bytes: &'b [u8]) -> Self {
        let mut odd = Vec::new();
        let mut text = String::from_utf8_lossy(bytes);
        if matches!(text, Cow::Owned(_)) {
            odd.push(encoding("bytes that are not UTF-8"));
        }
        if text.starts_with(MARK) {
            odd.push(encoding("a byte order mark before it"));
            text = match text {
                Cow::Borrowed(text) => Cow::Borrowed(text.strip_prefix(MARK).unwrap_or(text)),
                Cow::Owned(mut text) => {
                    text.drain(..MARK.len());
                    Cow::Owned(text)
                }
            };
        }
        Self { text, odd }
    }

    /// The same body with another text.
    #[cfg(feature = "client")]
    pub(crate) fn with_text<'t>(&self, text: Cow<'t, str>) -> Body<'t> {
        Body {
            text,
            odd: self.odd.clone(),
        }
    }

    pub(super) fn of_text(text: &'b str) -> Self {
        Self {
            text: text.into(),
            odd: Vec::new(),
        }
    }

    /// Looks whether the text is JSON, once for all who read it.
    pub(crate) fn check(&self) -> Result<(), ReadError> {
        check(&self.text)
    }
}

/// Looks whether a text is JSON and nothing else, however deep.
pub(crate) fn check(text: &str) -> Result<(), ReadError> {
    let read = serde_json::from_str::<IgnoredAny>(text);
    read.map(drop).map_err(|error| ReadError::syntax(&error))
}

/// Whether a text is JSON and nothing else.
#[cfg(feature = "client")]
pub(crate) fn is_json(text: &str) -> bool {
    check(text).is_ok()
}

fn encoding(found: &'static str) -> Misfit {
    Misfit {
        header: None,
        pointer: String::new(),
        kind: MisfitKind::Encoding,
        mismatch: Mismatch::new(UTF8, found),
        raw: Box::default(),
    }
}
