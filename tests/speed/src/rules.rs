//! How many rules are looked at, so that the figures can be compared honestly.

use serde_json::Value;
use stipula_contract::{Api, Item, TypeId, TypeKind, TypeRef};

/// The rules of the spec that apply to something in this body of `createTemplate`.
pub(crate) fn looked_at(api: &Api, body: &Value) -> usize {
    let operation = api
        .operations
        .iter()
        .find(|it| it.name == "createTemplate")
        .expect("the operation");
    object(api, operation.request, &Value::Null, body)
}

fn object(api: &Api, type_id: TypeId, parent: &Value, value: &Value) -> usize {
    match &api.type_(type_id).kind {
        TypeKind::Object(it) => {
            let of_fields = it.fields.iter().map(|field| {
                let below = value.get(&field.wire);
                let values = below.map_or(0, |below| item(api, &field.item, value, below));
                field.presence.len() + values
            });
            it.rules.len() + of_fields.sum::<usize>()
        }
        TypeKind::Union(union) => {
            let chosen = parent.get(union.by()).and_then(Value::as_str);
            let case = union
                .cases
                .iter()
                .find(|case| Some(case.wire.as_str()) == chosen);
            case.map_or(0, |case| object(api, case.of, parent, value))
        }
        TypeKind::Enum(_) | TypeKind::Any(_) => 0,
    }
}

fn item(api: &Api, it: &Item, parent: &Value, value: &Value) -> usize {
    let below = match (&it.ty, value) {
        (TypeRef::Object(id) | TypeRef::Union(id), _) => object(api, *id, parent, value),
        (TypeRef::List(of), Value::Array(items)) => {
            items.iter().map(|value| item(api, of, parent, value)).sum()
        }
        (TypeRef::Map { of, .. }, Value::Object(members)) => {
            let values = members.values();
            values.map(|value| item(api, of, parent, value)).sum()
        }
        _ => 0,
    };
    it.rules.len() + below
}
