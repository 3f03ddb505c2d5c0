//! Where judges differ, and why that is right or cannot be helped. All of it is here.

use serde_json::Value;
use stipula_logic::judge::Finding;

use crate::Told;

/// A whole number is what its value says to JSON Schema, and what its text says to the client:
/// `1.0` and numbers beyond 64 bits are none. `format: int64` only tells of the latter.
pub fn is_whole_to_schema(found: &Finding, body: &Value) -> bool {
    let is_whole = |number: f64| number.fract() == 0.0;
    let number = body.pointer(&found.path).and_then(Value::as_f64);
    let wants_whole = found.message.contains("whole number");
    found.rule == "type" && wants_whole && number.is_some_and(is_whole)
}

/// A client drops what nobody documented, so items that differ in that alone are the same to it. The
/// evaluator and the schema look at the body as it is.
pub fn is_repeat_to_client(told: &Told, found: &[Finding]) -> bool {
    let list = format!("{}/", told.path);
    let mut unknown = found.iter().filter(|it| it.rule == "unknown");
    told.rule.ends_with(".unique") && unknown.any(|it| it.path.starts_with(&list))
}
