//! Enums of whole numbers that keep numbers nobody documented.

use std::borrow::Cow;
use std::fmt;

use crate::OpenEnum;

/// A number that is not documented. It cannot be made by hand, so that a documented number never
/// hides in one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownNumber(i64);

impl UnknownNumber {
    // For `open_integer_enum!` alone: it has looked for a documented number first.
    #[doc(hidden)]
    pub const fn __new(number: i64) -> Self {
        Self(number)
    }

    /// The number as it was read.
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Debug for UnknownNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What the rule `known` asks of an enum of texts, or of whole numbers.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no open enum",
    note = "`known` is for enums made by `stipula::open_enum!` or `stipula::open_integer_enum!`; other enums refuse unknown values when serde reads them"
)]
pub trait Known {
    /// Whether the value is a documented one.
    fn is_documented(&self) -> bool;

    /// What it may be near to; a number is near to nothing.
    fn near(&self) -> Cow<'_, str>;

    /// The documented values as texts.
    fn texts(&self) -> &'static [&'static str];
}

impl<T: OpenEnum> Known for T {
    #[inline]
    fn is_documented(&self) -> bool {
        self.is_known()
    }

    fn near(&self) -> Cow<'_, str> {
        self.as_str().into()
    }

    fn texts(&self) -> &'static [&'static str] {
        T::documented()
    }
}

/// Makes an enum of documented whole numbers that also keeps any other number of 64 bits.
///
/// It travels as a number.
///
/// ```
/// stipula::open_integer_enum! {
///     /// How far it is.
///     pub enum Level {
///         /// Open.
///         Open = 0,
///         /// Closed.
///         Closed = 1,
///     }
/// }
///
/// assert_eq!(Level::from_number(1), Level::Closed);
/// let other = Level::from(7);
/// assert!(!other.is_known());
/// assert_eq!(other.number(), 7);
/// assert_eq!(serde_json::to_string(&[Level::Open, other]).unwrap(), "[0,7]");
/// ```
#[macro_export]
macro_rules! open_integer_enum {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $number:literal),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        #[allow(clippy::derived_hash_with_manual_eq, clippy::derive_ord_xor_partial_ord)]
        $vis enum $name {
            $($(#[$variant_meta])* $variant,)*
            /// A number that is not documented, kept as it was read.
            Unknown($crate::UnknownNumber),
        }

        impl $name {
            /// All documented values, in the order of the documentation.
            $vis const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The number on the wire.
            $vis const fn number(self) -> i64 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::Unknown(number) => number.get(),
                }
            }

            /// The value with this number; `Unknown` when none is documented.
            $vis const fn from_number(number: i64) -> Self {
                match number {
                    $($number => Self::$variant,)*
                    other => Self::Unknown($crate::UnknownNumber::__new(other)),
                }
            }

            /// Whether the number is a documented one.
            $vis const fn is_known(self) -> bool {
                !::core::matches!(self, Self::Unknown(_))
            }
        }

        $crate::__open_integer_enum_impls!($name [$($number),*]);
    };
}

/// The trait impls of one enum of numbers; apart, so that [`open_integer_enum!`] shows what matters.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_integer_enum_impls {
    ($name:ident [$($number:literal),*]) => {
        impl ::core::cmp::PartialEq for $name {
            #[inline(always)]
            fn eq(&self, other: &Self) -> bool {
                self.number() == other.number()
            }
        }

        impl $crate::__private::Known for $name {
            fn is_documented(&self) -> bool {
                self.is_known()
            }
            fn near(&self) -> ::std::borrow::Cow<'_, str> {
                "".into()
            }
            fn texts(&self) -> &'static [&'static str] {
                &[$(::core::stringify!($number)),*]
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.number(), f)
            }
        }

        impl ::core::convert::From<i64> for $name {
            fn from(number: i64) -> Self {
                Self::from_number(number)
            }
        }

        impl ::core::convert::From<$name> for i64 {
            fn from(value: $name) -> i64 {
                value.number()
            }
        }

        impl $crate::cond::AsInteger for $name {
            type Number = i64;
            fn as_integer(&self) -> ::core::option::Option<i64> {
                ::core::option::Option::Some(self.number())
            }
        }

        impl $crate::cond::Comparable for $name {
            type Value<'a> = i64;
            fn comparable(&self) -> ::core::option::Option<i64> {
                ::core::option::Option::Some(self.number())
            }
        }

        impl $crate::cond::Presence for $name {}

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.number())
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <i64 as $crate::__private::Deserialize>::deserialize(deserializer)
                    .map(Self::from_number)
            }
        }

        impl $crate::read::Slot for $name {
            fn vacant() -> Self {
                Self::from_number(0)
            }

            fn read(&mut self, from: &mut $crate::read::Reader<'_>) -> $crate::read::Fit {
                *self = Self::from_number(from.value::<i64>()?);
                ::core::result::Result::Ok(())
            }
        }
    };
}

#[cfg(test)]
mod tests {
    crate::open_integer_enum! {
        /// Levels.
        enum Level {
            /// Open.
            Open = 0,
            /// Below.
            Below = -1,
            /// The last one.
            Last = 9_007,
        }
    }

    #[test]
    fn knows_and_keeps() {
        assert_eq!(Level::ALL, [Level::Open, Level::Below, Level::Last]);
        assert_eq!(Level::from(-1), Level::Below);
        assert_eq!(i64::from(Level::Last), 9007);
        let other = Level::from_number(7);
        assert!(!other.is_known() && Level::Open.is_known());
        assert_eq!(
            format!("{other} {other:?} {:>3}", Level::Below),
            "7 Unknown(7)  -1"
        );
    }

    #[test]
    fn reads_and_writes_any_number() {
        let list: Vec<Level> = serde_json::from_str("[0,-1,42]").unwrap();
        assert_eq!(list, [Level::Open, Level::Below, Level::from(42)]);
        assert_eq!(serde_json::to_string(&list).unwrap(), "[0,-1,42]");
        for bad in ["\"0\"", "0.5", "9223372036854775808", "null"] {
            assert!(serde_json::from_str::<Level>(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn conditions_see_the_value() {
        use crate::__private::Known;
        use crate::cond;
        let field = Some(Level::Open);
        assert!(cond::is(&field, &Level::Open) && cond::present(&field));
        assert_eq!(Level::Open.texts()[..2], ["0", "-1"]);
    }
}
