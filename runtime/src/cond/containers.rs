//! What holds values: options, pointers, lists, sets and maps.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use super::{AsDuration, AsInteger, AsMoment, AsText, Comparable, Field, Length, Presence};
use crate::{Clearable, Sensitive};

impl<T> Field<T> for Option<T> {
    #[inline]
    fn field(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<T> Field<T> for Clearable<T> {
    #[inline]
    fn field(&self) -> Option<&T> {
        self.given()
    }
}

impl<T> Presence for Clearable<T> {
    #[inline]
    fn is_present(&self) -> bool {
        self.given().is_some()
    }
}

impl<T> Field<T> for Option<Option<T>> {
    #[inline]
    fn field(&self) -> Option<&T> {
        self.as_ref()?.as_ref()
    }
}

/// Every question goes through these, which may hold something unsized.
macro_rules! through {
    ($([$($unsized:tt)*] $wrapper:ty;)*) => {$(
        impl<T: AsText $($unsized)*> AsText for $wrapper {
            #[inline]
            fn as_text(&self) -> Option<&str> {
                self.inner().and_then(AsText::as_text)
            }
        }
        impl<T: AsInteger $($unsized)*> AsInteger for $wrapper {
            type Number = T::Number;
            #[inline]
            fn as_integer(&self) -> Option<T::Number> {
                self.inner().and_then(AsInteger::as_integer)
            }
        }
        impl<T: AsDuration $($unsized)*> AsDuration for $wrapper {
            #[inline]
            fn as_duration_nanos(&self) -> Option<i128> {
                self.inner().and_then(AsDuration::as_duration_nanos)
            }
        }
        impl<T: AsMoment $($unsized)*> AsMoment for $wrapper {
            #[inline]
            fn as_moment_nanos(&self) -> Option<i128> {
                self.inner().and_then(AsMoment::as_moment_nanos)
            }
        }
        impl<T: Comparable $($unsized)*> Comparable for $wrapper {
            type Value<'a>
                = T::Value<'a>
            where
                Self: 'a;
            #[inline]
            fn comparable(&self) -> Option<Self::Value<'_>> {
                self.inner().and_then(Comparable::comparable)
            }
        }
        impl<T: Length $($unsized)*> Length for $wrapper {
            #[inline]
            fn length(&self) -> Option<usize> {
                self.inner().and_then(Length::length)
            }
        }
    )*};
}

through! {
    [] Option<T>;
    [] Clearable<T>;
    [+ ?Sized] Box<T>;
    [+ ?Sized] Rc<T>;
    [+ ?Sized] Arc<T>;
    [+ ?Sized] &T;
    [+ ToOwned + ?Sized] Cow<'_, T>;
    [] Sensitive<T>;
}

/// A value that is always there, in a wrapper that may be absent itself.
macro_rules! fields {
    ($([$($bounds:tt)*] $wrapper:ty;)*) => {$(
        impl<T $($bounds)*> Field<T> for $wrapper {
            #[inline]
            fn field(&self) -> Option<&T> {
                self.inner()
            }
        }
        impl<T $($bounds)*> Field<T> for Option<$wrapper> {
            #[inline]
            fn field(&self) -> Option<&T> {
                self.as_ref()?.inner()
            }
        }
        impl<T $($bounds)*> Field<T> for Clearable<$wrapper> {
            #[inline]
            fn field(&self) -> Option<&T> {
                self.given()?.inner()
            }
        }
        impl<T $($bounds)*> Presence for $wrapper {}
    )*};
}

fields! {
    [: ?Sized] Box<T>;
    [: ?Sized] Rc<T>;
    [: ?Sized] Arc<T>;
    [: ToOwned + ?Sized] Cow<'_, T>;
    [] Sensitive<T>;
}

impl<T> Presence for Option<T> {
    #[inline]
    fn is_present(&self) -> bool {
        self.is_some()
    }
}
impl<T: Presence + ?Sized> Presence for &T {
    #[inline]
    fn is_present(&self) -> bool {
        (**self).is_present()
    }
}

macro_rules! holders {
    ($([$($params:tt)*] $holder:ty;)*) => {$(
        impl<$($params)*> Presence for $holder {}
        impl<$($params)*> Length for $holder {
            #[inline]
            fn length(&self) -> Option<usize> {
                Some(self.len())
            }
        }
    )*};
}

holders! {
    [T] Vec<T>;
    [T] [T];
    [T, const N: usize] [T; N];
    [T] VecDeque<T>;
    [T] LinkedList<T>;
    [T] BinaryHeap<T>;
    [T] BTreeSet<T>;
    [T, S] HashSet<T, S>;
    [K, V] BTreeMap<K, V>;
    [K, V, S] HashMap<K, V, S>;
}

/// A wrapper that the derive looks through.
pub trait Wrapper {
    /// What is inside.
    type Inner: ?Sized;

    /// What is inside, when it is there.
    fn inner(&self) -> Option<&Self::Inner>;
}

macro_rules! wrappers {
    ($([$($bounds:tt)*] $wrapper:ty, $this:ident => $inner:expr;)*) => {$(
        impl<T $($bounds)*> Wrapper for $wrapper {
            type Inner = T;
            #[inline]
            fn inner(&self) -> Option<&T> {
                let $this = self;
                $inner
            }
        }
    )*};
}

wrappers! {
    [] Option<T>, this => this.as_ref();
    [] Clearable<T>, this => this.given();
    [: ?Sized] Box<T>, this => Some(&**this);
    [: ?Sized] Rc<T>, this => Some(&**this);
    [: ?Sized] Arc<T>, this => Some(&**this);
    [: ?Sized] &T, this => Some(&**this);
    [: ToOwned + ?Sized] Cow<'_, T>, this => Some(&**this);
    [] Sensitive<T>, this => Some(&this.0);
}
