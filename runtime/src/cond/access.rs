//! How conditions look into a field, whatever wraps it.

use std::num::NonZero;

use stipula_rules::digits::Exact;

use super::Real;
use crate::rules::Number;
use crate::{Decimal, UnixMillis, UnixSeconds};

/// A field that may hold a `T`: `T`, an `Option` or a pointer of one, and an `Option` of those.
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
    note = "texts are strings and enums made by `stipula::open_enum!`, also in an `Option` or a pointer; for a type of your own, implement `stipula::cond::AsText`"
)]
pub trait AsText {
    /// The text, when given.
    fn as_text(&self) -> Option<&str>;
}

/// A field whose digits after the point can be counted: [`Decimal`], and what has a text. The derive
/// looks through options and pointers before it asks.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no digits to count",
    note = "`decimal_places` is for texts and `stipula::Decimal`; a type of your own implements `stipula::cond::AsText`, or `stipula::cond::AsDigits`"
)]
pub trait AsDigits {
    /// Whether there are at most so many: of a number by its value, of a text as
    /// [`decimal_places`](crate::rules::decimal_places) says. An absent text breaks nothing.
    fn has_decimal_places(&self, most: u32) -> bool;
}

impl<T: AsText + ?Sized> AsDigits for T {
    #[inline]
    fn has_decimal_places(&self, most: u32) -> bool {
        let text = self.as_text();
        text.is_none_or(|text| crate::rules::decimal_places(text, most))
    }
}

impl AsDigits for Decimal {
    #[inline]
    fn has_decimal_places(&self, most: u32) -> bool {
        // Nothing makes a decimal that is none.
        let exact = self.parts().map(|it| Exact::of(&it));
        exact.is_some_and(|it| crate::rules::has_decimal_places(&it, most))
    }
}

/// A field with a number that can be compared with a whole one: every integer of the standard
/// library, `NonZero`, floats, `UnixMillis`, and what is made of them.
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
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a number",
    note = "the ends of a range of durations have a unit, `range(1s..=1h)`; those of moments are texts, `range(\"2024-01-01T00:00:00Z\"..)`; a number of your own implements `stipula::cond::AsInteger`"
)]
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

texts!(str, String);

impl Presence for serde_json::Value {}

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
impl AsInteger for f32 {
    type Number = f32;
    #[inline]
    fn as_integer(&self) -> Option<f32> {
        Some(*self)
    }
}
impl Comparable for f32 {
    type Value<'a> = Real;
    #[inline]
    fn comparable(&self) -> Option<Real> {
        Some(Real::Float(f64::from(*self)))
    }
}
impl Presence for f32 {}
number!(f64, this => Real::Float(*this), Real);
number!(serde_json::Number, this => Real::of(this), Real);
number!(Decimal, this => Real::of_decimal(this), Real);

/// Texts that stand for a time.
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

moments!(crate::Duration: i128);
#[cfg(feature = "time")]
moments!(crate::DateTime: i128, crate::Date: i64);
#[cfg(feature = "bytes")]
impl Presence for crate::Bytes {}
#[cfg(feature = "client")]
impl Presence for crate::File {}

impl Comparable for bool {
    type Value<'a> = bool;
    #[inline]
    fn comparable(&self) -> Option<bool> {
        Some(*self)
    }
}
impl Presence for bool {}
