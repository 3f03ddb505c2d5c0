//! Decoding answers that drift from their documentation.
//!
//! [`maybe`] reads `null` and the empty text as absent. [`lenient`] also reads
//! numbers written as texts, and the reverse. Both are for
//! `#[serde(default, deserialize_with = "..")]` and forward the events of the
//! deserializer, so nothing is buffered.

mod absent;
mod lenient;

use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer};

pub use lenient::Lenient;

/// Reads `null` and `""` as `None`, and everything else as a `T`.
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct Answer {
///     #[serde(default, deserialize_with = "stipula::read::maybe")]
///     link: Option<String>,
/// }
/// let answer: Answer = serde_json::from_str(r#"{"link":""}"#).unwrap();
/// assert_eq!(answer.link, None);
/// ```
pub fn maybe<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    deserializer.deserialize_any(absent::OrAbsent(PhantomData::<T>))
}

/// Reads a `T` also where its type drifted; for an `Option`, `null` and `""` are absent.
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct Answer {
///     #[serde(default, deserialize_with = "stipula::read::lenient")]
///     stock: Option<i64>,
/// }
/// let answer: Answer = serde_json::from_str(r#"{"stock":"12"}"#).unwrap();
/// assert_eq!(answer.stock, Some(12));
/// ```
pub fn lenient<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Lenient,
{
    T::lenient(deserializer)
}

#[cfg(test)]
mod tests;
