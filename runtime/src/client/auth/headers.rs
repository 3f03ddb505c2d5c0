//! Headers of messages that came.

use std::fmt;

use http::HeaderMap;

#[cfg(feature = "fake")]
use crate::refusal::Refusal;

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

/// A header of a request that has to be there once, with a value.
#[cfg(feature = "fake")]
pub(crate) fn required<'a>(headers: &'a HeaderMap, name: &str) -> Result<&'a str, Refusal> {
    let refuse = |what: &str| {
        let message = format!("the header `{name}` {what}");
        Err(Refusal::new("FAKE_WRONG_HEADER", message))
    };
    match single(headers, name) {
        Ok(None) => refuse("is missing"),
        Ok(Some("")) => refuse("is empty"),
        Ok(Some(text)) => Ok(text),
        Err(HeaderProblem::Twice) => refuse("is there twice, expected it once"),
        Err(problem) => refuse(&problem.to_string()),
    }
}
