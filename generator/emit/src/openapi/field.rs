//! Members and what they hold.

use serde_json::{Value as Any, json};

use stipula_contract::{Argument, Field, Item, Rule, Scalar, TypeId, TypeRef, Wire};

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
    if field.sealed {
        schema = sealed(schema, names);
    }
    if field.encrypted && way == Way::Request {
        schema.insert("x-stipula-encrypted".into(), json!(true));
    }
    if field.clears {
        schema = or_null(schema);
    }
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

/// What is sealed, as it travels; what is inside stands beside it.
fn sealed(inside: Json, names: &Names) -> Json {
    let members = names.sealed().iter();
    let members: Json = members
        .map(|name| (name.clone(), json!({ "type": "string" })))
        .collect();
    let mut schema = Json::new();
    schema.insert("type".into(), json!("object"));
    schema.insert("properties".into(), Any::Object(members));
    schema.insert("x-stipula-sealed".into(), Any::Object(inside));
    schema
}

/// The schema, or `null`. An `anyOf` would keep to itself what is wrong inside.
fn or_null(mut schema: Json) -> Json {
    let speaks_of_null = ["$ref", "anyOf", "enum", "const", "allOf"];
    let is_plain = speaks_of_null.iter().all(|it| !schema.contains_key(*it));
    if let Some(own) = schema
        .get_mut("type")
        .filter(|it| it.is_string() && is_plain)
    {
        *own = json!([own.take(), "null"]);
        return schema;
    }
    let not_null = json!({ "if": { "not": { "type": "null" } }, "then": schema });
    not_null.as_object().cloned().unwrap_or_default()
}

/// The schema of a value.
pub(super) fn value(item: &Item, way: Way, names: &Names) -> Json {
    let mut schema = of_type(item, way, names);
    if way == Way::Request {
        constraint::add(&mut schema, &item.ty, &item.rules);
    }
    schema
}

fn of_type(item: &Item, way: Way, names: &Names) -> Json {
    let reference = |id: TypeId| json!({ "$ref": names.reference(id) });
    let is_closed = way == Way::Request && constraint::is_closed(&item.rules, &item.ty);
    let schema = match &item.ty {
        TypeRef::Scalar(it) => return scalar(*it),
        TypeRef::AsText(it) => json!({ "type": "string", "pattern": it.written_pattern() }),
        TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => reference(*id),
        TypeRef::Enum(id) | TypeRef::IntegerEnum(id) if is_closed => reference(*id),
        TypeRef::IntegerEnum(id) => json!({ "anyOf": [reference(*id), { "type": "integer" }] }),
        TypeRef::Enum(id) => json!({ "anyOf": [reference(*id), { "type": "string" }] }),
        TypeRef::List(of) => json!({ "type": "array", "items": value(of, way, names) }),
        TypeRef::Map { key, of } => {
            // Where the list of keys is open, any other may come as well.
            let keys = key.map(|id| {
                if is_closed {
                    reference(id)
                } else {
                    json!({ "anyOf": [reference(id), { "type": "string" }] })
                }
            });
            map(keys, of, way, names)
        }
    };
    match schema {
        Any::Object(schema) => schema,
        _ => Json::new(),
    }
}

fn scalar(it: Scalar) -> Json {
    let mut schema = Json::new();
    let word = match it.wire() {
        Wire::Text | Wire::File => "string",
        Wire::Integer | Wire::Unsigned => "integer",
        Wire::Number => "number",
        Wire::Boolean => "boolean",
        Wire::Any => return schema,
    };
    schema.insert("type".into(), json!(word));
    let keywords = it.keywords().into_iter();
    schema.extend(keywords.map(|(keyword, value)| (keyword.to_owned(), value)));
    schema
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
    let lists = |it: &&Item| matches!(it.ty, TypeRef::List(_));
    let around = of.levels().take_while(lists).count();
    let mut texts = of.levels().take(around + 1).enumerate();
    let (depth, ByKey { id, keys, default }) =
        texts.find_map(|(depth, it)| Some((depth, it.rules.iter().find_map(per_key)?)))?;
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
    Some(json!({ "properties": properties, "additionalProperties": most(default) }))
}

/// A length that depends on the key.
struct ByKey<'a> {
    /// Id of the rule.
    id: &'a str,
    keys: &'a [(String, u64)],
    default: u64,
}

/// What a rule says by key.
fn per_key(it: &Rule) -> Option<ByKey<'_>> {
    match &it.value()?.argument {
        Argument::Lengths { keys, default } if it.is_error() => Some(ByKey {
            id: &it.id,
            keys,
            default: *default,
        }),
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
        sentences.push(format!("Default: `{default}`."));
    }
    if way == Way::Request {
        let limits = field.item.levels().flat_map(|it| &it.rules);
        let rules = field.presence.iter().chain(limits);
        sentences.extend(rules.map(|it| it.text.clone()));
    } else {
        let rules = field.item.levels().flat_map(|it| &it.rules);
        let (constants, others): (Vec<_>, Vec<_>) = rules.partition(|it| it.code == "const");
        sentences.extend(constants.iter().map(|it| it.text.clone()));
        let texts: Vec<_> = others.iter().map(|it| it.text.as_str()).collect();
        if !texts.is_empty() {
            sentences.push(format!("Not checked: {}", texts.join(" ")));
        }
    }
    if field.clears {
        sentences.push("`null` clears it.".to_owned());
    }
    if field.lenient {
        sentences.push("A number may be a string, and a string a number.".to_owned());
    }
    for alias in &field.aliases {
        sentences.push(format!("Also read as `{alias}`."));
    }
    if !sentences.is_empty() {
        parts.push(sentences.join(" "));
    }
    parts.join("\n\n")
}
