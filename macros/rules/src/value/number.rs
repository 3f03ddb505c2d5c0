//! Numbers as number rules look at them: none is rounded, and none is too large to be judged.

use std::cmp::Ordering;

/// A number that is judged by its value, whatever its type holds.
///
/// ```
/// use stipula_rules::checks::{multiple_of, range};
/// assert!(!range(u64::MAX, Some(1), Some(100)));
/// assert!(!range(f64::NAN, Some(1), None));
/// assert!(multiple_of(u128::MAX, 5));
/// ```
pub trait Number: Copy {
    /// How it compares with a whole number; `None` for what is no number.
    fn compare(self, whole: i128) -> Option<Ordering>;

    /// How it compares with a whole number that does not fit 128 signed bits.
    #[inline]
    fn compare_large(self, whole: u128) -> Option<Ordering> {
        // What is beyond them may be on either side.
        let below = self.compare(i128::MAX)?.is_le();
        (below && whole > i128::MAX.unsigned_abs()).then_some(Ordering::Less)
    }

    /// How it compares with a number that has a fraction, as it is in either precision.
    #[inline]
    #[allow(
        clippy::cast_possible_truncation,
        reason = "beyond 128 bits it saturates, and is beyond still"
    )]
    fn compare_decimal(self, double: f64, _single: f32) -> Option<Ordering> {
        let fraction = 0.0_f64.partial_cmp(&double.fract())?;
        Some(self.compare(double.trunc() as i128)?.then(fraction))
    }

    /// Whether it is a whole multiple of `of`; nothing is one of zero.
    fn is_whole_multiple(self, of: u64) -> bool;

    /// Whether it has a place in a range, as neither infinities nor what is no number have.
    #[inline]
    fn is_finite(self) -> bool {
        true
    }
}

/// Integers that fit 128 signed bits, with a type for them without their signs. Beside a
/// bound that is constant, the compiler compares in the width of the integer.
macro_rules! integers {
    ($wide:ty: $($integer:ty),*) => {$(
        impl Number for $integer {
            #[inline]
            #[allow(clippy::cast_lossless, reason = "no conversion of sizes is infallible")]
            fn compare(self, whole: i128) -> Option<Ordering> {
                Some((self as i128).cmp(&whole))
            }

            #[inline]
            #[allow(clippy::cast_lossless, reason = "no conversion of sizes is infallible")]
            fn is_whole_multiple(self, of: u64) -> bool {
                (self.abs_diff(0) as $wide).checked_rem(of as $wide) == Some(0)
            }
        }
    )*};
}

integers!(u64: i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);
integers!(u128: i128);

impl Number for u128 {
    #[inline]
    fn compare(self, whole: i128) -> Option<Ordering> {
        Some(u128::try_from(whole).map_or(Ordering::Greater, |whole| self.cmp(&whole)))
    }

    #[inline]
    fn compare_large(self, whole: u128) -> Option<Ordering> {
        Some(self.cmp(&whole))
    }

    #[inline]
    fn is_whole_multiple(self, of: u64) -> bool {
        self.checked_rem(of.into()) == Some(0)
    }
}

/// The first power of two beyond `i128`: 2¹²⁷.
const BEYOND: f64 = 170_141_183_460_469_231_731_687_303_715_884_105_728.0;

