//! Conditions in English.

use stipula_cond::Cond;
use stipula_rules::Severity;

use super::{Base, Place, Value};

/// A condition as it stands after "when".
pub fn english(cond: &Cond<Place, Value>) -> String {
    stipula_cond::english(cond, &Words)
}

/// What a condition asks for: "`a` must be `X`", or "should be" for a warning.
pub fn demand(cond: &Cond<Place, Value>, level: Severity) -> String {
    match level {
        Severity::Error => stipula_cond::demand(cond, &Words),
        Severity::Warning => stipula_cond::advice(cond, &Words),
    }
}

/// Places and values in English.
struct Words;

/// A place as a sentence names it.
pub(crate) fn place(place: &Place) -> String {
    stipula_cond::Words::place(&Words, place)
}

impl stipula_cond::Words<Place, Value> for Words {
    fn place(&self, place: &Place) -> String {
        let said = place
            .steps
            .iter()
            .map(|it| it.said.as_deref().unwrap_or(&it.wire));
        let path: Vec<&str> = said.collect();
        let path = path.join(".");
        match place.base {
            Base::This => format!("`{path}`"),
            Base::Parent => format!("`{path}` of the enclosing object"),
            Base::Root => format!("`{path}` of the request"),
            Base::Context => format!("the `{path}` of the call"),
            Base::Key => "the key".to_owned(),
        }
    }

    fn value(&self, value: &Value) -> String {
        value_words(value)
    }
}

/// A value as a sentence names it.
pub(crate) fn value_words(value: &Value) -> String {
    match value {
        Value::Symbol { wire: text, .. } | Value::Text(text) => stipula_cond::quoted(text),
        Value::Integer(number) | Value::Number { number, .. } => number.to_string(),
        Value::Decimal(text) => text.clone(),
        Value::Bool(it) => it.to_string(),
    }
}
