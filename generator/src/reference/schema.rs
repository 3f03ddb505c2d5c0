//! The keys of every mapping, as a JSON Schema for editors.
//!
//! It knows the shape of what is written, not what names refer to: that is for `stipula lint`.

use serde_json::{Map, Value, json};

use stipula_facts::Kind;
use stipula_spec::raw::language::{
    API_FILE, BOTH, FILE, Mapping, OPERATION_FILE, Takes, WAIVER, all,
};

pub(super) fn text() -> String {
    let schema = schema();
    format!("{schema:#}\n")
}

fn schema() -> Value {
    let mut definitions: Map<String, Value> = all()
        .chain([&BOTH])
        .map(|it| (name(it), mapping(it)))
        .collect();
    // A text is one whatever YAML makes of it: `NO`, `0002` and `true` are texts here.
    let text = json!({ "type": ["string", "number", "boolean"] });
    definitions.insert("text".into(), text);
    let text = value(&Takes::Text);
    let texts = json!({ "anyOf": [text, { "type": "array", "items": text }] });
    definitions.insert("texts".into(), texts);
    let api = json!({
        "if": { "required": ["operation"] },
        "then": reference(&BOTH),
        "else": reference(&API_FILE),
    });
    let other = json!({
        "if": { "required": ["operation"] },
        "then": reference(&OPERATION_FILE),
        "else": reference(&FILE),
    });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:stipula:spec",
        "title": "A file of a stipula spec",
        "description": "The shape of what is written. What names refer to, `stipula lint` knows.",
        "type": "object",
        "if": { "required": ["api"] },
        "then": api,
        "else": other,
        "$defs": definitions,
    })
}

/// The name of a mapping without its article and marks.
fn name(mapping: &Mapping) -> String {
    let words = mapping.what.replace(['`', '\''], "");
    let words = ["a ", "an ", "the "]
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(&words);
    words.replace(' ', "_")
}

fn reference(mapping: &Mapping) -> Value {
    json!({ "$ref": format!("#/$defs/{}", name(mapping)) })
}

fn mapping(of: &Mapping) -> Value {
    let mut properties: Map<String, Value> = of
        .keys()
        .map(|key| {
            let mut schema = value(&key.takes);
            schema["description"] = json!(key.doc);
            (key.name.to_owned(), schema)
        })
        .collect();
    if std::ptr::eq(of, &raw const WAIVER) {
        let doc = "the value that was seen of this kind of claim";
        let kind = |kind: &Kind| (kind.name(), json!({ "description": doc }));
        properties.extend(Kind::ALL.iter().map(kind));
    }
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    let required: Vec<&str> = of
        .keys()
        .filter(|it| it.required)
        .map(|it| it.name)
        .collect();
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    if !of.one_of.is_empty() {
        let each = of.one_of.iter().map(|key| json!({ "required": [key] }));
        schema["oneOf"] = each.collect();
    }
    if !of.needs.is_empty() {
        let needs = of
            .needs
            .iter()
            .map(|(key, others)| ((*key).to_owned(), json!(others)));
        schema["dependentRequired"] = Value::Object(needs.collect());
    }
    schema
}

fn value(takes: &Takes) -> Value {
    match takes {
        Takes::Text => json!({ "$ref": "#/$defs/text" }),
        Takes::Flag => json!({ "type": "boolean" }),
        Takes::Whole => json!({ "type": "integer" }),
        Takes::Texts => json!({ "$ref": "#/$defs/texts" }),
        Takes::Words(words) => json!({ "enum": words }),
        Takes::Of(mapping) => reference(mapping()),
        Takes::Named(inner) => named(&value(inner)),
        Takes::NamedOf(mapping) => named(&reference(mapping())),
        Takes::ListOf(mapping) => json!({ "type": "array", "items": reference(mapping()) }),
        Takes::Items(inner) => json!({ "type": "array", "items": value(inner) }),
        Takes::Either(all) => json!({ "anyOf": all.iter().map(value).collect::<Vec<_>>() }),
        Takes::Any => json!({}),
    }
}

fn named(inner: &Value) -> Value {
    json!({ "type": "object", "additionalProperties": inner })
}
