//! Whether a list holds an item twice, in the best way that its items allow.
//!
//! Derived code asks `(&&&&Items::new(..)).unique()`, and the compiler takes the first of the four
//! traits that the items suit, for it counts references before it looks at bounds.

mod json;

use std::collections::HashSet;
use std::hash::Hash;

pub use json::ByJson;

use crate::rules::unique;

/// So few are compared in pairs, which asks for no memory.
const FEW: usize = 32;

/// So many are compared in pairs at most, where nothing else says how many there may be: these are
/// some eight million comparisons.
pub const PAIRS: usize = 4096;

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unique {
    /// No item comes twice, or there are more than another rule allows, which is told already.
    Kept,
    /// An item comes twice.
    Broken,
    /// There are more than [`PAIRS`], too many to compare each with each.
    TooMany,
}

impl Unique {
    /// Whether the rule is kept.
    #[inline]
    pub fn is_kept(self) -> bool {
        self == Self::Kept
    }

    #[inline]
    fn of(is_unique: bool) -> Self {
        if is_unique { Self::Kept } else { Self::Broken }
    }
}

/// A list.
#[derive(Debug)]
pub struct Items<'a, T> {
    list: &'a [T],
    most: Option<usize>,
    // Here, so that items without `PartialEq` are one error and not two.
    in_pairs: fn(&[T]) -> bool,
}

impl<'a, T: PartialEq> Items<'a, T> {
    /// A list, and how long it may be: one that is longer breaks another rule already.
    #[inline]
    pub const fn new(list: &'a [T], most: Option<usize>) -> Self {
        Self {
            list,
            most,
            in_pairs: unique,
        }
    }
}

impl<T> Items<'_, T> {
    /// Whether it breaks another rule already.
    #[inline]
    fn is_too_long(&self) -> bool {
        self.most.is_some_and(|most| self.list.len() > most)
    }

    /// The answer where pairs are few, or where nobody needs one.
    #[inline]
    fn soon(&self) -> Option<Unique> {
        if self.is_too_long() {
            return Some(Unique::Kept);
        }
        (self.list.len() <= FEW).then(|| Unique::of((self.in_pairs)(self.list)))
    }
}

/// Time that grows with the list.
pub trait ByHash {
    /// Whether no item comes twice.
    fn unique(&self) -> Unique;
}

impl<T: Eq + Hash> ByHash for &&Items<'_, T> {
    #[inline]
    fn unique(&self) -> Unique {
        self.soon().unwrap_or_else(|| {
            let mut seen = HashSet::with_capacity(self.list.len());
            Unique::of(self.list.iter().all(|item| seen.insert(item)))
        })
    }
}

/// Time that sorting takes.
pub trait ByOrder {
    /// Whether no item comes twice.
    fn unique(&self) -> Unique;
}

impl<T: Ord> ByOrder for &Items<'_, T> {
    #[inline]
    fn unique(&self) -> Unique {
        self.soon().unwrap_or_else(|| {
            let mut sorted: Vec<&T> = self.list.iter().collect();
            sorted.sort_unstable();
            Unique::of(sorted.is_sorted_by(|left, right| left != right))
        })
    }
}

/// Time that grows with the square of the list, so not for one that is long without leave.
pub trait ByPair {
    /// Whether no item comes twice, as far as that can be told.
    fn unique(&self) -> Unique;
}

impl<T> ByPair for Items<'_, T> {
    #[inline]
    fn unique(&self) -> Unique {
        self.soon().unwrap_or_else(|| {
            if self.most.is_none() && self.list.len() > PAIRS {
                return Unique::TooMany;
            }
            Unique::of((self.in_pairs)(self.list))
        })
    }
}

#[cfg(test)]
mod tests {
    #[allow(unused_imports, reason = "one of them is taken")]
    use super::{ByHash as _, ByJson as _, ByOrder as _, ByPair as _, Items, PAIRS, Unique};

    macro_rules! unique {
        ($list:expr, $most:expr) => {
            (&&&&Items::new($list, $most)).unique()
        };
    }

    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    struct Ordered(u32);

    #[derive(PartialEq)]
    struct Plain(u32);

    /// The answers for the same list in each way.
    macro_rules! all {
        ($list:expr, $most:expr) => {
            [
                unique!(&$list.collect::<Vec<u32>>(), $most),
                unique!(&$list.map(Ordered).collect::<Vec<_>>(), $most),
                unique!(&$list.map(Plain).collect::<Vec<_>>(), $most),
            ]
        };
    }

    #[test]
    fn each_way_finds_a_repeat_at_either_end() {
        for length in [0, 1, 2, 32, 33, 400] {
            let again = || (0..length).rev().chain([length / 2, length / 2]);
            for most in [None, Some(1000)] {
                assert_eq!(all!((0..length).rev(), most), [Unique::Kept; 3]);
                assert_eq!(all!(again(), most), [Unique::Broken; 3]);
            }
        }
    }

    #[test]
    fn nobody_looks_at_a_list_that_is_too_long_anyway() {
        for length in [5, 50, 200_000] {
            let again = || (0..length).chain([1, 1]);
            assert_eq!(all!(again(), Some(4)), [Unique::Kept; 3]);
        }
    }

    #[test]
    fn long_lists_end_soon() {
        let of = |last: u32| (0..200_000).chain([last]);
        let (kept, broken, many) = (Unique::Kept, Unique::Broken, Unique::TooMany);
        assert_eq!(all!(of(200_000), None), [kept, kept, many]);
        assert_eq!(all!(of(7), None), [broken, broken, many]);
    }

    #[test]
    fn pairs_have_a_limit_unless_one_is_stated() {
        let of = |length: usize| {
            let length = u32::try_from(length).unwrap();
            (0..length).map(Plain).collect::<Vec<_>>()
        };
        assert_eq!(unique!(&of(PAIRS), None), Unique::Kept);
        assert_eq!(unique!(&of(PAIRS + 1), None), Unique::TooMany);
        assert_eq!(unique!(&of(PAIRS + 1), Some(PAIRS + 1)), Unique::Kept);
    }
}
