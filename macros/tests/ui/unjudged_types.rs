//! What only the compiler can tell; `unjudged.rs` stops before it asks.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use stipula::Validate;

#[derive(Validate)]
struct Child {
    #[validate(required)]
    name: Option<String>,
}

#[derive(Validate)]
#[validate(parent(Parent))]
struct Below {
    #[validate(required)]
    name: Option<String>,
}

#[derive(Validate)]
enum Case {
    One(Child),
}

/// The derive cannot see through it.
type Children = Option<Vec<Child>>;

/// It knows no rules.
struct Foreign<A, B>(A, B);

#[derive(Validate)]
struct Parent {
    #[validate(max_items = 3)]
    list: Vec<Child>,
    #[validate(required)]
    one: Option<Box<Child>>,
    map: BTreeMap<String, Option<Below>>,
    hashed: HashMap<String, Arc<Case>>,
    array: [Child; 2],
    hidden: Children,
    foreign: Foreign<u8, Child>,
    pair: (u8, Child),
}

#[derive(Validate)]
struct Generic<T> {
    #[validate(skip)]
    other: T,
    child: Child,
    again: Option<Box<Self>>,
}

fn main() {}
