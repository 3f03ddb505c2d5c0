//! `range`: the bounds of a number.

use super::{Judge, Shape, Subject, ValueRule};
use crate::Arg;
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "range",
    Judge::Integer(|number, arg| match arg {
        Arg::Range { min, max } => Some(range(number, min, max)),
        _ => None,
    }),
    Shape::Range,
    &[
        Wording::new(
            Case::Between,
            "From {min} to {max}.",
            "{at} must be between {min} and {max}",
        ),
        Wording::new(
            Case::Least,
            "At least {min}.",
            "{at} must be at least {min}",
        ),
        Wording::new(Case::Most, "At most {max}.", "{at} must be at most {max}"),
        Wording::new(Case::Open, "Any number.", "{at} breaks the rule"),
    ],
)
.key("`[1, 100]`; either end may be `any`")
.instead(&[(
    Subject::Text,
    "for the length of a text write `min_chars` and `max_chars`",
)]);

/// Whether `value` lies in the inclusive range; an absent end is open.
#[inline]
pub fn range(value: i64, min: Option<i64>, max: Option<i64>) -> bool {
    min.is_none_or(|min| value >= min) && max.is_none_or(|max| value <= max)
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn both_ends_belong_to_it() {
        assert!(range(1, Some(1), Some(1)));
        assert!(!range(0, Some(1), None) && !range(2, None, Some(1)));
        assert!(range(i64::MIN, None, None));
    }
}
