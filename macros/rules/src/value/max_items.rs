//! `max_items`: the greatest number of items.

use super::{Judge, Shape, Subject, ValueRule};
use crate::Unit;
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "max_items",
    Judge::Length(|length, arg| Some(max_items(length, arg.size()?))),
    Shape::Count { least: 0 },
    &[Wording::new(
        Case::Count,
        "At most {count}.",
        "{at} must have at most {count}",
    )
    .found("{size}, at most {limit} allowed")],
)
.unit(Unit::Items)
.key("most of them")
.instead(&[(
    Subject::Text,
    "for the length of a text write `min_chars` and `max_chars`",
)]);

/// Whether so many items are at most `max`.
#[inline]
pub const fn max_items(length: usize, max: usize) -> bool {
    length <= max
}

#[cfg(test)]
mod tests {
    use super::max_items;

    #[test]
    fn counts_items() {
        assert!(max_items(2, 2) && max_items(0, 0) && !max_items(3, 2));
    }
}
