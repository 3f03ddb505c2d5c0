//! Numbers that need not be whole.

use std::cmp::Ordering;

use crate::Decimal;
use crate::rules::Number;
use stipula_rules::digits::Exact;

/// A number that may have a fraction, as it is compared: an integer is not rounded to a float.
#[derive(Debug, Clone, Copy)]
pub enum Real {
    /// A whole number.
    Whole(i128),
    /// Any other, and a whole one that was read as a float.
    Float(f64),
    /// One that is held as its digits; beside it, a float is the shortest number that means it.
    Exact(Exact),
}

impl Real {
    /// The value of a number in JSON. What no type here holds is no number, so that it keeps no
    /// rule.
    pub(super) fn of(number: &serde_json::Number) -> Self {
        let whole = number.as_i128().map(Self::Whole);
        whole.unwrap_or_else(|| Self::Float(number.as_f64().unwrap_or(f64::NAN)))
    }

    /// The value of a decimal.
    pub(super) fn of_decimal(number: &Decimal) -> Self {
        match number.parts() {
            Some(parts) => match parts.whole() {
                Some(whole) => Self::Whole(whole),
                None => Self::Exact(Exact::of(&parts)),
            },
            // Nothing makes a decimal that is none.
            None => Self::Float(f64::NAN),
        }
    }
}

impl Number for Real {
    #[inline]
    fn compare(self, whole: i128) -> Option<Ordering> {
        match self {
            Self::Whole(own) => own.compare(whole),
            Self::Float(own) => own.compare(whole),
            Self::Exact(own) => own.compare(whole),
        }
    }

    #[inline]
    fn compare_large(self, whole: u128) -> Option<Ordering> {
        match self {
            Self::Whole(own) => own.compare_large(whole),
            Self::Float(own) => own.compare_large(whole),
            Self::Exact(own) => own.compare_large(whole),
        }
    }

    #[inline]
    fn compare_decimal(self, double: f64, single: f32) -> Option<Ordering> {
        match self {
            Self::Whole(own) => own.compare_decimal(double, single),
            Self::Float(own) => own.compare_decimal(double, single),
            Self::Exact(own) => own.compare_decimal(double, single),
        }
    }

    #[inline]
    fn is_whole_multiple(self, of: u64) -> bool {
        match self {
            Self::Whole(own) => own.is_whole_multiple(of),
            Self::Float(own) => own.is_whole_multiple(of),
            Self::Exact(own) => own.is_whole_multiple(of),
        }
    }

    #[inline]
    fn is_finite(self) -> bool {
        match self {
            Self::Whole(_) | Self::Exact(_) => true,
            Self::Float(own) => own.is_finite(),
        }
    }
}

impl PartialEq for Real {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for Real {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        match (*self, *other) {
            (Self::Float(own), Self::Float(other)) => own.partial_cmp(&other),
            (Self::Exact(own), Self::Exact(other)) => Some(own.order(&other)),
            (Self::Exact(own), Self::Float(other)) => own.beside(other),
            (Self::Float(own), Self::Exact(other)) => other.beside(own).map(Ordering::reverse),
            (own, Self::Whole(other)) => own.compare(other),
            (Self::Whole(own), other) => other.compare(own).map(Ordering::reverse),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Real::{self, Float, Whole};

    #[test]
    fn integers_are_not_rounded() {
        let large = (1 << 53) + 1;
        assert!(Whole(large) > Float(9_007_199_254_740_992.0) && Whole(large) > Whole(large - 1));
        assert!(Float(1.5) > Whole(1) && Whole(2) > Float(1.5) && Whole(2) == Float(2.0));
        assert!(Float(f64::NAN).partial_cmp(&Whole(0)).is_none());
    }

    #[test]
    fn json_keeps_its_digits() {
        let of = |text: &str| Real::of(&serde_json::from_str(text).unwrap());
        assert_eq!(of("18446744073709551615"), Whole(u64::MAX.into()));
        assert_eq!(of("-9223372036854775808"), Whole(i64::MIN.into()));
        assert!(of("1e300") > Whole(i128::MAX) && of("1.5") == Float(1.5));
    }
}
