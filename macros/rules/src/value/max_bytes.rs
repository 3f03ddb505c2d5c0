//! `max_bytes`: the greatest number of bytes.

use super::{Judge, Shape, ValueRule};
use crate::Unit;
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "max_bytes",
    Judge::Text(|text, arg| Some(max_bytes(text, arg.size()?))),
    Shape::Count { least: 0 },
    &[Wording::new(
        Case::Count,
        "At most {count}.",
        "{at} must have at most {count}",
    )
    .found("{size}, at most {limit} allowed")],
)
.unit(Unit::Bytes)
.key("most bytes of UTF-8");

/// Whether `text` has at most `max` bytes in UTF-8.
#[inline]
pub fn max_bytes(text: &str, max: usize) -> bool {
    text.len() <= max
}

/// How many bytes `text` has, when they are more than `max`.
#[inline]
pub fn count(text: &str, max: usize) -> Option<usize> {
    (!max_bytes(text, max)).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::max_bytes;

    #[test]
    fn counts_bytes() {
        assert!(!max_bytes("戲", 2) && max_bytes("戲", 3));
    }
}
