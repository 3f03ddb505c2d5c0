//! `min_bytes`: the least number of bytes.

use super::{Judge, Shape, ValueRule};
use crate::Unit;
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "min_bytes",
    Judge::Text(|text, arg| Some(min_bytes(text, arg.size()?))),
    Shape::Count { least: 1 },
    &[Wording::new(
        Case::Count,
        "At least {count}.",
        "{at} must have at least {count}",
    )
    .found("{size}, at least {limit} needed")],
)
.unit(Unit::Bytes)
.key("least bytes of UTF-8");

/// Whether `text` has at least `min` bytes in UTF-8.
#[inline]
pub fn min_bytes(text: &str, min: usize) -> bool {
    text.len() >= min
}

/// How many bytes `text` has, when they are fewer than `min`.
#[inline]
pub fn count(text: &str, min: usize) -> Option<usize> {
    (!min_bytes(text, min)).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::min_bytes;

    #[test]
    fn counts_bytes() {
        assert!(min_bytes("戲", 3) && !min_bytes("戲", 4));
    }
}
