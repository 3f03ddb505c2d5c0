//! Members and what they hold.

use serde_json::{Value as Any, json};

use stipula_contract::{
    Constraint, ConstraintKind, Field, Item, Length, Severity, TypeId, TypeRef,
};

use super::{Json, constraint, ids, names::Names};

/// Which way a type goes; answers are described with tolerance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Judged.
    Request,
    /// Read.
    Response,
}

/// The schema of a member.
pub(super) fn member(field: &Field, way: Way, names: &Names) -> Any {
    let mut schema = value(&field.item, way, names);
    let doc = description(field, way);
    if !doc.is_empty() {
        schema.insert("description".into(), json!(doc));
    }
    if field.deprecated.is_some() {
        schema.insert("deprecated".into(), json!(true));
    }
    if let Some(sample) = field
        .sample
        .as_ref()
        .and_then(|text| stipula_logic::judge::from_text(&field.item.ty, text))
    {
        schema.insert("examples".into(), json!([sample]));
    }
    Any::Object(schema)
}

/// The schema of a value.
fn value(item: &Item, way: Way, names: &Names) -> Json {
    let mut schema = of_type(item, way, names);
    if way == Way::Request {
        constraint::add(&mut schema, &item.ty, &item.constraints);
    }
    schema
}

fn of_type(item: &Item, way: Way, names: &Names) -> Json {
    let reference = |id: TypeId| json!({ "$ref": names.reference(id) });
    let is_closed = |wanted| way == Way::Request && constraint::demands(&item.constraints, wanted);
    let schema = match &item.ty {
        TypeRef::Text | TypeRef::Url => json!({ "type": "string" }),
        TypeRef::Integer | TypeRef::Millis => json!({ "type": "integer", "format": "int64" }),
        TypeRef::Decimal => json!({ "type": "number" }),
        TypeRef::Boolean => json!({ "type": "boolean" }),
        TypeRef::Json => json!({}),
        TypeRef::Object(id) | TypeRef::Union(id) => reference(*id),
        TypeRef::Enum(id) if is_closed(|kind| matches!(kind, ConstraintKind::Known)) => {
            reference(*id)
        }
        TypeRef::Enum(id) => json!({ "anyOf": [reference(*id), { "type": "string" }] }),
        TypeRef::List(of) => json!({ "type": "array", "items": value(of, way, names) }),
        TypeRef::Map { key, of } => {
            let keys = key.filter(|_| is_closed(|kind| matches!(kind, ConstraintKind::KnownKeys)));
            map(keys.map(reference), of, way, names)
        }
    };
    match schema {
        Any::Object(schema) => schema,
        _ => Json::new(),
    }
}

fn map(keys: Option<Any>, of: &Item, way: Way, names: &Names) -> Any {
    let mut schema = Json::new();
    schema.insert("type".into(), json!("object"));
    if let Some(keys) = keys {
        schema.insert("propertyNames".into(), keys);
    }
    schema.insert(
        "additionalProperties".into(),
        Any::Object(value(of, way, names)),
    );
    if let Some(length) = by_key(of).filter(|_| way == Way::Request) {
        schema.insert("allOf".into(), json!([length]));
    }
    Any::Object(schema)
}

/// Lengths of the texts in a map, or in lists in a map, that depend on its keys.
fn by_key(of: &Item) -> Option<Any> {
    let (mut item, mut depth) = (of, 0);
    let mut found = of.constraints.iter().find_map(per_key);
    while let (None, TypeRef::List(inner)) = (found, &item.ty) {
        (item, depth) = (inner, depth + 1);
        found = item.constraints.iter().find_map(per_key);
    }
    let (id, length) = found?;
    let Length::PerKey { keys, default } = length else {
        return None;
    };
    let most = |most: u64| {
        (0..depth).fold(
            ids::max_length(most, id),
            |inner, _| json!({ "items": inner }),
        )
    };
    let properties: Json = keys
        .iter()
        .map(|(key, length)| (key.clone(), most(*length)))
        .collect();
    Some(json!({ "properties": properties, "additionalProperties": most(*default) }))
}

/// Id and lengths of a rule that depends on the key.
fn per_key(it: &Constraint) -> Option<(&str, &Length)> {
    match &it.kind {
        ConstraintKind::MaxChars(length @ Length::PerKey { .. })
            if it.meta.severity == Severity::Error =>
        {
            Some((&it.meta.id, length))
        }
        _ => None,
    }
}

/// What a member holds, and every rule about it as a sentence.
fn description(field: &Field, way: Way) -> String {
    let mut parts = Vec::new();
    if !field.doc.trim().is_empty() {
        parts.push(field.doc.trim().to_owned());
    }
    let mut sentences: Vec<String> = Vec::new();
    if let Some(why) = &field.deprecated {
        sentences.push(format!("Deprecated: {}", why.trim()));
    }
    if let Some(default) = &field.default {
        sentences.push(format!("Assumed when absent: `{default}`."));
    }
    if way == Way::Request {
        sentences.extend(field.presence.iter().map(|rule| rule.meta.sentence.clone()));
        limits(&field.item, &mut sentences);
    }
    if field.lenient {
        sentences.push("A number and its text are read as each other.".to_owned());
    }
    for alias in &field.aliases {
        sentences.push(format!("Also read as `{alias}`."));
    }
    if !sentences.is_empty() {
        parts.push(sentences.join(" "));
    }
    parts.join("\n\n")
}

fn limits(item: &Item, sentences: &mut Vec<String>) {
    sentences.extend(item.constraints.iter().map(|it| it.meta.sentence.clone()));
    if let TypeRef::List(of) | TypeRef::Map { of, .. } = &item.ty {
        limits(of, sentences);
    }
}
