//! How conditions look into a field, whatever wraps it.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::{Sensitive, UnixMillis};

/// A field that may hold a `T`: `T`, `Option<T>`, `Box<T>`, `Option<Box<T>>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is compared with a `{T}`",
    label = "holds no `{T}`",
    note = "both sides of a comparison have one type; an enum is compared with its own values"
)]
pub trait Field<T: ?Sized> {
    /// The value, when given.
    fn field(&self) -> Option<&T>;
}

/// A field with a text: strings, open enums, and options and boxes of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no text to compare",
    note = "texts are strings and enums made by `stipula::open_enum!`, also in an `Option` or a `Box`"
)]
pub trait AsText {
    /// The text, when given.
    fn as_text(&self) -> Option<&str>;
}

/// A field with a number that can be compared with a whole one.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a number")]
pub trait AsInteger {
    /// The number, when given; `None` also when it is not whole or does not fit.
    fn as_integer(&self) -> Option<i64>;

    /// How the number compares with a whole one; `None` when it is absent.
    #[inline]
    fn compare_integer(&self, value: i64) -> Option<Ordering> {
        self.as_integer().map(|found| found.cmp(&value))
    }
}

/// A field that can be put in order with another one.
#[diagnostic::on_unimplemented(message = "`{Self}` cannot be compared in a condition")]
pub trait Comparable {
    /// What is compared, without options and boxes.
    type Value<'a>: PartialOrd
    where
        Self: 'a;

    /// The value, when given.
    fn comparable(&self) -> Option<Self::Value<'_>>;
}

/// A field that knows whether it is given.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is always present",
    note = "`present(..)` is for optional fields"
)]
pub trait Presence {
    /// Whether the field is given.
    fn is_present(&self) -> bool {
        true
    }
}

/// A field with a length.
#[diagnostic::on_unimplemented(message = "`{Self}` has no length")]
pub trait Length {
    /// Characters of a text, items of a list or map; `None` when absent.
    fn length(&self) -> Option<usize>;
}

impl<T: ?Sized> Field<T> for T {
    #[inline]
    fn field(&self) -> Option<&T> {
        Some(self)
    }
}

impl<T> Field<T> for Option<T> {
    #[inline]
    fn field(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<T: ?Sized> Field<T> for Box<T> {
    #[inline]
    fn field(&self) -> Option<&T> {
        Some(self)
    }
}

impl<T: ?Sized> Field<T> for Option<Box<T>> {
    #[inline]
    fn field(&self) -> Option<&T> {
        self.as_deref()
    }
}

/// Passes every question through a wrapper of `T`, which may be unsized behind a pointer.
macro_rules! through {
    ([$($unsized:tt)*] $wrapper:ty, $this:ident => $inner:expr) => {
        impl<T: AsText $($unsized)*> AsText for $wrapper {
            #[inline]
            fn as_text(&self) -> Option<&str> {
                let $this = self;
                $inner.and_then(AsText::as_text)
            }
        }
        impl<T: AsInteger $($unsized)*> AsInteger for $wrapper {
            #[inline]
            fn as_integer(&self) -> Option<i64> {
                let $this = self;
                $inner.and_then(AsInteger::as_integer)
            }
            #[inline]
            fn compare_integer(&self, value: i64) -> Option<Ordering> {
                let $this = self;
                $inner.and_then(|it| it.compare_integer(value))
            }
        }
        impl<T: Comparable $($unsized)*> Comparable for $wrapper {
            type Value<'a>
                = T::Value<'a>
            where
                Self: 'a;
            #[inline]
            fn comparable(&self) -> Option<Self::Value<'_>> {
                let $this = self;
                $inner.and_then(Comparable::comparable)
            }
        }
        impl<T: Length $($unsized)*> Length for $wrapper {
            #[inline]
            fn length(&self) -> Option<usize> {
                let $this = self;
                $inner.and_then(Length::length)
            }
        }
    };
}

through!([] Option<T>, this => this.as_ref());
through!([+ ?Sized] Box<T>, this => Some(&**this));
through!([+ ?Sized] &T, this => Some(&**this));
through!([] Sensitive<T>, this => Some(&this.0));

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
impl<T: ?Sized> Presence for Box<T> {}
impl<T> Presence for Sensitive<T> {}
impl<T> Presence for Vec<T> {}
impl<K, V> Presence for BTreeMap<K, V> {}
impl Presence for serde_json::Value {}

macro_rules! texts {
    ($($text:ty),*) => {$(
        impl AsText for $text {
            #[inline]
            fn as_text(&self) -> Option<&str> {
                Some(self)
            }
        }
        impl Comparable for $text {
            type Value<'a>
                = &'a str
            where
                Self: 'a;
            #[inline]
            fn comparable(&self) -> Option<&str> {
                Some(self)
            }
        }
        impl Presence for $text {}
        impl Length for $text {
            #[inline]
            fn length(&self) -> Option<usize> {
                Some(self.chars().count())
            }
        }
    )*};
}

texts!(str, String, Cow<'_, str>);

macro_rules! integers {
    ($($integer:ty),*) => {$(
        impl AsInteger for $integer {
            #[inline]
            fn as_integer(&self) -> Option<i64> {
                i64::try_from(*self).ok()
            }
        }
        impl Comparable for $integer {
            type Value<'a> = Self;
            #[inline]
            fn comparable(&self) -> Option<Self> {
                Some(*self)
            }
        }
        impl Presence for $integer {}
    )*};
}

integers!(i8, i16, i32, i64, u8, u16, u32, u64, usize);

impl AsInteger for UnixMillis {
    #[inline]
    fn as_integer(&self) -> Option<i64> {
        Some(self.0)
    }
}
impl Comparable for UnixMillis {
    type Value<'a> = i64;
    #[inline]
    fn comparable(&self) -> Option<i64> {
        Some(self.0)
    }
}
impl Presence for UnixMillis {}

impl AsInteger for f64 {
    #[inline]
    #[allow(clippy::cast_possible_truncation, clippy::float_cmp)] // asked right after
    fn as_integer(&self) -> Option<i64> {
        let whole = *self as i64;
        (real(whole) == *self).then_some(whole)
    }
    #[inline]
    fn compare_integer(&self, value: i64) -> Option<Ordering> {
        self.partial_cmp(&real(value))
    }
}
impl Comparable for f64 {
    type Value<'a> = f64;
    #[inline]
    fn comparable(&self) -> Option<f64> {
        Some(*self)
    }
}
impl Presence for f64 {}

impl AsInteger for serde_json::Number {
    fn as_integer(&self) -> Option<i64> {
        self.as_i64().or_else(|| self.as_f64()?.as_integer())
    }
    fn compare_integer(&self, value: i64) -> Option<Ordering> {
        match self.as_i64() {
            Some(found) => Some(found.cmp(&value)),
            None => self.as_f64()?.compare_integer(value),
        }
    }
}
impl Comparable for serde_json::Number {
    type Value<'a> = f64;
    fn comparable(&self) -> Option<f64> {
        self.as_f64()
    }
}
impl Presence for serde_json::Number {}

#[allow(clippy::cast_precision_loss)] // what a JSON number is to most readers
const fn real(number: i64) -> f64 {
    number as f64
}

impl Comparable for bool {
    type Value<'a> = bool;
    #[inline]
    fn comparable(&self) -> Option<bool> {
        Some(*self)
    }
}
impl Presence for bool {}

impl<T> Length for Vec<T> {
    #[inline]
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}
impl<T> Length for [T] {
    #[inline]
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}
impl<K, V> Length for BTreeMap<K, V> {
    #[inline]
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}
