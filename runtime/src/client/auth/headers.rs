//! Headers of messages that came.

use std::fmt;

use http::HeaderMap;

/// Why a header cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HeaderProblem {
    /// It is there more than once, so that its value is open to choice.
    Twice,
    /// Its value is not plain text.
    NotText,
}

impl fmt::Display for HeaderProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Twice => "is there twice",
            Self::NotText => "is not plain text",
        })
    }
}

/// A header with one readable value, without white space around it; it may be empty.
pub(crate) fn single<'a>(
    headers: &'a HeaderMap,
    name: &str,
) -> Result<Option<&'a str>, HeaderProblem> {
    let mut values = headers.get_all(name).iter();
    let Some(value) = values.next() else {
        return Ok(None);
    };
    if values.next().is_some() {
        return Err(HeaderProblem::Twice);
    }
    let text = value.to_str().map_err(|_| HeaderProblem::NotText)?;
    Ok(Some(text.trim()))
}
