//! `pattern`: a regular expression that a text matches.

#[cfg(feature = "pattern")]
mod engine;

#[cfg(feature = "pattern")]
pub use engine::{Pattern, pattern};

use super::{Judge, Shape, ValueRule};
use crate::Arg;
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "pattern",
    Judge::Text(|text, arg| match arg {
        Arg::Text(pattern) => keeps(text, pattern),
        _ => None,
    }),
    Shape::Pattern,
    &[Wording::new(
        Case::Text,
        "Matches `{text}`.",
        "{at} must match the pattern `{text}`",
    )],
)
.key("a regular expression without look-around, matched anywhere");

/// Compiles the pattern each time; a broken one is no argument.
#[cfg(feature = "pattern")]
fn keeps(text: &str, pattern: &str) -> Option<bool> {
    let regex = regex_lite::Regex::new(pattern).ok()?;
    Some(regex.is_match(text))
}

/// Without an engine nobody can tell.
#[cfg(not(feature = "pattern"))]
fn keeps(_: &str, _: &str) -> Option<bool> {
    None
}
