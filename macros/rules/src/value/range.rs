//! `range`: the bounds of a number.

use std::cmp::Ordering;

use super::digits::{Exact, NoNumber};
use super::number::Number;
use super::{Judge, Shape, Subject, ValueRule};
use crate::arg::{Edge, End};
use crate::wording::{Case, Wording};
use crate::{Arg, duration};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "range",
    Judge::Integer(|number, arg| match arg {
        Arg::Range { min, max } => Some(range(number, min, max)),
        Arg::Bounds { min, max } => {
            Some(is_on(number, min, Ordering::Greater)? && is_on(number, max, Ordering::Less)?)
        }
        _ => None,
    }),
    Shape::Range,
    &[
        ends(
            (Edge::Included, Edge::Included),
            "From {min} to {max}.",
            "{at} must be between {min} and {max}",
        ),
        ends(
            (Edge::Included, Edge::Open),
            "At least {min}.",
            "{at} must be at least {min}",
        ),
        ends(
            (Edge::Open, Edge::Included),
            "At most {max}.",
            "{at} must be at most {max}",
        ),
        ends(
            (Edge::Included, Edge::Excluded),
            "At least {min} and less than {max}.",
            "{at} must be at least {min} and less than {max}",
        ),
        ends(
            (Edge::Open, Edge::Excluded),
            "Less than {max}.",
            "{at} must be less than {max}",
        ),
        ends(
            (Edge::Excluded, Edge::Open),
            "More than {min}.",
            "{at} must be more than {min}",
        ),
        ends(
            (Edge::Excluded, Edge::Included),
            "More than {min} and at most {max}.",
            "{at} must be more than {min} and at most {max}",
        ),
        ends(
            (Edge::Excluded, Edge::Excluded),
            "More than {min} and less than {max}.",
            "{at} must be more than {min} and less than {max}",
        ),
        ends(
            (Edge::Open, Edge::Open),
            "Any number.",
            "{at} breaks the rule",
        ),
    ],
)
.key("`[1, 100]`, of durations `[PT1M, P1D]`, where either end may be `any`; or a mapping such as `{ above: 0, max: 100 }`")
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

const fn ends(edges: (Edge, Edge), docs: &'static str, message: &'static str) -> Wording {
    Wording::new(Case::Ends(edges.0, edges.1), docs, message)
}

/// Whether a number is on this side of an end, or the end itself where that is in the range. `None`
/// for an end that is no number.
fn is_on(number: Exact, bound: Option<End<'_>>, side: Ordering) -> Option<bool> {
    let Some(bound) = bound else {
        return Some(true);
    };
    let order = number.order(&end(bound.text()).ok()?);
    Some(order == side || (order.is_eq() && matches!(bound, End::Included(_))))
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
    use super::{RULE, range};
    use crate::{Arg, End, Value};

    #[test]
    fn an_excluded_end_is_no_part_of_it() {
        let keeps = |number: &str, min, max| {
            let value = Value::<'_, ()>::Decimal(number.parse().unwrap());
            RULE.keeps(value, Arg::Bounds { min, max })
        };
        let (zero, ten) = (End::Excluded("0"), End::Excluded("1e1"));
        for (number, min, max, kept) in [
            ("0", Some(zero), None, false),
            ("0.001", Some(zero), None, true),
            ("-0.0", Some(zero), Some(ten), false),
            ("10.0", Some(zero), Some(ten), false),
            ("9.99", Some(zero), Some(ten), true),
            ("10", Some(zero), Some(End::Included("10")), true),
            ("0", Some(End::Included("0")), Some(ten), true),
        ] {
            assert_eq!(keeps(number, min, max), Some(kept), "{number}");
        }
        assert_eq!(keeps("1", Some(End::Excluded("1h")), None), None);
    }

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
