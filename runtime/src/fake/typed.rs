//! Answers that a test gives as a value of a type.

use serde_json::{Map, Value};

use super::pages::place;
use super::say::{self, Said};
use super::table::Served;
use crate::client::{By, Envelope};

/// The answer of success with this data: what says how it went is added, unless the data says it.
pub(super) fn typed(served: &Served, data: &Value, http: Option<u16>) -> Said {
    let api = served.operation.api;
    let envelope = &api.envelope;
    let told = match envelope.by {
        By::Member => say::success(served),
        By::Http => Map::new(),
    };
    let body = match envelope.data.first() {
        Some(way) if !way.is_empty() => {
            let mut body = Value::Object(told);
            *place(&mut body, way) = data.clone();
            body
        }
        _ => beside(envelope, data, told),
    };
    let body = body.to_string().into_bytes();
    let first = served.statuses.first().map_or(200, |it| it.status);
    let said = Said {
        status: http.unwrap_or(first),
        outcome: say::outcome(api, &body),
        body,
        told: "a scripted answer".to_owned(),
        ..Said::default()
    };
    said.parted(served.head)
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
