//! Ends of ranges that are no whole number of 64 bits.

use std::cmp::Ordering;

use super::number::Number;

/// The end of a range.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub enum Bound {
    /// A whole number.
    Whole(i128),
    /// One that does not fit 128 signed bits.
    Large(u128),
    /// A number with a fraction, as near as either float comes to it.
    Decimal {
        /// For everything but `f32`.
        double: f64,
        /// For `f32`, so that `0.1_f32` is not less than `0.1`.
        single: f32,
    },
}

impl Bound {
    /// How a number compares with it; `None` for what is no number.
    #[inline]
    pub fn compare<N: Number>(self, number: N) -> Option<Ordering> {
        match self {
            Self::Whole(whole) => number.compare(whole),
            Self::Large(whole) => number.compare_large(whole),
            Self::Decimal { double, single } => number.compare_decimal(double, single),
        }
    }
}

/// Whether `value` lies in the range, with both ends in it; an absent end is open, and what is
/// [not finite](Number::is_finite) lies in none.
///
/// ```
/// use stipula_rules::checks::{Bound, within};
/// let cent = Bound::Decimal { double: 0.01, single: 0.01 };
/// assert!(within(0.01_f32, Some(cent), None) && within(1_u8, Some(cent), None));
/// assert!(!within(0_u8, Some(cent), None) && !within(f64::NAN, None, None));
/// ```
#[inline]
pub fn within<N: Number>(value: N, min: Option<Bound>, max: Option<Bound>) -> bool {
    let is = |bound: Bound, test: fn(Ordering) -> bool| bound.compare(value).is_some_and(test);
    value.is_finite()
        && min.is_none_or(|min| is(min, Ordering::is_ge))
        && max.is_none_or(|max| is(max, Ordering::is_le))
}

/// Whether `value` lies in the range, without its upper end.
#[inline]
pub fn below<N: Number>(value: N, min: Option<Bound>, end: Bound) -> bool {
    within(value, min, None) && end.compare(value).is_some_and(Ordering::is_lt)
}

/// Whether `value` lies in the range, without its lower end.
#[inline]
pub fn above<N: Number>(value: N, end: Bound, max: Option<Bound>) -> bool {
    within(value, None, max) && end.compare(value).is_some_and(Ordering::is_gt)
}

#[cfg(test)]
mod tests {
    use super::{Bound, above, below, within};

    #[allow(clippy::unnecessary_wraps, reason = "it is an end of a range")]
    fn decimal(double: f64, single: f32) -> Option<Bound> {
        Some(Bound::Decimal { double, single })
    }

    #[test]
    fn fractions_are_not_cut() {
        let (low, high) = (decimal(-1.5, -1.5), decimal(1.5, 1.5));
        assert!(within(-1_i8, low, high) && within(1_u64, low, high));
        assert!(!within(-2_i8, low, high) && !within(2_u64, low, high));
        assert!(within(1.5, low, high) && !within(1.500_001, low, high));
        assert!(below(
            1_u8,
            low,
            Bound::Decimal {
                double: 1.5,
                single: 1.5
            }
        ));
        assert!(!below(2_u8, low, Bound::Whole(2)) && below(1.999, low, Bound::Whole(2)));
    }

    #[test]
    fn a_lower_end_is_left_out() {
        let (zero, nine) = (Bound::Whole(0), Some(Bound::Whole(9)));
        assert!(above(1_u8, zero, nine) && above(9.0, zero, nine) && above(0.1, zero, None));
        assert!(!above(0_u8, zero, nine) && !above(-0.0, zero, None) && !above(10_u8, zero, nine));
        assert!(!above(f64::NAN, zero, None) && !above(f64::INFINITY, zero, None));
    }

    #[test]
    fn a_float_meets_the_bound_that_is_written_like_it() {
        let cent = decimal(0.01, 0.01);
        assert!(within(0.01_f32, cent, cent) && within(0.01_f64, cent, cent));
        assert!(!within(0.01_f32.next_down(), cent, None));
        assert!(!within(0.01_f64.next_down(), cent, None));
        assert!(!within(0.01_f64.next_up(), None, cent));
    }

    #[test]
    fn large_ends() {
        let (most, half) = (Some(Bound::Large(u128::MAX)), Some(Bound::Large(1 << 127)));
        assert!(within(u128::MAX, half, most) && !within(i128::MAX, half, most));
        assert!(!within(u128::MAX - 1, most, None) && within(u128::MAX - 1, None, most));
        assert!(within(0_u8, None, most) && !within(-1_i8, most, None));
        assert!(within(2_f64.powi(127), half, most) && !within(2_f64.powi(128), half, most));
        assert!(!within(-1.5, half, most) && !within(2_f64.powi(126), half, most));
    }

    #[test]
    fn what_is_no_number_lies_nowhere() {
        for no in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
            for bound in [Bound::Whole(0), Bound::Large(u128::MAX)]
                .map(Some)
                .into_iter()
                .chain([decimal(0.5, 0.5), None])
            {
                assert!(!within(no, bound, None) && !within(no, None, bound));
                assert!(!within(f64::from(no), bound, None) && !within(f64::from(no), None, bound));
            }
            assert!(!below(no, None, Bound::Whole(0)));
        }
    }
}
