//! A visitor that turns `null` and `""` into `None` and forwards the rest.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};

/// Reads an absent value, or hands the events to the seed.
pub(super) struct OrAbsent<S>(pub(super) S);

macro_rules! forward {
    ($($visit:ident: $value:ty),*) => {$(
        fn $visit<E: Error>(self, value: $value) -> Result<Self::Value, E> {
            self.0.deserialize(value.into_deserializer()).map(Some)
        }
    )*};
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for OrAbsent<S> {
    type Value = Option<S::Value>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, `null` or an empty string")
    }

    forward!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64);

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Self::Value, D::Error> {
        inner.deserialize_any(self)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.is_empty() {
            return Ok(None);
        }
        self.0.deserialize(text.into_deserializer()).map(Some)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        if text.is_empty() {
            return Ok(None);
        }
        let text = serde::de::value::BorrowedStrDeserializer::new(text);
        self.0.deserialize(text).map(Some)
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        if text.is_empty() {
            return Ok(None);
        }
        self.0.deserialize(text.into_deserializer()).map(Some)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Self::Value, A::Error> {
        self.0
            .deserialize(SeqAccessDeserializer::new(items))
            .map(Some)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<Self::Value, A::Error> {
        self.0
            .deserialize(MapAccessDeserializer::new(entries))
            .map(Some)
    }
}
