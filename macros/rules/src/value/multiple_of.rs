//! `multiple_of`: a number that goes into a value without a rest.

use super::number::Number;
use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "multiple_of",
    Judge::Integer(|number, arg| Some(multiple_of(number, arg.count()?))),
    Shape::Count { least: 1 },
    &[Wording::new(
        Case::Count,
        "A multiple of {n}.",
        "{at} must be a multiple of {n}",
    )],
)
.key("the value is a whole multiple of this number");

/// Whether `value` is a whole multiple of `of`; nothing is one of zero.
#[inline]
pub fn multiple_of<N: Number>(value: N, of: u64) -> bool {
    value.is_whole_multiple(of)
}

#[cfg(test)]
mod tests {
    use super::multiple_of;

    #[test]
    fn multiples() {
        for good in [0_i64, 5, -5, 100] {
            assert!(multiple_of(good, 5), "{good}");
        }
        for bad in [1_i64, -1, 4, 6, i64::MAX] {
            assert!(!multiple_of(bad, 5), "{bad}");
        }
        assert!(multiple_of(i64::MIN, 1 << 63) && multiple_of(i64::MIN, 1));
        assert!(!multiple_of(i64::MAX, u64::MAX) && multiple_of(0_u8, u64::MAX));
        assert!(!multiple_of(0_i64, 0) && !multiple_of(1_i64, 0));
    }
}
