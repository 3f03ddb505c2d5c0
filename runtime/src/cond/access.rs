//! How conditions look into a field, whatever wraps it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::num::NonZero;

use super::Real;
use crate::rules::Number;
use crate::{Decimal, Sensitive, UnixMillis, UnixSeconds};

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

/// A field with a number that can be compared with a whole one: every integer of the standard
/// library, `NonZero`, `f64`, times, and what is made of them.
///
/// ```
/// use stipula::{Validate, cond::AsInteger};
///
/// struct Cents(u64);
///
/// impl AsInteger for Cents {
///     type Number = u64;
///
///     fn as_integer(&self) -> Option<u64> {
///         Some(self.0)
///     }
/// }
///
/// #[derive(Validate)]
/// struct Order {
///     #[validate(range(1..=100))]
///     price: Cents,
/// }
///
/// assert!(Order { price: Cents(100) }.check().is_empty());
/// assert!(!Order { price: Cents(u64::MAX) }.check().is_empty());
/// ```
#[diagnostic::on_unimplemented(message = "`{Self}` is not a number")]
pub trait AsInteger {
    /// The number without options and boxes, which holds every value that the field can.
    type Number: Number;

    /// The number, when given.
    fn as_integer(&self) -> Option<Self::Number>;
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
            type Number = T::Number;
            #[inline]
            fn as_integer(&self) -> Option<T::Number> {
                let $this = self;
                $inner.and_then(AsInteger::as_integer)
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

/// A type that holds a number, as the number that it is compared as.
macro_rules! number {
    ($ty:ty, $this:ident => $number:expr, $as:ty) => {
        impl AsInteger for $ty {
            type Number = $as;
            #[inline]
            fn as_integer(&self) -> Option<$as> {
                let $this = self;
                Some($number)
            }
        }
        impl Comparable for $ty {
            type Value<'a> = $as;
            #[inline]
            fn comparable(&self) -> Option<$as> {
                self.as_integer()
            }
        }
        impl Presence for $ty {}
    };
}

macro_rules! integers {
    ($($integer:ty),*) => {$(
        number!($integer, this => *this, $integer);
        number!(NonZero<$integer>, this => this.get(), $integer);
    )*};
}

integers!(i8, i16, i32, i64, i128, isize);
integers!(u8, u16, u32, u64, u128, usize);
number!(UnixMillis, this => this.0, i64);
number!(UnixSeconds, this => this.0, i64);
number!(f64, this => Real::Float(*this), Real);
number!(serde_json::Number, this => Real::of(this), Real);
number!(Decimal, this => Real::of_decimal(this), Real);

/// Texts that stand for a time.
#[cfg(feature = "time")]
macro_rules! moments {
    ($($moment:ty: $number:ty),*) => {$(
        impl Comparable for $moment {
            type Value<'a> = $number;
            #[inline]
            fn comparable(&self) -> Option<$number> {
                Some(self.number())
            }
        }
        impl Presence for $moment {}
    )*};
}

#[cfg(feature = "time")]
moments!(crate::DateTime: i128, crate::Date: i64);
#[cfg(feature = "bytes")]
impl Presence for crate::Bytes {}

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
