//! How many rules each validator looks at, so that the figures can be compared honestly.

use serde_json::Value;
use stipula_generator::model::Api;

use crate::bodies::Base;
use crate::walk::{self, Kind};

/// The rules of the spec that apply to something in this body.
pub(crate) fn looked_at(api: &Api, base: &Base) -> usize {
    let places = walk::places(api, base);
    walk::rules(api)
        .iter()
        .flat_map(|rule| {
            places
                .iter()
                .filter(|place| place.type_id == rule.type_id)
                .map(|place| {
                    let object = base.body.pointer(&place.pointer);
                    match (rule.kind, object.and_then(|it| it.get(&rule.field.wire))) {
                        (Kind::Presence(_) | Kind::Between(_), _) => 1,
                        (Kind::Value(_, _, depth), Some(value)) => values(value, depth),
                        (Kind::Value(..), None) => 0,
                    }
                })
        })
        .sum()
}

/// The values this deep in lists and maps.
fn values(value: &Value, depth: usize) -> usize {
    match value {
        _ if depth == 0 => 1,
        Value::Array(items) => items.iter().map(|it| values(it, depth - 1)).sum(),
        Value::Object(members) => members.values().map(|it| values(it, depth - 1)).sum(),
        _ => 0,
    }
}
