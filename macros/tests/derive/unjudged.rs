//! Members that say neither `nested` nor `skip`, and may.

use std::marker::PhantomData;

use stipula::Validate;

use crate::list;

#[derive(Validate, Default)]
struct Child {
    #[validate(required)]
    name: Option<String>,
}

type Children = Option<Vec<Child>>;

/// It knows no rules.
#[derive(Default)]
struct Foreign<A, B>(A, B);

#[derive(Default)]
struct Plain;

#[derive(Validate, Default)]
#[allow(dead_code)]
struct Parent<T> {
    #[validate(nested, max_items = 3)]
    list: Vec<Child>,
    #[validate(skip, max_items = 3)]
    unasked: Vec<Child>,
    #[validate(skip)]
    hidden: Children,
    #[validate(skip)]
    generic: T,
    plain: Option<Plain>,
    foreign: Foreign<u8, Vec<Plain>>,
    nothing: PhantomData<Child>,
    nothing_generic: PhantomData<T>,
    call: Option<fn(Child) -> Child>,
}

#[test]
fn only_what_is_nested_is_judged() {
    let list_of = |n: usize| (0..n).map(|_| Child::default()).collect::<Vec<_>>();
    let parent = Parent {
        list: list_of(1),
        unasked: list_of(4),
        hidden: Some(list_of(1)),
        generic: Child::default(),
        ..Parent::default()
    };
    assert_eq!(
        list(&parent.check()),
        [
            "/list/0/name Child.name.required",
            "/unasked Parent.unasked.max_items",
        ]
    );
}
