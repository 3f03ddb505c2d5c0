//! `max_chars`: the greatest number of characters.

use super::{Judge, Shape, Subject, ValueRule};
use crate::Unit;
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "max_chars",
    Judge::Text(|text, arg| Some(max_chars(text, arg.size()?))),
    Shape::Lengths,
    &[
        Wording::new(
            Case::Lengths,
            "At most {keys}, {default} for any other key.",
            "{at} must have at most {keys}, {default} for any other key",
        )
        .found("{size}, at most {limit} allowed"),
        Wording::new(
            Case::Count,
            "At most {count}.",
            "{at} must have at most {count}",
        )
        .found("{size}, at most {limit} allowed"),
    ],
)
.unit(Unit::Characters)
.key("most characters: a number, or one by map key; other keys get the smallest")
.instead(&[
    (
        Subject::Length,
        "for the number of items write `max_items`; for each item `items(max_chars = ..)`",
    ),
    (Subject::Integer, "for a number write `range(..)`"),
]);

/// Whether `text` has at most `max` characters (Unicode scalar values).
#[inline]
pub fn max_chars(text: &str, max: usize) -> bool {
    count(text, max).is_none()
}

/// How many characters `text` has, when they are more than `max`.
#[inline]
pub fn count(text: &str, max: usize) -> Option<usize> {
    // A character has one byte at least, so most texts need no counting.
    if text.len() <= max {
        None
    } else {
        beyond(text, max)
    }
}

// Apart, so that the common case stays small where it is used. Counting all of them is faster than
// looking for the end of the first ones.
#[inline(never)]
fn beyond(text: &str, max: usize) -> Option<usize> {
    if text.is_ascii() {
        // The caller has seen more bytes than that.
        return Some(text.len());
    }
    Some(text.chars().count()).filter(|count| *count > max)
}

#[cfg(test)]
mod tests {
    use super::{count, max_chars};

    #[test]
    fn counts_characters_not_bytes() {
        assert!(max_chars("戲票", 2) && !max_chars("戲票!", 2));
        assert!(max_chars("", 0) && !max_chars("a", 0));
        assert_eq!((count("戲票", 1), count("戲票", 2)), (Some(2), None));
    }
}
