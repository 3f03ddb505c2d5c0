//! Conditions over one object as JSON Schema: the object is valid exactly when the condition holds.

use serde_json::{Value as Any, json};
use stipula_cond::{Cond, Operand, Subject, ast::Op};

use stipula_contract::pattern::starts_with;
use stipula_contract::{Base, Place, Value};

use super::Json;

/// A condition of the model.
pub(super) type Test = Cond<Place, Value>;

/// The schema of a condition whose places all start at the object that is judged.
///
/// `None` when JSON Schema has no words for it.
pub(super) fn schema(test: &Test) -> Option<Any> {
    Some(match test {
        Cond::Constant(holds) => json!(holds),
        Cond::All(tests) => all(&tests.iter().map(schema).collect::<Option<Vec<_>>>()?),
        Cond::Any(tests) => {
            json!({ "anyOf": tests.iter().map(schema).collect::<Option<Vec<_>>>()? })
        }
        Cond::Not(test) => json!({ "not": schema(test)? }),
        Cond::Iff(left, right) => {
            let (left, right) = (schema(left)?, schema(right)?);
            json!({ "anyOf": [{ "allOf": [left, right] }, { "not": { "anyOf": [left, right] } }] })
        }
        Cond::Present(place) => at(place, json!(true))?,
        Cond::True(place) => at(place, json!({ "const": true }))?,
        // Texts are compared letter by letter, and several may write one number.
        Cond::OneOf { place, .. } if place.as_text => return None,
        Cond::OneOf { place, values } => at(place, one_of(values))?,
        Cond::StartsWith { place, prefix } => at(place, json!({ "pattern": starts_with(prefix) }))?,
        Cond::Compare { left, op, right } => compare(left, *op, right)?,
    })
}

/// The member is there and fits.
fn at(place: &Place, leaf: Any) -> Option<Any> {
    if matches!(place.base, Base::Context | Base::Key) {
        return None;
    }
    let wrap = |inner: Any, wire: &str| {
        let mut properties = Json::new();
        properties.insert(wire.to_owned(), inner);
        json!({ "required": [wire], "properties": properties })
    };
    Some(
        place
            .steps
            .iter()
            .rev()
            .fold(leaf, |inner, step| wrap(inner, &step.wire)),
    )
}

fn one_of(values: &[Value]) -> Any {
    match values {
        [value] => json!({ "const": literal(value) }),
        values => json!({ "enum": values.iter().map(literal).collect::<Vec<_>>() }),
    }
}

/// A value as JSON.
fn literal(value: &Value) -> Any {
    match value {
        Value::Symbol { wire, .. } => json!(wire),
        Value::Text(text) => json!(text),
        Value::Integer(number) | Value::Number { number, .. } => json!(number),
        Value::Decimal(text) => serde_json::from_str(text).unwrap_or_else(|_| json!(text)),
        Value::Bool(flag) => json!(flag),
    }
}

fn compare(left: &Subject<Place>, op: Op, right: &Operand<Place, Value>) -> Option<Any> {
    match (left, right) {
        (Subject::Place(place), _) if place.as_text => None,
        (Subject::Place(place), Operand::Value(value)) => at(place, against(op, &literal(value))),
        (Subject::Len(place), Operand::Value(Value::Integer(bound))) => {
            at(place, length(op, *bound))
        }
        (Subject::Len(_), Operand::Value(_)) | (_, Operand::Subject(_)) => None,
    }
}

fn against(op: Op, bound: &Any) -> Any {
    match op {
        Op::Eq => json!({ "const": bound }),
        Op::Ne => json!({ "not": { "const": bound } }),
        Op::Lt => json!({ "exclusiveMaximum": bound }),
        Op::Le => json!({ "maximum": bound }),
        Op::Gt => json!({ "exclusiveMinimum": bound }),
        Op::Ge => json!({ "minimum": bound }),
    }
}

/// Each keyword speaks of one kind of value only, so that all three can stand together.
fn length(op: Op, bound: i64) -> Any {
    let most = |bound: i64| {
        if bound < 0 {
            return json!(false);
        }
        json!({ "maxLength": bound, "maxItems": bound, "maxProperties": bound })
    };
    let least = |bound: i64| {
        let bound = bound.max(0);
        json!({ "minLength": bound, "minItems": bound, "minProperties": bound })
    };
    match op {
        Op::Eq => json!({ "allOf": [least(bound), most(bound)] }),
        Op::Ne => json!({ "not": { "allOf": [least(bound), most(bound)] } }),
        Op::Lt => most(bound.saturating_sub(1)),
        Op::Le => most(bound),
        Op::Gt => least(bound.saturating_add(1)),
        Op::Ge => least(bound),
    }
}

/// All of several schemas, as one where they speak of different members.
fn all(parts: &[Any]) -> Any {
    let mut required = Vec::new();
    let mut properties = Json::new();
    for part in parts {
        let Some((names, members)) = plain(part) else {
            return json!({ "allOf": parts });
        };
        if members.keys().any(|name| properties.contains_key(name)) {
            return json!({ "allOf": parts });
        }
        required.extend(names.iter().cloned());
        properties.extend(members.clone());
    }
    json!({ "required": required, "properties": properties })
}

/// `required` and `properties` of a schema that has nothing else.
fn plain(schema: &Any) -> Option<(&Vec<Any>, &Json)> {
    let object = schema.as_object().filter(|object| object.len() == 2)?;
    Some((
        object.get("required")?.as_array()?,
        object.get("properties")?.as_object()?,
    ))
}
