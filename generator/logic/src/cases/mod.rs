//! A decision procedure: conditions tried on every case of what they read.
//!
//! What a condition can tell apart is finite: the values of an enum, given or not, true or false,
//! a number below, at or above each number it is compared with. One value stands for all that no
//! condition tells apart, so that a handful of cases decides whether a condition can hold.

mod domain;

use crate::values::{Datum, Look, holds};
use stipula_contract::{Base, Place, Type};

pub use domain::is_other;
pub use stipula_contract::Test;

/// More cases than this are not tried; the question stays open.
const CASE_LIMIT: usize = 1 << 16;

/// Places with their values; `None` is absent.
pub type Assignment = Vec<(Place, Option<Datum<'static>>)>;

/// Every case of the places that some conditions read.
#[derive(Debug)]
pub struct Space {
    axes: Vec<Axis>,
}

#[derive(Debug)]
struct Axis {
    place: Place,
    /// `None` is absent.
    values: Vec<Option<Datum<'static>>>,
}

/// One case: a value for each place, or its absence.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    space: &'a Space,
    chosen: Vec<usize>,
}

impl Space {
    /// The cases of these conditions, or `None` when they are too many to try.
    pub fn of(types: &[Type], tests: &[&Test]) -> Option<Self> {
        let axes: Vec<Axis> = domain::of(types, tests)?
            .into_iter()
            .map(|(place, values)| Axis { place, values })
            .collect();
        let sizes = axes.iter().map(|axis| axis.values.len());
        let count = sizes.fold(1_usize, usize::saturating_mul);
        (count <= CASE_LIMIT).then_some(Self { axes })
    }

    /// Every case that can arise, in order.
    pub fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        let is_empty = self.axes.iter().any(|axis| axis.values.is_empty());
        let first = (!is_empty).then(|| vec![0; self.axes.len()]);
        std::iter::successors(first, |chosen| self.next(chosen))
            .map(|chosen| Case {
                space: self,
                chosen,
            })
            .filter(Case::can_arise)
    }

    /// The first case in which all of these hold.
    pub fn find(&self, tests: &[&Test]) -> Option<Case<'_>> {
        let all_hold = |case: &Case<'_>| tests.iter().all(|test| holds(test, case));
        self.cases().find(all_hold)
    }

    /// The places, as a case names them.
    pub fn names(&self) -> Vec<String> {
        let names = self.axes.iter().map(|axis| domain::name(&axis.place));
        names.collect()
    }

    fn next(&self, chosen: &[usize]) -> Option<Vec<usize>> {
        let mut next = chosen.to_vec();
        for (at, axis) in self.axes.iter().enumerate().rev() {
            next[at] += 1;
            if next[at] < axis.values.len() {
                return Some(next);
            }
            next[at] = 0;
        }
        None
    }
}

impl Case<'_> {
    /// Each place with its value.
    pub fn values(&self) -> impl Iterator<Item = (&Place, Option<&Datum<'static>>)> {
        let axes = self.space.axes.iter().zip(&self.chosen);
        axes.map(|(axis, at)| (&axis.place, axis.values[*at].as_ref()))
    }

    /// What it says of some places.
    pub fn assigned(&self, wanted: impl Fn(&Place) -> bool) -> Assignment {
        let own = self.values().filter(|(place, _)| wanted(place));
        own.map(|(place, value)| (place.clone(), value.cloned()))
            .collect()
    }

    /// Nothing is given inside an object that is absent.
    fn can_arise(&self) -> bool {
        self.values().all(|(place, value)| {
            value.is_none()
                || self
                    .values()
                    .all(|(outer, around)| around.is_some() || !encloses(outer, place))
        })
    }

    /// The same case, were this place different.
    pub fn with_every(&self, place: &Place) -> Vec<Self> {
        let Some(at) = self.space.axes.iter().position(|it| same(&it.place, place)) else {
            return vec![self.clone()];
        };
        let of = |value| {
            let mut chosen = self.chosen.clone();
            chosen[at] = value;
            Self {
                space: self.space,
                chosen,
            }
        };
        (0..self.space.axes[at].values.len()).map(of).collect()
    }

    /// "`type` is `TICKET` and `product` is not given", of these places only.
    pub fn said(&self, places: &[&Place]) -> String {
        let wanted = |place: &Place| places.iter().any(|it| same(it, place));
        let parts: Vec<String> = self
            .values()
            .filter(|(place, _)| wanted(place))
            .map(|(place, value)| format!("{} {}", domain::name(place), domain::said(place, value)))
            .collect();
        parts.join(" and ")
    }
}

impl Look for Case<'_> {
    fn look(&self, place: &Place) -> Option<Datum<'_>> {
        let (_, value) = self.values().find(|(known, _)| same(known, place))?;
        value.cloned()
    }
}

/// Two places are the same.
fn same(a: &Place, b: &Place) -> bool {
    let names = |place: &'_ Place| place.steps.len();
    a.base == b.base && names(a) == names(b) && starts(a, b)
}

/// The first is an object on the way to the second.
fn encloses(outer: &Place, inner: &Place) -> bool {
    outer.base == inner.base && outer.steps.len() < inner.steps.len() && starts(outer, inner)
}

fn starts(short: &Place, long: &Place) -> bool {
    let mut pairs = short.steps.iter().zip(&long.steps);
    pairs.all(|(a, b)| a.wire == b.wire)
}

/// A condition seen from the body: its members and those of `root` are one base.
pub fn from_body(test: &Test, depth: usize) -> Test {
    test.map_places(|place| {
        let base = match (place.base, depth) {
            (Base::This, 0) | (Base::Parent, 1) => Base::Root,
            (base, _) => base,
        };
        Place {
            base,
            ..place.clone()
        }
    })
}
