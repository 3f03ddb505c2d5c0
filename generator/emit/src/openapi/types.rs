//! Named types as components.

use serde_json::{Value as Any, json};

use stipula_contract::{Api, Enum, EnumOf, Module, Type, TypeKind};

use super::{
    Json,
    choice::{any, union},
    field::Way,
    names::Names,
    object::{choices, object},
    plan::Plan,
};

/// A schema for every named type, in the order of the model.
pub(super) fn schemas(api: &Api, names: &Names, plan: &Plan<'_>) -> Any {
    let component = |ty: &Type| (names.of(ty.id).to_owned(), schema(api, ty, names, plan));
    Any::Object(api.types.iter().map(component).collect())
}

fn schema(api: &Api, ty: &Type, names: &Names, plan: &Plan<'_>) -> Any {
    let mut schema = Json::new();
    schema.insert("title".into(), json!(names.of(ty.id)));
    if !ty.doc.trim().is_empty() {
        schema.insert("description".into(), json!(ty.doc.trim()));
    }
    let way = if ty.module == Module::Response {
        Way::Response
    } else {
        Way::Request
    };
    match &ty.kind {
        TypeKind::Enum(it) => enum_(&mut schema, it),
        TypeKind::Union(it) => schema.extend(union(it, way, names)),
        TypeKind::Any(it) => schema.extend(any(it, way, names)),
        TypeKind::Object(it) => {
            schema.extend(object(it, way, names));
            if way == Way::Request {
                let mut entries = choices(api, it, names);
                entries.extend(plan.entries(ty.id).iter().cloned());
                if !entries.is_empty() {
                    schema.insert("allOf".into(), Any::Array(entries));
                }
                let told = plan.told(ty.id);
                if !told.is_empty() {
                    schema.insert("x-stipula-rules".into(), Any::Array(told));
                }
            }
        }
    }
    Any::Object(schema)
}

/// The documented values; whether others may come is said where the enum is used.
fn enum_(schema: &mut Json, it: &Enum) {
    let mut doc = schema
        .get("description")
        .and_then(Any::as_str)
        .unwrap_or_default()
        .to_owned();
    let mut meanings = it
        .values
        .iter()
        .filter(|value| !value.doc.trim().is_empty())
        .peekable();
    if meanings.peek().is_some() && !doc.is_empty() {
        doc.push_str("\n\n");
    }
    let lines: Vec<String> = meanings
        .map(|value| format!("- `{}`: {}", value.wire, value.doc.trim()))
        .collect();
    doc.push_str(&lines.join("\n"));
    if !doc.is_empty() {
        schema.insert("description".into(), json!(doc));
    }
    let word = match it.of {
        EnumOf::Text => "string",
        EnumOf::Integer => "integer",
    };
    schema.insert("type".into(), json!(word));
    let values = it.values.iter().filter_map(|value| it.json(&value.wire));
    let values: Vec<Any> = values.collect();
    schema.insert("enum".into(), json!(values));
}
