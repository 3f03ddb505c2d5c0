//! Values of another type that say the same.

use std::str::FromStr;

use serde_json::{Number, Value as Any};
use stipula_contract::{TypeRef, Wire};

use super::shown::digits;

/// A number from its text, or a text from its number, when the meaning is plain.
pub(super) fn converted(ty: &TypeRef, value: &Any) -> Option<Any> {
    let wire = match ty {
        TypeRef::AsText(it) => {
            let number = Some(value.clone()).filter(|value| it.fits(value));
            let number = number.or_else(|| converted(&TypeRef::Scalar(*it), value))?;
            return number.as_number().map(|it| Any::from(it.to_string()));
        }
        TypeRef::Scalar(it) => it.wire(),
        TypeRef::Enum(_) => Wire::Text,
        TypeRef::IntegerEnum(_) => Wire::Integer,
        _ => return None,
    };
    match (wire, value) {
        (Wire::Text, Any::Number(number)) => Some(Any::from(digits(number))),
        (Wire::Text, Any::Bool(value)) => Some(Any::from(value.to_string())),
        (Wire::Integer, Any::String(text)) => whole::<i64>(text).map(Any::from),
        (Wire::Unsigned, Any::String(text)) => {
            // `-0` is one.
            let number = whole::<i128>(text)?;
            u64::try_from(number).ok().map(Any::from)
        }
        (Wire::Number, Any::String(text)) => {
            let number = text.parse::<f64>().ok()?;
            whole::<i64>(text)
                .map(Number::from)
                .or_else(|| Number::from_f64(number))
                .map(Any::Number)
        }
        (Wire::Boolean, Any::String(text)) => text.parse::<bool>().ok().map(Any::from),
        _ => None,
    }
}

/// Digits with an optional minus sign, and nothing around them.
fn whole<N: FromStr>(text: &str) -> Option<N> {
    (!text.starts_with('+')).then(|| text.parse().ok())?
}
