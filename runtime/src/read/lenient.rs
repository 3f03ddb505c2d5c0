//! Types that can be read from a number as well as from a text.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use super::absent::OrAbsent;
use crate::{Sensitive, UnixMillis, UnixSeconds};

/// A type that [`lenient`](super::lenient) can read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read leniently",
    note = "texts, whole numbers, decimals, booleans, moments, open enums, and options, lists and maps of them can"
)]
pub trait Lenient: Sized {
    /// Reads the value whatever its JSON type, as long as the meaning is plain.
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

/// What a scalar on the wire may be.
enum Scalar<'a> {
    Text(&'a str),
    Integer(i64),
    /// Above `i64::MAX`.
    Large(u64),
    Decimal(f64),
    Bool(bool),
}

/// Reads any scalar and converts it.
struct Convert<T> {
    expected: &'static str,
    convert: fn(Scalar<'_>) -> Result<T, &'static str>,
}

impl<T> Convert<T> {
    fn apply<E: Error>(&self, scalar: Scalar<'_>) -> Result<T, E> {
        // The value stays out of the message: it may be sensitive.
        (self.convert)(scalar)
            .map_err(|found| E::custom(format_args!("expected {}, found {found}", self.expected)))
    }
}

impl<T> Visitor<'_> for Convert<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        self.apply(Scalar::Text(text))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        self.apply(Scalar::Integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        self.apply(match i64::try_from(number) {
            Ok(number) => Scalar::Integer(number),
            Err(_) => Scalar::Large(number),
        })
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        self.apply(Scalar::Decimal(number))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        self.apply(Scalar::Bool(value))
    }
}

impl Lenient for String {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Convert {
            expected: "a string",
            convert: |scalar| {
                Ok(match scalar {
                    Scalar::Text(text) => text.to_owned(),
                    Scalar::Integer(number) => number.to_string(),
                    Scalar::Large(number) => number.to_string(),
                    // `Debug` keeps the `.0` that JSON had.
                    Scalar::Decimal(number) => format!("{number:?}"),
                    Scalar::Bool(value) => value.to_string(),
                })
            },
        })
    }
}

impl Lenient for i64 {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Convert {
            expected: "a whole number or a string of digits",
            convert: |scalar| match scalar {
                Scalar::Integer(number) => Ok(number),
                Scalar::Text(text) => integer(text),
                Scalar::Large(_) => Err("a number beyond 64 bits"),
                Scalar::Decimal(_) => Err("a number with a fraction"),
                Scalar::Bool(_) => Err("a boolean"),
            },
        })
    }
}

impl Lenient for u64 {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Convert {
            expected: "a whole number that is not negative, or a string of digits",
            convert: |scalar| match scalar {
                Scalar::Integer(number) => number.try_into().map_err(|_| "a negative number"),
                Scalar::Large(number) => Ok(number),
                Scalar::Text(text) if text.starts_with(|it: char| it.is_ascii_digit()) => {
                    text.parse().map_err(|_| not_digits(text, false))
                }
                Scalar::Text(text) => Err(not_digits(text, false)),
                Scalar::Decimal(_) => Err("a number with a fraction"),
                Scalar::Bool(_) => Err("a boolean"),
            },
        })
    }
}

/// Digits with an optional minus sign, and nothing around them.
fn integer(text: &str) -> Result<i64, &'static str> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if is_digits(digits) {
        return text.parse().map_err(|_| "a number beyond 64 bits");
    }
    Err(not_digits(
        text,
        digits
            .split_once('.')
            .is_some_and(|(whole, rest)| is_digits(whole) && is_digits(rest)),
    ))
}

fn not_digits(text: &str, fraction: bool) -> &'static str {
    if fraction {
        "a number with a fraction"
    } else if text.is_empty() {
        "an empty string"
    } else if text.contains(char::is_whitespace) {
        "a string with white space"
    } else {
        "a string that is not a number"
    }
}

impl Lenient for f64 {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Convert {
            expected: "a number or a string with one",
            convert: |scalar| match scalar {
                #[allow(clippy::cast_precision_loss)] // what JSON numbers are to most readers
                Scalar::Integer(number) => Ok(number as f64),
                #[allow(clippy::cast_precision_loss)]
                Scalar::Large(number) => Ok(number as f64),
                Scalar::Decimal(number) => Ok(number),
                Scalar::Text(text) => match text.parse::<f64>() {
                    Ok(number) if number.is_finite() => Ok(number),
                    _ => Err(not_digits(text, false)),
                },
                Scalar::Bool(_) => Err("a boolean"),
            },
        })
    }
}

fn of_double(number: f64) -> Result<Number, &'static str> {
    Number::from_f64(number).ok_or("a number beyond every limit")
}

impl Lenient for Number {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Convert {
            expected: "a number or a string with one",
            convert: |scalar| match scalar {
                Scalar::Integer(number) => Ok(number.into()),
                Scalar::Large(number) => Ok(number.into()),
                Scalar::Decimal(number) => of_double(number),
                // As a whole number it is exact.
                Scalar::Text(text) => match (integer(text), text.parse::<f64>()) {
                    (Ok(number), _) => Ok(number.into()),
                    (_, Ok(number)) if number.is_finite() => of_double(number),
                    _ => Err(not_digits(text, false)),
                },
                Scalar::Bool(_) => Err("a boolean"),
            },
        })
    }
}

impl Lenient for bool {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Convert {
            expected: "a boolean, or the string `true` or `false`",
            convert: |scalar| match scalar {
                Scalar::Bool(value) => Ok(value),
                Scalar::Text("true") => Ok(true),
                Scalar::Text("false") => Ok(false),
                Scalar::Text(_) => Err("another string"),
                Scalar::Integer(_) | Scalar::Large(_) | Scalar::Decimal(_) => Err("a number"),
            },
        })
    }
}

impl Lenient for UnixMillis {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::lenient(deserializer).map(Self)
    }
}

impl Lenient for UnixSeconds {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::lenient(deserializer).map(Self)
    }
}

impl<T: Lenient> Lenient for Sensitive<T> {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::lenient(deserializer).map(Self)
    }
}

impl<T: Lenient> Lenient for Option<T> {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OrAbsent(Seed(PhantomData)))
    }
}

impl<T: Lenient> Lenient for Vec<T> {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Seed(PhantomData))
    }
}

impl<K: for<'k> Deserialize<'k> + Ord, V: Lenient> Lenient for BTreeMap<K, V> {
    fn lenient<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

/// Reads a map with values that are read leniently.
struct Entries<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Lenient> Visitor<'de> for Entries<K, V> {
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<BTreeMap<K, V>, A::Error> {
        let mut map = BTreeMap::new();
        while let Some(key) = entries.next_key()? {
            map.insert(key, entries.next_value_seed(Seed(PhantomData))?);
        }
        Ok(map)
    }
}

/// Reads one `T` leniently; as a visitor, a list of them.
struct Seed<T>(PhantomData<T>);

impl<'de, T: Lenient> DeserializeSeed<'de> for Seed<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::lenient(deserializer)
    }
}

impl<'de, T: Lenient> Visitor<'de> for Seed<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Seed(PhantomData))? {
            list.push(item);
        }
        Ok(list)
    }
}
