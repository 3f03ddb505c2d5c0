//! `min_chars`: the least number of characters.

use super::{Judge, Shape, Subject, ValueRule};
use crate::Unit;
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "min_chars",
    Judge::Text(|text, arg| Some(min_chars(text, arg.size()?))),
    Shape::Count { least: 0 },
    &[Wording::new(
        Case::Count,
        "At least {count}.",
        "{at} must have at least {count}",
    )
    .found("{size}, at least {limit} needed")],
)
.unit(Unit::Characters)
.key("least number of characters: Unicode scalar values")
.instead(&[
    (Subject::Length, "for the number of items write `min_items`"),
    (Subject::Integer, "for a number write `range(..)`"),
]);

/// Whether `text` has at least `min` characters (Unicode scalar values).
#[inline]
pub fn min_chars(text: &str, min: usize) -> bool {
    text.len() >= min && (min == 0 || text.chars().nth(min - 1).is_some())
}

/// How many characters `text` has, when they are fewer than `min`.
#[inline]
pub fn count(text: &str, min: usize) -> Option<usize> {
    (!min_chars(text, min)).then(|| text.chars().count())
}

#[cfg(test)]
mod tests {
    use super::min_chars;

    #[test]
    fn counts_characters_not_bytes() {
        assert!(min_chars("戲票", 2) && !min_chars("戲票", 3) && min_chars("", 0));
    }
}
