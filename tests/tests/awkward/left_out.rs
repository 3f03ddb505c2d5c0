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

#[test]
fn names_like_words_are_not_written_as_names() {
    // It ought to be `r#in == A and not r#not and r#key == "key" and r#len >= 1`.
    let wrong = "r#in == A and not not and key == \"key\" and len >= 1";
    assert!(spec().rust().contains(wrong));
    // This one builds, and reads the key of the map: it ought to be `r#key == "k"`.
    assert!(spec().rust().contains("required_if(key == \"k\""));
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
