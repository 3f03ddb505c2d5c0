//! `contains`: an item that a list has to hold.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "contains",
    Judge::Contains,
    Shape::Constant,
    &[Wording::new(
        Case::Text,
        "Contains `{text}`.",
        "{at} must contain `{text}`",
    )],
)
.key("an item that the list has to hold: of texts, integers or an enum");

/// Whether one of the items is `constant`.
#[inline]
pub fn contains<T: PartialEq>(items: impl IntoIterator<Item = Option<T>>, constant: T) -> bool {
    let constant = Some(constant);
    items.into_iter().any(|item| item == constant)
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn one_item_is_enough() {
        assert!(contains([Some("a"), Some("b")], "b") && contains([None, Some(-1)], -1));
        assert!(!contains([Some("a"), None], "") && !contains([None; 0], 1));
    }
}
