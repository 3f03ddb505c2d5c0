//! Numbers that travel as text, for generated code.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::{Serialize, Serializer};

use crate::{Clearable, Decimal, Sensitive, UnixMillis, UnixSeconds};

/// A number, or what holds numbers, that is written as text.
#[diagnostic::on_unimplemented(message = "`{Self}` holds no numbers that can be written as text")]
pub trait WriteText {
    /// Writes the numbers as texts.
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error>;
}

/// Writes numbers as texts; for `#[serde(serialize_with)]`.
///
/// ```
/// #[derive(serde::Serialize)]
/// struct Price {
///     #[serde(serialize_with = "stipula::as_text::serialize")]
///     amounts: Vec<i64>,
/// }
///
/// let json = serde_json::to_string(&Price { amounts: vec![1, -2] }).unwrap();
/// assert_eq!(json, r#"{"amounts":["1","-2"]}"#);
/// ```
pub fn serialize<T: WriteText, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    value.write(to)
}

/// A value that serde writes as text.
struct Written<'a, T>(&'a T);

impl<T: WriteText> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}

fn shown<S: Serializer>(number: &impl Display, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(number)
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl WriteText for $number {
            fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                shown(self, to)
            }
        }
    )*};
}

numbers!(i64, u64, Decimal, UnixMillis, UnixSeconds);

impl<T: WriteText> WriteText for Option<T> {
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => to.serialize_some(&Written(value)),
            None => to.serialize_none(),
        }
    }
}

impl<T: WriteText> WriteText for Clearable<T> {
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.given().map(Written).serialize(to)
    }
}

impl<T: WriteText> WriteText for Sensitive<T> {
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.write(to)
    }
}

impl<T: WriteText> WriteText for Vec<T> {
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.iter().map(Written))
    }
}

impl<K: Serialize, T: WriteText> WriteText for BTreeMap<K, T> {
    fn write<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter().map(|(key, value)| (key, Written(value))))
    }
}
