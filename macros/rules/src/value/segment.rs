//! `segment`: a part of a path, between two slashes.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "segment",
    Judge::Text(|text, _| Some(segment(text))),
    Shape::None,
    &[Wording::new(
        Case::Any,
        "Not empty, `.` or `..`, as it is a part of the path.",
        "{at} must not be empty, `.` or `..`, as it is a part of the path",
    )
    .found("{at} is a part of the path, and cannot be empty, `.` or `..`")],
);

/// Whether `text` stays where it is put in a path: neither empty nor a step such as `..`, which a server
/// takes for another path. Any other text can be percent-encoded.
pub fn segment(text: &str) -> bool {
    !matches!(text, "" | "." | "..")
}

#[cfg(test)]
mod tests {
    use super::segment;

    #[test]
    fn steps_are_no_segments() {
        for good in ["a", "...", ".a", "..%2F", "a/b", " ", "%2e"] {
            assert!(segment(good), "{good}");
        }
        for bad in ["", ".", ".."] {
            assert!(!segment(bad), "{bad}");
        }
    }
}
