//! Conditions that the language has, and that the generated client gets wrong.
//!
//! A test here fails as soon as its condition is right; the operation then moves from
//! `awkward/left-out/api.yaml` to `awkward/api.yaml`, and its rows in the snapshot fill.

use serde_json::Number;
use stipula::cond::Comparable;

use crate::spec::Spec;

pub(crate) fn spec() -> Spec {
    Spec::load("awkward/left-out")
}

/// `Probe::<T>::COMPARES` is the inherent one if `T` can be compared, otherwise the trait's.
struct Probe<T>(std::marker::PhantomData<T>);

trait Otherwise {
    const COMPARES: bool = false;
}

impl<T> Otherwise for Probe<T> {}

impl<T: Comparable> Probe<T> {
    const COMPARES: bool = true;
}

#[test]
fn decimals_are_compared_with_nothing() {
    // What a member of type `decimal` is in Rust.
    assert_eq!(
        [Probe::<Number>::COMPARES, Probe::<i64>::COMPARES],
        [false, true]
    );
}
