//! When two values of JSON are the same.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Number, Value as Any};

/// Whether two values are the same, as JSON Schema has it: numbers by their value, so that `1`,
/// `1.0` and `1e0` are one number; objects in whatever order their members come.
///
/// A number is what it was read as: exact within 64 bits, and the nearest double otherwise.
pub fn equal(one: &Any, other: &Any) -> bool {
    match (one, other) {
        (Any::Number(one), Any::Number(other)) => are_equal_numbers(one, other),
        (Any::Array(one), Any::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| equal(a, b))
        }
        (Any::Object(one), Any::Object(other)) => {
            let has = |(name, a): (&String, &Any)| other.get(name).is_some_and(|b| equal(a, b));
            one.len() == other.len() && one.iter().all(has)
        }
        (one, other) => one == other,
    }
}

fn are_equal_numbers(one: &Number, other: &Number) -> bool {
    match (whole(one), whole(other)) {
        (Some(one), Some(other)) => one == other,
        (None, None) => one.as_f64() == other.as_f64(),
        _ => false,
    }
}

/// The same for values that are equal.
pub(super) fn hash(value: &Any) -> u64 {
    let mut state = DefaultHasher::new();
    match value {
        Any::Null => {}
        Any::Bool(it) => it.hash(&mut state),
        Any::Number(it) => match whole(it) {
            Some(it) => it.hash(&mut state),
            None => it.as_f64().map(f64::to_bits).hash(&mut state),
        },
        Any::String(it) => it.hash(&mut state),
        Any::Array(items) => items.iter().for_each(|it| hash(it).hash(&mut state)),
        Any::Object(members) => {
            // In whatever order they come.
            let each = members.iter().map(|(name, it)| {
                let mut state = DefaultHasher::new();
                (name, hash(it)).hash(&mut state);
                state.finish()
            });
            each.fold(0_u64, u64::wrapping_add).hash(&mut state);
        }
    }
    state.finish()
}

/// The value of a whole number below 2^100; beyond are only doubles.
fn whole(number: &Number) -> Option<i128> {
    let exact = number.as_i64().map(i128::from);
    let exact = exact.or_else(|| number.as_u64().map(i128::from));
    #[allow(clippy::cast_possible_truncation)] // looked at just before
    let of_double = || {
        let double = number.as_f64()?;
        let is_small = double.fract() == 0.0 && double.abs() < 2_f64.powi(100);
        is_small.then_some(double as i128)
    };
    exact.or_else(of_double)
}

#[cfg(test)]
mod tests {
    use serde_json::from_str;

    use super::*;

    fn are_equal(one: &str, other: &str) -> bool {
        let value = |text: &str| from_str::<Any>(text).unwrap();
        equal(&value(one), &value(other))
    }

    #[test]
    fn numbers_compare_by_value() {
        for (one, other) in [
            ("1", "1.0"),
            ("0", "-0"),
            ("1000", "1e3"),
            ("18446744073709551616", "18446744073709551617"),
            ("9223372036854775808", "9223372036854775808.0"),
            ("1e300", "10e299"),
            (r#"{"a":[1],"b":2}"#, r#"{"b":2.0,"a":[1.0]}"#),
        ] {
            assert!(are_equal(one, other) && are_equal(other, one), "{one}");
            let pair = [one, other].map(|text| from_str::<Any>(text).unwrap());
            assert_eq!(hash(&pair[0]), hash(&pair[1]), "{one}");
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
            (r#"{"a":1}"#, r#"{"a":1,"b":1}"#),
            (r#"{"a":1}"#, r#"{"b":1}"#),
        ] {
            assert!(!are_equal(one, other) && !are_equal(other, one), "{one}");
            let pair = [one, other].map(|text| from_str::<Any>(text).unwrap());
            assert_ne!(hash(&pair[0]), hash(&pair[1]), "{one}");
        }
    }
}
