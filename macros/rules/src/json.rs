//! JSON values as they are compared: numbers by their value, objects in whatever order.

use std::collections::{HashMap, HashSet};
use std::hash::{Hash, Hasher};

use serde_json::{Map, Number, Value};

/// Whether two values are the same, as JSON Schema has it: numbers by their value, so that `1`,
/// `1.0` and `1e0` are one number; objects in whatever order their members come.
///
/// A number is what it was read as: exact within 64 bits, and the nearest double otherwise.
///
/// ```
/// use serde_json::json;
/// use stipula_rules::json::equal;
/// assert!(equal(&json!({ "a": [1], "b": 2 }), &json!({ "b": 2.0, "a": [1.0] })));
/// assert!(!equal(&json!(1), &json!("1")));
/// ```
pub fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => Counted::of(one) == Counted::of(other),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| equal(a, b))
        }
        (Value::Object(one), Value::Object(other)) => equal_objects(one, other),
        (one, other) => one == other,
    }
}

/// Whether two objects are the same, as [`equal`] has it.
pub fn equal_objects(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    let has = |(name, a): (&String, &Value)| other.get(name).is_some_and(|b| equal(a, b));
    one.len() == other.len() && one.iter().all(has)
}

/// Feeds a value to a hasher: the same for values that are [`equal`].
pub fn hash(value: &Value, to: &mut impl Hasher) {
    std::mem::discriminant(value).hash(to);
    match value {
        Value::Null => {}
        Value::Bool(it) => it.hash(to),
        Value::Number(it) => Counted::of(it).hash(to),
        Value::String(it) => it.hash(to),
        Value::Array(items) => {
            items.len().hash(to);
            for it in items {
                hash(it, to);
            }
        }
        Value::Object(members) => hash_object(members, to),
    }
}

/// Feeds an object to a hasher: the same for those that are [`equal_objects`].
pub fn hash_object(members: &Map<String, Value>, to: &mut impl Hasher) {
    let mut members: Vec<(&String, &Value)> = members.iter().collect();
    members.sort_unstable_by_key(|(name, _)| *name);
    members.len().hash(to);
    for (name, value) in members {
        name.hash(to);
        hash(value, to);
    }
}

/// Whether no item is [`equal`] to an earlier one. Takes time that grows with the list.
///
/// ```
/// use serde_json::json;
/// use stipula_rules::json::unique;
/// assert!(unique(&[json!(1), json!("1"), json!(1.5)]));
/// assert!(!unique(&[json!(10), json!(1e1)]));
/// ```
pub fn unique(items: &[Value]) -> bool {
    let mut seen = HashSet::with_capacity(items.len());
    items.iter().all(|it| seen.insert(Same(it)))
}

/// The indexes of an item and of the next one that is [`equal`] to it; of several, the first item. Takes
/// time that grows with the list.
///
/// ```
/// use serde_json::json;
/// use stipula_rules::json::twins;
/// assert_eq!(twins(&[json!(2), json!(1), json!(1.0), json!(2)]), Some((0, 3)));
/// ```
pub fn twins(items: &[Value]) -> Option<(usize, usize)> {
    let mut firsts = HashMap::with_capacity(items.len());
    let mut found: Option<(usize, usize)> = None;
    for (index, item) in items.iter().enumerate() {
        let first = *firsts.entry(Same(item)).or_insert(index);
        if first < index && found.is_none_or(|(earlier, _)| first < earlier) {
            found = Some((first, index));
        }
    }
    found
}

struct Same<'a>(&'a Value);

impl PartialEq for Same<'_> {
    fn eq(&self, other: &Self) -> bool {
        equal(self.0, other.0)
    }
}

impl Eq for Same<'_> {}

impl Hash for Same<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        hash(self.0, state);
    }
}

/// A number by its value.
#[derive(PartialEq, Eq, Hash)]
enum Counted {
    /// A whole number below 2^100; beyond are only doubles.
    Whole(i128),
    /// The bits of any other.
    Double(Option<u64>),
}

impl Counted {
    fn of(number: &Number) -> Self {
        if let Some(exact) = number.as_i128() {
            return Self::Whole(exact);
        }
        let double = number.as_f64();
        match double.filter(|it| it.fract() == 0.0 && it.abs() < 2_f64.powi(100)) {
            #[allow(clippy::cast_possible_truncation, reason = "looked at just before")]
            Some(whole) => Self::Whole(whole as i128),
            None => Self::Double(double.map(f64::to_bits)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::hash_map::DefaultHasher;

    use serde_json::from_str;

    use super::*;

    fn value(text: &str) -> Value {
        from_str(text).unwrap()
    }

    fn are_equal(one: &str, other: &str) -> bool {
        equal(&value(one), &value(other))
    }

    fn hashed(text: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        hash(&value(text), &mut hasher);
        hasher.finish()
    }

    #[test]
    fn numbers_compare_by_value() {
        for (one, other) in [
            ("1", "1.0"),
            ("0", "-0"),
            ("0", "-0.0"),
            ("1000", "1e3"),
            ("18446744073709551616", "18446744073709551617"),
            ("9223372036854775808", "9223372036854775808.0"),
            ("1e300", "10e299"),
            ("0.1", "1e-1"),
            (r#"{"a":[1],"b":2}"#, r#"{"b":2.0,"a":[1.0]}"#),
        ] {
            assert!(are_equal(one, other) && are_equal(other, one), "{one}");
            assert_eq!(hashed(one), hashed(other), "{one}");
            let list = [one, "[]", "{}", other].map(value);
            assert!(!unique(&list) && unique(&list[..3]), "{one}");
        }
    }

    #[test]
    fn other_values_differ() {
        for (one, other) in [
            ("9007199254740993", "9007199254740992.0"),
            ("9007199254740993", "9007199254740992"),
            ("18446744073709551615", "18446744073709551616"),
            ("0.1", "0"),
            ("1", "\"1\""),
            ("1", "true"),
            ("[]", "{}"),
            ("[1,2]", "[1]"),
            ("[1,2]", "[2,1]"),
            (r#"{"a":1}"#, r#"{"a":1,"b":1}"#),
            (r#"{"a":1}"#, r#"{"b":1}"#),
            ("null", "\"\""),
        ] {
            assert!(!are_equal(one, other) && !are_equal(other, one), "{one}");
            assert!(unique(&[value(one), value(other)]), "{one}");
        }
    }

    #[test]
    fn long_lists_end_soon() {
        let items = |last: &str| (0..200_000).map(Value::from).chain([value(last)]);
        assert!(unique(&items("200000").collect::<Vec<_>>()));
        assert!(!unique(&items("7.0").collect::<Vec<_>>()));
    }
}