impl Number for f64 {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "what is beyond was asked before"
    )]
    #[allow(
        clippy::cast_precision_loss,
        reason = "it was a float without a fraction"
    )]
    fn compare(self, whole: i128) -> Option<Ordering> {
        if self >= BEYOND {
            return Some(Ordering::Greater);
        }
        if self < -BEYOND {
            return Some(Ordering::Less);
        }
        // Rounded is the float, whose whole part has no more digits than it; never the integer.
        let part = self.trunc();
        let fraction = self.partial_cmp(&part)?;
        Some((part as i128).cmp(&whole).then(fraction))
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is beyond is beyond the number as well"
    )]
    fn compare_large(self, whole: u128) -> Option<Ordering> {
        if self >= BEYOND * 2.0 {
            return Some(Ordering::Greater);
        }
        // From 2⁵³ on a float has no fraction; below, it is less than any large number.
        self.partial_cmp(&self)?;
        Some((self as u128).cmp(&whole))
    }

    fn compare_decimal(self, double: f64, _: f32) -> Option<Ordering> {
        self.partial_cmp(&double)
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is whole and has been made small enough"
    )]
    fn is_whole_multiple(self, of: u64) -> bool {
        let of = u128::from(of);
        if !self.is_finite() || self.fract() != 0.0 {
            return false;
        }
        // Halving so large a float loses nothing.
        let (mut small, mut halved) = (self.abs(), 0);
        while small >= BEYOND {
            small /= 2.0;
            halved += 1;
        }
        let rest = (small as u128).checked_rem(of);
        rest.is_some_and(|rest| (0..halved).fold(rest, |rest, _| rest * 2 % of) == 0)
    }

    fn is_finite(self) -> bool {
        f64::is_finite(self)
    }
}

/// Nothing is lost in a double; only a bound with a fraction is rounded as the number was.
impl Number for f32 {
    fn compare(self, whole: i128) -> Option<Ordering> {
        f64::from(self).compare(whole)
    }

    fn compare_large(self, whole: u128) -> Option<Ordering> {
        f64::from(self).compare_large(whole)
    }

    fn compare_decimal(self, _: f64, single: f32) -> Option<Ordering> {
        self.partial_cmp(&single)
    }

    fn is_whole_multiple(self, of: u64) -> bool {
        f64::from(self).is_whole_multiple(of)
    }

    fn is_finite(self) -> bool {
        f32::is_finite(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Number;
    use std::cmp::Ordering::{Equal, Greater, Less};

    #[test]
    fn the_largest_have_a_place() {
        assert_eq!(u128::MAX.compare(i128::MAX), Some(Greater));
        assert_eq!(0_u128.compare(-1), Some(Greater));
        assert_eq!(i128::MIN.compare(i64::MIN.into()), Some(Less));
        assert_eq!(u64::MAX.compare(u64::MAX.into()), Some(Equal));
        assert!(u128::MAX.is_whole_multiple(5) && !u128::MAX.is_whole_multiple(2));
        assert!(i128::MIN.is_whole_multiple(1 << 63) && !i128::MIN.is_whole_multiple(3));
        assert!(usize::MAX.is_whole_multiple(5) && isize::MIN.is_whole_multiple(2));
        assert!(!0_u128.is_whole_multiple(0) && !0.0.is_whole_multiple(0));
    }

    #[test]
    fn no_float_is_rounded() {
        let large = 9_007_199_254_740_992.0; // 2^53
        assert_eq!(large.compare(1 << 53), Some(Equal));
        assert_eq!(large.compare((1 << 53) + 1), Some(Less));
        assert_eq!(1.5.compare(1), Some(Greater));
        assert_eq!((-1.5).compare(-1), Some(Less));
        assert_eq!((-0.0).compare(0), Some(Equal));
        assert_eq!((-0.5).compare(0), Some(Less));
        assert_eq!(f64::MAX.compare(i128::MAX), Some(Greater));
        assert_eq!((-super::BEYOND).compare(i128::MIN), Some(Equal));
        assert_eq!(f64::MIN.compare(i128::MIN), Some(Less));
        assert_eq!(f64::INFINITY.compare(0), Some(Greater));
        assert_eq!(f64::NAN.compare(0), None);
    }

    #[test]
    fn floats_are_multiples_when_they_are_whole() {
        assert!(
            10.0.is_whole_multiple(5) && (-10.0).is_whole_multiple(5) && 0.0.is_whole_multiple(7)
        );
        assert!(!1.5.is_whole_multiple(1) && !11.0.is_whole_multiple(5));
        assert!(2_f64.powi(1000).is_whole_multiple(1 << 63));
        assert!((3.0 * 2_f64.powi(1000)).is_whole_multiple(3));
        assert!(
            !2_f64.powi(1000).is_whole_multiple(3) && !2_f64.powi(1000).is_whole_multiple(u64::MAX)
        );
        for no in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!no.is_whole_multiple(1));
        }
    }
}
