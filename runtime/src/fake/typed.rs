//! Bodies of answers that a test gives as a value of a type.

use serde_json::{Map, Value};

use super::place::place;
use crate::client::Envelope;

/// The body with this data: what says how it went is added, unless the data says it.
pub(super) fn body(envelope: &Envelope, data: &Value, told: Map<String, Value>) -> Value {
    match envelope.data.first() {
        Some(way) if !way.is_empty() => {
            let mut body = Value::Object(told);
            *place(&mut body, way) = data.clone();
            body
        }
        _ => beside(envelope, data, told),
    }
}

/// The data with what says how it went, as far as it lacks that.
fn beside(envelope: &Envelope, data: &Value, told: Map<String, Value>) -> Value {
    let Value::Object(data) = data else {
        return data.clone();
    };
    let groups = [
        envelope.objects,
        envelope.code,
        envelope.status,
        envelope.message,
    ];
    let mut body = data.clone();
    for (name, value) in told {
        let mut groups = groups.iter();
        let names = groups.find(|it| it.contains(&name.as_str()));
        let mut names = names.into_iter().flat_map(|it| it.iter());
        if !names.any(|it| body.get(*it).is_some_and(|it| !it.is_null())) {
            body.insert(name, value);
        }
    }
    body.into()
}
