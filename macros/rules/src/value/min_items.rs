//! `min_items`: the least number of items.

use super::{Judge, Shape, Subject, ValueRule};
use crate::Unit;
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "min_items",
    Judge::Length(|length, arg| Some(min_items(length, arg.size()?))),
    Shape::Count { least: 0 },
    &[Wording::new(
        Case::Count,
        "At least {count}.",
        "{at} must have at least {count}",
    )
    .found("{size}, at least {limit} needed")],
)
.unit(Unit::Items)
.key("least number of elements of a list or entries of a map")
.instead(&[(
    Subject::Text,
    "for the length of a text write `min_chars` and `max_chars`",
)]);

/// Whether so many items are at least `min`.
#[inline]
pub const fn min_items(length: usize, min: usize) -> bool {
    length >= min
}

#[cfg(test)]
mod tests {
    use super::min_items;

    #[test]
    fn counts_items() {
        assert!(min_items(2, 2) && min_items(0, 0) && !min_items(1, 2));
    }
}
