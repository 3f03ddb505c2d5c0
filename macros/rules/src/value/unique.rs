//! `unique`: no item twice.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "unique",
    Judge::Unique,
    Shape::None,
    &[
        // Of items that can only be compared in pairs, where nothing else says how many there are.
        Wording::new(
            Case::Count,
            "No item twice, in a list of at most {n}.",
            "{at} must have at most {n} items, each of which is compared with each",
        ),
        Wording::new(
            Case::Any,
            "No item twice.",
            "{at} must not hold an item twice",
        )
        .found("{twins}; no item may come twice"),
    ],
)
.key("no element of a list comes twice");

/// Whether no item equals an earlier one.
///
/// Compares every pair: meant for short lists, and for items of which nothing else is known. Derived
/// code asks for as much time as there are items where these can be hashed or put in order.
pub fn unique<T: PartialEq>(items: &[T]) -> bool {
    let is_first = |(index, item)| !items.iter().take(index).any(|earlier| earlier == item);
    items.iter().enumerate().all(is_first)
}

#[cfg(test)]
mod tests {
    use super::unique;

    #[test]
    fn finds_a_repeat() {
        assert!(unique(&["a", "b", "c"]) && unique::<u8>(&[]));
        assert!(!unique(&["a", "b", "b"]) && !unique(&["a", "b", "a"]));
    }
}
