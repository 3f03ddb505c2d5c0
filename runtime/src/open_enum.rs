//! Enums that keep texts nobody documented.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

/// A text that is none of the documented ones. Only parsing makes one.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct UnknownText(Box<str>);

impl UnknownText {
    // For `open_enum!` alone: it has looked for a documented text first.
    #[doc(hidden)]
    pub fn __new(text: &str) -> Self {
        Self(text.into())
    }

    /// The text as it was read.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for UnknownText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// An enum made by [`open_enum!`](crate::open_enum!).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no open enum",
    note = "`known` is for enums made by `stipula::open_enum!`; other enums refuse unknown texts when serde reads them"
)]
pub trait OpenEnum: Sized {
    /// The value with this text; `Unknown` when none is documented.
    fn from_text(text: &str) -> Self;

    /// The text on the wire.
    fn as_str(&self) -> &str;

    /// Whether the text is a documented one.
    fn is_known(&self) -> bool;

    /// The documented texts, in order; none where they cannot be told.
    fn documented() -> &'static [&'static str] {
        &[]
    }
}

/// Reads any text as `T`; what the `Deserialize` of open enums calls.
pub fn deserialize<'de, D: Deserializer<'de>, T: OpenEnum>(deserializer: D) -> Result<T, D::Error> {
    struct Text<T>(PhantomData<T>);

    impl<T: OpenEnum> Visitor<'_> for Text<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            Ok(T::from_text(text))
        }
    }

    deserializer.deserialize_str(Text(PhantomData))
}

/// Makes an enum of documented texts that also keeps any other text.
///
/// ```
/// stipula::open_enum! {
///     /// Kind of thing.
///     pub enum Product {
///         /// Admission ticket.
///         Pass = "PASS",
///         /// Movie.
///         Movie = "MOVIE",
///     }
/// }
///
/// assert_eq!(Product::from_text("MOVIE"), Product::Movie);
/// let other = Product::from("CONCERT");
/// assert!(!other.is_known());
/// assert_eq!(other.to_string(), "CONCERT");
/// ```
#[macro_export]
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $text:literal),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        #[allow(clippy::derived_hash_with_manual_eq, clippy::derive_ord_xor_partial_ord)]
        $vis enum $name {
            $($(#[$variant_meta])* $variant,)*
            /// A text that is not documented, kept as it was read.
            Unknown($crate::UnknownText),
        }

        impl $name {
            /// All documented values, in the order of the documentation.
            $vis const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The text on the wire.
            $vis fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Unknown(text) => text.as_str(),
                }
            }

            /// The value with this text; `Unknown` when none is documented.
            $vis fn from_text(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)*
                    other => Self::Unknown($crate::UnknownText::__new(other)),
                }
            }

            /// Whether the text is a documented one.
            $vis fn is_known(&self) -> bool {
                !::core::matches!(self, Self::Unknown(_))
            }
        }

        $crate::__open_enum_impls!($name [$($text),*]);
    };
}

/// The trait impls of one open enum; apart, so that [`open_enum!`] shows what matters.
#[doc(hidden)]
#[macro_export]
macro_rules! __open_enum_impls {
    ($name:ident [$($text:literal),*]) => {
        // As a derive would say it, except that comparing with a documented value, as conditions
        // do, always becomes a comparison of two numbers.
        impl ::core::cmp::PartialEq for $name {
            #[inline(always)]
            fn eq(&self, other: &Self) -> bool {
                match (self, other) {
                    (Self::Unknown(own), Self::Unknown(other)) => own == other,
                    (own, other) => {
                        ::core::mem::discriminant(own) == ::core::mem::discriminant(other)
                    }
                }
            }
        }

        impl $crate::OpenEnum for $name {
            fn from_text(text: &str) -> Self {
                Self::from_text(text)
            }
            fn as_str(&self) -> &str {
                self.as_str()
            }
            fn is_known(&self) -> bool {
                self.is_known()
            }
            fn documented() -> &'static [&'static str] {
                &[$($text),*]
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;
            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from_text(text))
            }
        }

        impl ::core::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::from_text(text)
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                Self::from_text(&text)
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl $crate::cond::AsText for $name {
            fn as_text(&self) -> ::core::option::Option<&str> {
                ::core::option::Option::Some(self.as_str())
            }
        }

        impl $crate::cond::Length for $name {
            fn length(&self) -> ::core::option::Option<usize> {
                $crate::cond::Length::length(self.as_str())
            }
        }

        impl $crate::cond::Comparable for $name {
            type Value<'a> = &'a str;
            fn comparable(&self) -> ::core::option::Option<&str> {
                ::core::option::Option::Some(self.as_str())
            }
        }

        impl $crate::cond::Presence for $name {}

        impl $crate::__private::Serialize for $name {
            fn serialize<S: $crate::__private::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::__private::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__private::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                $crate::open_enum::deserialize(deserializer)
            }
        }

        impl $crate::read::Slot for $name {
            fn vacant() -> Self {
                Self::from_text("")
            }

            fn read(&mut self, from: &mut $crate::read::Reader<'_>) -> $crate::read::Fit {
                *self = Self::from_text(&from.any_text()?);
                ::core::result::Result::Ok(())
            }

            fn text(&self) -> ::core::option::Option<&str> {
                ::core::option::Option::Some(self.as_str())
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    crate::open_enum! {
        /// Kinds.
        enum Kind {
            /// One.
            One = "ONE",
            /// Air ticket.
            Two = "two-2",
        }
    }

    #[test]
    fn knows_and_keeps() {
        assert_eq!(Kind::ALL, [Kind::One, Kind::Two]);
        assert_eq!(Kind::from("two-2"), Kind::Two);
        let other = Kind::from(String::from("THREE"));
        assert!(!other.is_known() && Kind::One.is_known());
        assert_eq!(
            format!("{other} {other:?} {:>5}", Kind::One),
            "THREE Unknown(\"THREE\")   ONE"
        );
        assert_eq!("ONE".parse::<Kind>(), Ok(Kind::One));
    }

    #[test]
    fn reads_and_writes_any_text() {
        let map: BTreeMap<Kind, Kind> = serde_json::from_str(r#"{"ONE":"x","y":"two-2"}"#).unwrap();
        assert_eq!(map[&Kind::One], Kind::from("x"));
        assert_eq!(
            serde_json::to_string(&map).unwrap(),
            r#"{"ONE":"x","y":"two-2"}"#
        );
        assert!(serde_json::from_str::<Kind>("1").is_err());
    }

    #[test]
    fn conditions_see_the_text() {
        use crate::cond;
        let field = Some(Kind::One);
        assert!(cond::is(&field, &Kind::One) && cond::is_text(&field, "ONE"));
        assert!(cond::present(&field) && cond::present(&Kind::One));
    }
}
