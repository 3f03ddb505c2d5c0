use std::collections::BTreeMap;
use std::marker::PhantomData;

use stipula::Validate;

#[derive(Validate)]
struct Child {
    #[validate(required)]
    name: Option<String>,
}

/// It knows no rules.
struct Foreign<A, B>(A, B);

#[derive(Validate)]
struct Parent {
    #[validate(nested, skip)]
    both: Child,
    #[validate(skip(true))]
    odd: Child,
}

#[derive(Validate)]
struct Page<T, K> {
    rows: Vec<T>,
    foreign: Foreign<T, T>,
    by_key: BTreeMap<K, String>,
    #[validate(skip)]
    other: T,
    nothing: PhantomData<T>,
}

fn main() {}
