//! Decimals beside integers.

use std::cmp::Ordering;

use super::Decimal;

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
