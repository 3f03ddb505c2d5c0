//! `range`: the bounds of a number.

use std::cmp::Ordering;

use super::digits::{Exact, NoNumber};
use super::number::Number;
use super::{Judge, Shape, Subject, ValueRule};
use crate::wording::{Case, Wording};
use crate::{Arg, duration};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "range",
    Judge::Integer(|number, arg| match arg {
        Arg::Range { min, max } => Some(range(number, min, max)),
        Arg::Bounds { min, max } => {
            let end = |text: Option<&str>| text.map(end).transpose().ok();
            let (min, max) = (end(min)?, end(max)?);
            let is = |end: Option<Exact>, test: fn(Ordering) -> bool| {
                end.is_none_or(|end| test(number.order(&end)))
            };
            Some(is(min, Ordering::is_ge) && is(max, Ordering::is_le))
        }
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
        Wording::new(
            Case::FromBelow,
            "At least {min} and less than {max}.",
            "{at} must be at least {min} and less than {max}",
        ),
        Wording::new(
            Case::Below,
            "Less than {max}.",
            "{at} must be less than {max}",
        ),
        Wording::new(Case::Open, "Any number.", "{at} breaks the rule"),
    ],
)
.key("`[1, 100]`, of durations `[PT1M, P1D]`; either end may be `any`")
.instead(&[(
    Subject::Text,
    "for the length of a text write `min_chars` and `max_chars`",
)]);

/// The end of a range as a number: of a duration, its nanoseconds.
///
/// ```
/// use stipula_rules::range_end;
///
/// let (one, other) = (range_end("PT1S").unwrap(), range_end("1000000000").unwrap());
/// assert!(one.order(&other).is_eq());
/// assert!(range_end("P1M").is_err());
/// ```
pub fn end(text: &str) -> Result<Exact, NoNumber> {
    match duration::duration(text) {
        Some(nanoseconds) => Ok(nanoseconds.into()),
        None => text.parse(),
    }
}

/// Whether `value` lies in the inclusive range; an absent end is open, and what is
/// [not finite](Number::is_finite) lies in none.
#[inline]
pub fn range<N: Number>(value: N, min: Option<i64>, max: Option<i64>) -> bool {
    let is = |bound: i64, test: fn(Ordering) -> bool| value.compare(bound.into()).is_some_and(test);
    value.is_finite()
        && min.is_none_or(|min| is(min, Ordering::is_ge))
        && max.is_none_or(|max| is(max, Ordering::is_le))
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn both_ends_belong_to_it() {
        assert!(range(1_i64, Some(1), Some(1)));
        assert!(!range(0_i64, Some(1), None) && !range(2_i64, None, Some(1)));
        assert!(range(i64::MIN, None, None));
    }

    #[test]
    fn nothing_is_too_large_to_lie_outside() {
        assert!(!range(u64::MAX, Some(1), Some(100)) && !range(u128::MAX, None, Some(i64::MAX)));
        assert!(!range(i128::MIN, Some(i64::MIN), None) && range(u128::MAX, Some(1), None));
        assert!(!range(1.5, Some(2), None) && range(1.5, Some(1), Some(2)));
        for no in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!range(no, Some(1), None) && !range(no, None, Some(1)));
            assert!(!range(no, None, None));
        }
    }
}
