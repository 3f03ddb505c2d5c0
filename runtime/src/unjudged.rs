//! Members whose rules nobody asked for: the compiler finds them.
//!
//! Derived code calls `Member::<T>::is_judged_or_has_no_rules()` for each member that says neither
//! `nested` nor `skip`. An inherent function goes before one of a trait, but only where its bounds
//! hold, so that the call means the strict one for types with rules and the lenient one for others.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use crate::{Clearable, Sensitive};

/// A type that `#[derive(Validate)]` gives rules, and what holds such a type.
pub trait HasRules {
    /// Never called; its body asks about the members.
    fn members() {}
}

/// Never implemented: its message is what the compiler says.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has rules, and nothing here judges them",
    label = "says neither `nested` nor `skip`",
    note = "write `#[validate(nested)]` on the field to judge them, or `#[validate(skip)]` to leave them out"
)]
pub trait Judged {}

/// The type of a member.
#[derive(Debug)]
pub struct Member<T: ?Sized>(PhantomData<T>);

impl<T: HasRules + ?Sized> Member<T> {
    /// For types with rules: refused.
    pub fn is_judged_or_has_no_rules()
    where
        T: Judged,
    {
    }
}

/// For all other types.
pub trait WithoutRules {
    /// Nothing is left out.
    fn is_judged_or_has_no_rules() {}
}

impl<T: ?Sized> WithoutRules for Member<T> {}

/// What holds a type with rules has them, too, perhaps behind an alias that the derive cannot see
/// through.
macro_rules! holders {
    ($([$($params:tt)*] $holder:ty;)*) => {$(
        impl<T: HasRules, $($params)*> HasRules for $holder {}
    )*};
}

holders! {
    [] Option<T>;
    [] Clearable<T>;
    [] Vec<T>;
    [] VecDeque<T>;
    [] LinkedList<T>;
    [] BinaryHeap<T>;
    [] BTreeSet<T>;
    [S] HashSet<T, S>;
    [K] BTreeMap<K, T>;
    [K, S] HashMap<K, T, S>;
    [] [T];
    [const N: usize] [T; N];
    [] Sensitive<T>;
}

impl<T: HasRules + ?Sized> HasRules for Box<T> {}
impl<T: HasRules + ?Sized> HasRules for Rc<T> {}
impl<T: HasRules + ?Sized> HasRules for Arc<T> {}
impl<T: HasRules + ?Sized> HasRules for &T {}
impl<T: HasRules + ToOwned + ?Sized> HasRules for Cow<'_, T> {}
