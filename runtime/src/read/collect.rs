//! The text of a value that serde brings.

use std::fmt;

use serde::de::value::{MapDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// The value as JSON text: digit for digit where `serde_json` reads a text, and as far as the format
/// holds it elsewhere.
pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Box<RawValue>, D::Error> {
    Box::<RawValue>::deserialize(Any(deserializer))
}

/// Any format, in place of the text that a raw value asks for.
struct Any<D>(D);

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Any<D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(visitor)
    }

    /// `serde_json` recognises the name and answers with the text. Others know no such name, and
    /// give what they hold.
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0
            .deserialize_newtype_struct(name, Either { name, visitor })
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// Takes the text that `serde_json` holds out, or else whatever comes.
struct Either<V> {
    name: &'static str,
    visitor: V,
}

impl<V> Either<V> {
    /// Hands a text on, as `serde_json` would.
    fn hand<'de, E: Error>(self, text: String) -> Result<V::Value, E>
    where
        V: Visitor<'de>,
    {
        let entries = std::iter::once((self.name, text));
        let entries = MapDeserializer::<_, E>::new(entries);
        self.visitor.visit_map(entries)
    }
}

macro_rules! scalars {
    ($($visit:ident: $value:ty),*) => {$(
        fn $visit<E: Error>(self, value: $value) -> Result<V::Value, E> {
            self.hand(Value::from(value).to_string())
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Either<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    scalars!(visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64);
    scalars!(visit_str: &str, visit_string: String);

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.hand(Value::Null.to_string())
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.visit_newtype_struct(inner)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let value = Value::deserialize(inner)?;
        self.hand(value.to_string())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        let value = Value::deserialize(SeqAccessDeserializer::new(items))?;
        self.hand(value.to_string())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<V::Value, A::Error> {
        let mut held = Map::new();
        while let Some(name) = entries.next_key::<String>()? {
            if name == self.name {
                let text = entries.next_value()?;
                return self.hand(text);
            }
            held.insert(name, entries.next_value()?);
        }
        self.hand(Value::from(held).to_string())
    }
}
