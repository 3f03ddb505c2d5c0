//! Whether a list holds an item twice, in the best way that its items allow.
//!
//! Derived code asks `(&&&Items::new(..)).unique()`, and the compiler takes the first of the three
//! traits that the items suit, for it counts references before it looks at bounds.

use std::collections::HashSet;
use std::hash::Hash;

use crate::rules::unique;

/// So many are compared in pairs, which asks for no memory.
const FEW: usize = 32;

/// A list.
#[derive(Debug)]
pub struct Items<'a, T> {
    list: &'a [T],
    most: usize,
    // Here, so that items without `PartialEq` are one error and not two.
    in_pairs: fn(&[T]) -> bool,
}

impl<'a, T: PartialEq> Items<'a, T> {
    /// A list, and how long it may be: one that is longer breaks another rule already.
    #[inline]
    pub const fn new(list: &'a [T], most: usize) -> Self {
        Self {
            list,
            most,
            in_pairs: unique,
        }
    }
}

/// Time that grows with the list.
pub trait ByHash {
    /// Whether no item comes twice.
    fn unique(&self) -> bool;
}

impl<T: Eq + Hash> ByHash for &&Items<'_, T> {
    #[inline]
    fn unique(&self) -> bool {
        if self.list.len() <= FEW {
            return unique(self.list);
        }
        let mut seen = HashSet::with_capacity(self.list.len().min(self.most));
        self.list.iter().all(|item| seen.insert(item))
    }
}

/// Time that sorting takes.
pub trait ByOrder {
    /// Whether no item comes twice.
    fn unique(&self) -> bool;
}

impl<T: Ord> ByOrder for &Items<'_, T> {
    #[inline]
    fn unique(&self) -> bool {
        if self.list.len() <= FEW {
            return unique(self.list);
        }
        let mut sorted: Vec<&T> = self.list.iter().collect();
        sorted.sort_unstable();
        sorted.is_sorted_by(|left, right| left != right)
    }
}

/// Time that grows with the square of the list, so not for one that is too long anyway.
pub trait ByPair {
    /// Whether no item comes twice, as far as that matters.
    fn unique(&self) -> bool;
}

impl<T> ByPair for Items<'_, T> {
    #[inline]
    fn unique(&self) -> bool {
        let is_refused = self.list.len() > self.most.max(FEW);
        is_refused || (self.in_pairs)(self.list)
    }
}

#[cfg(test)]
mod tests {
    #[allow(unused_imports, reason = "one of them is taken")]
    use super::{ByHash as _, ByOrder as _, ByPair as _, Items};

    macro_rules! unique {
        ($list:expr, $most:expr) => {
            (&&&Items::new($list, $most)).unique()
        };
    }

    #[derive(PartialEq, Eq, PartialOrd, Ord)]
    struct Ordered(u32);

    #[derive(PartialEq)]
    struct Plain(u32);

    #[test]
    fn each_way_finds_a_repeat_at_either_end() {
        for length in [0, 1, 2, 32, 33, 400] {
            let alone = || (0..length).rev();
            let again = || alone().chain([length / 2, length / 2]);
            let any = usize::MAX;
            assert!(unique!(&alone().collect::<Vec<u32>>(), any));
            assert!(!unique!(&again().collect::<Vec<u32>>(), any));
            assert!(unique!(&alone().map(Ordered).collect::<Vec<_>>(), any));
            assert!(!unique!(&again().map(Ordered).collect::<Vec<_>>(), any));
            assert!(unique!(&alone().map(Plain).collect::<Vec<_>>(), any));
            assert!(!unique!(&again().map(Plain).collect::<Vec<_>>(), any));
        }
    }

    #[test]
    fn long_lists_end_soon() {
        let of = |last: u32| (0..200_000).chain([last]);
        assert!(!unique!(&of(7).collect::<Vec<_>>(), usize::MAX));
        assert!(unique!(&of(200_000).collect::<Vec<_>>(), usize::MAX));
        assert!(!unique!(
            &of(7).map(Ordered).collect::<Vec<_>>(),
            usize::MAX
        ));
        assert!(unique!(&of(200_000).map(Ordered).collect::<Vec<_>>(), 10));
        // It is refused for its length, which is told already.
        assert!(unique!(&of(7).map(Plain).collect::<Vec<_>>(), 10));
    }
}
