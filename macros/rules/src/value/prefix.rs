//! `prefix`: how a text begins.

use super::{Judge, Shape, ValueRule};
use crate::Arg;
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "prefix",
    Judge::Text(|text, arg| match arg {
        Arg::Text(start) => Some(prefix(text, start)),
        _ => None,
    }),
    Shape::Text {
        empty: "an empty prefix: every text starts with it",
    },
    &[Wording::new(
        Case::Text,
        "Starts with `{text}`.",
        "{at} must start with `{text}`",
    )],
)
.key("how the text begins");

/// Whether `text` starts with `prefix`.
#[inline]
pub fn prefix(text: &str, prefix: &str) -> bool {
    text.starts_with(prefix)
}

#[cfg(test)]
mod tests {
    use super::prefix;

    #[test]
    fn looks_at_the_front() {
        assert!(prefix("app://x", "app://") && !prefix("xapp://", "app://") && prefix("", ""));
    }
}
