//! The tests that a condition is made of, without what joins them.

use crate::ast::Op;
use crate::cond::{Cond, Operand, Subject};

/// One test of a condition: what stands between `and`, `or`, `not` and `==`.
#[derive(Debug, PartialEq, Eq)]
pub enum Leaf<'a, P, V> {
    /// [`Cond::Present`]
    Present(&'a P),
    /// [`Cond::True`]
    True(&'a P),
    /// [`Cond::OneOf`]
    OneOf {
        /// The place looked at.
        place: &'a P,
        /// At least one.
        values: &'a [V],
    },
    /// [`Cond::Compare`]
    Compare {
        /// What is compared.
        left: &'a Subject<P>,
        /// The operator.
        op: Op,
        /// What it is compared with.
        right: &'a Operand<P, V>,
    },
    /// [`Cond::StartsWith`]
    StartsWith {
        /// The place looked at.
        place: &'a P,
        /// How it begins.
        prefix: &'a str,
    },
}

// Derived, both would ask the same of places and values.
impl<P, V> Clone for Leaf<'_, P, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, V> Copy for Leaf<'_, P, V> {}

impl<'a, P, V> Leaf<'a, P, V> {
    /// The places it mentions, in the order written.
    pub fn places(self) -> impl Iterator<Item = &'a P> {
        let (first, second) = match self {
            Leaf::Present(place)
            | Leaf::True(place)
            | Leaf::OneOf { place, .. }
            | Leaf::StartsWith { place, .. } => (Some(place), None),
            Leaf::Compare { left, right, .. } => (Some(left.place()), right.place()),
        };
        first.into_iter().chain(second)
    }

    /// Whether it looks at the value of its places, and not only for one.
    pub fn compares(self) -> bool {
        match self {
            Leaf::Present(_) => false,
            Leaf::True(_) | Leaf::OneOf { .. } | Leaf::Compare { .. } | Leaf::StartsWith { .. } => {
                true
            }
        }
    }
}

/// The test alone, as a condition.
impl<P: Clone, V: Clone> From<Leaf<'_, P, V>> for Cond<P, V> {
    fn from(leaf: Leaf<'_, P, V>) -> Self {
        match leaf {
            Leaf::Present(place) => Cond::Present(place.clone()),
            Leaf::True(place) => Cond::True(place.clone()),
            Leaf::OneOf { place, values } => Cond::OneOf {
                place: place.clone(),
                values: values.to_vec(),
            },
            Leaf::Compare { left, op, right } => Cond::Compare {
                left: left.clone(),
                op,
                right: right.clone(),
            },
            Leaf::StartsWith { place, prefix } => Cond::StartsWith {
                place: place.clone(),
                prefix: prefix.to_owned(),
            },
        }
    }
}

/// The tests of a condition in the order written, with repetitions.
///
/// What is still to be looked at stands in a list and not on the stack, so that no condition is
/// too deep for it.
#[derive(Debug)]
pub struct Leaves<'a, P, V> {
    /// The next one last.
    rest: Vec<&'a Cond<P, V>>,
}

impl<P, V> Cond<P, V> {
    /// Its tests in the order written, with repetitions.
    pub fn leaves(&self) -> Leaves<'_, P, V> {
        Leaves { rest: vec![self] }
    }

    /// Every place it mentions, in the order written, with repetitions.
    pub fn places(&self) -> Vec<&P> {
        self.leaves().flat_map(Leaf::places).collect()
    }

    /// The places whose value it looks at; those under `present()` only are left out.
    ///
    /// An `expect` does not apply when one of these is absent.
    pub fn compared(&self) -> Vec<&P> {
        let comparing = self.leaves().filter(|leaf| leaf.compares());
        comparing.flat_map(Leaf::places).collect()
    }
}

impl<'a, P, V> Iterator for Leaves<'a, P, V> {
    type Item = Leaf<'a, P, V>;

    fn next(&mut self) -> Option<Self::Item> {
        while let Some(cond) = self.rest.pop() {
            match cond {
                Cond::Constant(_) => {}
                Cond::All(all) | Cond::Any(all) => self.rest.extend(all.iter().rev()),
                Cond::Not(inner) => self.rest.push(inner),
                Cond::Iff(left, right) => self.rest.extend([&**right, &**left]),
                Cond::Present(place) => return Some(Leaf::Present(place)),
                Cond::True(place) => return Some(Leaf::True(place)),
                Cond::OneOf { place, values } => return Some(Leaf::OneOf { place, values }),
                Cond::Compare { left, op, right } => {
                    return Some(Leaf::Compare {
                        left,
                        op: *op,
                        right,
                    });
                }
                Cond::StartsWith { place, prefix } => {
                    return Some(Leaf::StartsWith { place, prefix });
                }
            }
        }
        None
    }
}
