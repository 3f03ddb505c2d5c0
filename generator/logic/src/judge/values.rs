//! Value rules on JSON: the functions of the registry, asked of what the body holds.

use serde_json::Value as Any;
use stipula_rules::{Judge, Value};

use stipula_contract::{Api, Item, TypeId, TypeRef, ValueDemand};

use super::{below, equal};

/// Pointers at which a value breaks the rule; `at` is its own.
pub(super) fn broken(
    api: &Api,
    demand: &ValueDemand,
    item: &Item,
    value: &Any,
    key: Option<&str>,
    at: &str,
) -> Vec<String> {
    let is_broken = match (demand.rule.judge, &item.ty, value) {
        (Judge::KnownKeys, TypeRef::Map { key: Some(id), .. }, Any::Object(entries)) => {
            let unknown = entries.keys().filter(|key| !is_known(api, *id, key));
            return unknown.map(|key| below(at, key)).collect();
        }
        (Judge::Known, TypeRef::Enum(id), Any::String(text)) => !is_known(api, *id, text),
        // A body is read as the case that its sibling chooses.
        (Judge::Known | Judge::KnownKeys | Judge::Case, ..) => false,
        (Judge::Unique, _, Any::Array(items)) => repeats(items),
        (
            Judge::Text(_) | Judge::Constant | Judge::Integer(_) | Judge::Length(_) | Judge::Unique,
            _,
            value,
        ) => {
            let argument = demand.argument.arg().under(key);
            let seen = seen(value);
            seen.is_some_and(|it| demand.rule.keeps(it, argument) == Some(false))
        }
    };
    is_broken.then(|| at.to_owned()).into_iter().collect()
}

/// The value as value rules look at it.
fn seen(value: &Any) -> Option<Value<'_, Any>> {
    match value {
        Any::String(text) => Some(Value::Text(text)),
        Any::Number(number) => match number.as_i128() {
            Some(whole) => Some(Value::Integer(whole)),
            None => number.to_string().parse().ok().map(Value::Decimal),
        },
        Any::Array(items) => Some(Value::List(items)),
        Any::Object(entries) => Some(Value::Map(entries.len())),
        Any::Null | Any::Bool(_) => None,
    }
}

/// Whether two items say the same; a number is compared by its value, not by its spelling.
fn repeats(items: &[Any]) -> bool {
    let is_repeat = |(index, item)| items[..index].iter().any(|earlier| equal(earlier, item));
    items.iter().enumerate().any(is_repeat)
}

fn is_known(api: &Api, id: TypeId, text: &str) -> bool {
    let values = api.type_(id).enum_().map_or(&[][..], |it| &it.values);
    values.iter().any(|value| value.wire == text)
}
