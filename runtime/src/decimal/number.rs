//! How value rules and conditions see a decimal.

use std::cmp::Ordering;

use super::Decimal;
use crate::cond::{AsInteger, Comparable, Presence, Real};
use crate::digits::Exact;

impl AsInteger for Decimal {
    type Number = Real;

    fn as_integer(&self) -> Option<Real> {
        self.parts().map(|parts| match parts.whole() {
            Some(whole) => Real::Whole(whole),
            None => Real::Exact(Exact::of(&parts)),
        })
    }
}

impl Comparable for Decimal {
    type Value<'a> = Real;

    fn comparable(&self) -> Option<Real> {
        self.as_integer()
    }
}

impl Presence for Decimal {}

macro_rules! beside_integers {
    ($($integer:ty),*) => {$(
        impl PartialEq<$integer> for Decimal {
            fn eq(&self, other: &$integer) -> bool {
                self.partial_cmp(other) == Some(Ordering::Equal)
            }
        }

        impl PartialOrd<$integer> for Decimal {
            fn partial_cmp(&self, other: &$integer) -> Option<Ordering> {
                Some(self.cmp(&Self::from(*other)))
            }
        }
    )*};
}

beside_integers!(i32, i64, u32, u64);
