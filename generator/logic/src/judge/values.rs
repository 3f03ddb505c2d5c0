//! Value rules on JSON: the functions of the registry, asked of what the body holds.

use serde_json::Value as Any;
use stipula_rules::{Arg, Judge, Value};

use stipula_contract::{Api, Item, Rule, TypeId, TypeRef, ValueDemand};

use super::{below, equal, read::from_text, same};

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
        (Judge::Known, TypeRef::IntegerEnum(id), Any::Number(number)) => {
            !is_known(api, *id, &number.to_string())
        }
        // A body is read as the case that its sibling chooses.
        (Judge::Known | Judge::KnownKeys | Judge::Case, ..) => false,
        (Judge::Contains, TypeRef::List(of), Any::Array(items)) => {
            let wanted = match demand.argument.arg() {
                Arg::Text(text) => from_text(&of.ty, text),
                _ => None,
            };
            wanted.is_some_and(|wanted| !items.iter().any(|item| equal(item, &wanted)))
        }
        (Judge::Unique, TypeRef::List(of), Any::Array(items)) => same::twins(of, items).is_some(),
        (
            Judge::Text(_)
            | Judge::Digits { .. }
            | Judge::Constant
            | Judge::Integer(_)
            | Judge::Length(_)
            | Judge::Unique
            | Judge::Contains,
            _,
            value,
        ) => {
            let argument = demand.argument.arg().under(key);
            let seen = seen(&item.ty, value);
            seen.is_some_and(|it| demand.rule.keeps(it, argument) == Some(false))
        }
    };
    is_broken.then(|| at.to_owned()).into_iter().collect()
}

/// Rules for the keys of a map, each with a key that breaks it.
pub(super) fn broken_keys<'a>(
    item: &'a Item,
    value: &'a Any,
) -> impl Iterator<Item = (&'a Rule, &'a str)> {
    let entries = value.as_object().into_iter().flatten();
    entries.flat_map(|(key, _)| {
        let is_broken = move |rule: &&Rule| {
            let demand = rule.key();
            demand.is_some_and(|it| {
                let key: Value<'_, Any> = Value::Text(key);
                it.rule.keeps(key, it.argument.arg()) == Some(false)
            })
        };
        let broken = item.rules.iter().filter(is_broken);
        broken.map(move |rule| (rule, key.as_str()))
    })
}

/// The value as value rules look at it.
fn seen<'a>(ty: &TypeRef, value: &'a Any) -> Option<Value<'a, Any>> {
    match value {
        Any::String(text) => Some(match ty {
            // By its length; other times have no rules.
            TypeRef::Scalar(it) => it.counted(text).map_or(Value::Text(text), Value::Integer),
            TypeRef::AsText(_) => match text.parse() {
                Ok(whole) => Value::Integer(whole),
                Err(_) => Value::Decimal(text.parse().ok()?),
            },
            _ => Value::Text(text),
        }),
        Any::Number(number) => match number.as_i128() {
            Some(whole) => Some(Value::Integer(whole)),
            None => number.to_string().parse().ok().map(Value::Decimal),
        },
        Any::Array(items) => Some(Value::List(items)),
        Any::Object(entries) => Some(Value::Map(entries.len())),
        Any::Null | Any::Bool(_) => None,
    }
}

fn is_known(api: &Api, id: TypeId, text: &str) -> bool {
    let values = api.type_(id).enum_().map_or(&[][..], |it| &it.values);
    values.iter().any(|value| value.wire == text)
}
