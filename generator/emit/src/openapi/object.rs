//! Objects as component schemas.

use serde_json::{Value as Any, json};

use stipula_contract::{Api, Field, Item, Keyword, Object, Rule, TypeKind, TypeRef};

use super::{
    Json,
    demand::{chosen, member_schema},
    field::{Way, member},
    ids,
    names::Names,
};

/// The schema of an object, without its rules.
pub(super) fn object(object: &Object, way: Way, names: &Names) -> Json {
    let mut schema = Json::new();
    schema.insert("type".into(), json!("object"));
    let is_required = |field: &&Field| match way {
        Way::Request => field.always_required(),
        Way::Response => field.guaranteed,
    };
    let required: Vec<&str> = object
        .fields
        .iter()
        .filter(is_required)
        .map(|field| field.wire.as_str())
        .collect();
    if !required.is_empty() {
        schema.insert("required".into(), json!(required));
    }
    if way == Way::Request {
        let demanded = object.fields.iter().filter_map(|field| {
            let mut rules = field.presence.iter();
            let rule = rules.find(|rule| rule.always_requires())?;
            Some((field.wire.as_str(), rule.id.as_str()))
        });
        ids::name_required(&mut schema, demanded);
    }
    let properties: Json = object
        .fields
        .iter()
        .map(|field| (field.wire.clone(), member(field, way, names)))
        .collect();
    if !properties.is_empty() {
        schema.insert("properties".into(), Any::Object(properties));
    }
    if object.closed && way == Way::Request {
        schema.insert("additionalProperties".into(), json!(false));
    }
    schema
}

/// Entries of the `allOf` of an object that choose the cases of its unions by their siblings.
pub(super) fn choices(api: &Api, object: &Object, names: &Names) -> Vec<Any> {
    let mut entries = Vec::new();
    for field in &object.fields {
        let (item, around) = innermost(&field.item);
        let TypeRef::Union(id) = item.ty else {
            continue;
        };
        let TypeKind::Union(union) = &api.type_(id).kind else {
            continue;
        };
        let Some((by, _)) = union.sibling() else {
            continue;
        };
        let chooses = |it: &&Rule| it.value().map(|it| it.keyword(&item.ty)) == Some(Keyword::Case);
        let rule = item.rules.iter().find(chooses);
        if rule.is_some_and(|rule| !rule.is_error()) {
            continue;
        }
        for case in &union.cases {
            let mut entry = Json::new();
            if let Some(rule) = rule {
                entry.insert("$comment".into(), json!(rule.id));
            }
            let wrap = |inner: Any, keyword: &&str| json!({ *keyword: inner });
            let schema = json!({ "$ref": names.reference(case.of) });
            let schema = around.iter().rev().fold(schema, wrap);
            entry.insert("if".into(), chosen(by, &case.wire));
            entry.insert("then".into(), member_schema(&field.wire, schema));
            entries.push(Any::Object(entry));
        }
    }
    entries
}

/// What lists and maps hold in the end, and the keywords on the way.
fn innermost(item: &Item) -> (&Item, Vec<&'static str>) {
    let (mut item, mut keywords) = (item, Vec::new());
    loop {
        match &item.ty {
            TypeRef::List(of) => (item, keywords) = (of, [keywords, vec!["items"]].concat()),
            TypeRef::Map { of, .. } => {
                (item, keywords) = (of, [keywords, vec!["additionalProperties"]].concat());
            }
            _ => return (item, keywords),
        }
    }
}
