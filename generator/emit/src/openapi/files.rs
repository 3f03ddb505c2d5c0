//! One JSON Schema for each type, from the components of the document: `schema/types/NAME.json`.
//!
//! Each file stands alone: what it refers to is below its `$defs`. So no validator and no editor
//! needs to be told where the others are, or to ask an address for them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Any, json};

use super::{Json, names::Names, shown, text};
use crate::output::FileSet;
use stipula_contract::{Api, Type};

/// A file for every component.
pub(super) fn add(files: &mut FileSet, api: &Api, names: &Names, schemas: &Any) {
    let shown = shown::by_type(api);
    let pieces = Pieces::new(api, names, schemas);
    for ty in &api.types {
        let schema = pieces.alone(api, ty, &shown[ty.id.0]);
        let path = format!("schema/types/{}.json", names.of(ty.id));
        files.add(path, text(&schema));
    }
}

/// Components with references to `$defs`, and which others each refers to; both by type.
struct Pieces<'a> {
    names: &'a Names,
    schemas: Vec<Any>,
    refers: Vec<BTreeSet<usize>>,
}

impl<'a> Pieces<'a> {
    fn new(api: &Api, names: &'a Names, schemas: &Any) -> Self {
        let ids: BTreeMap<&str, usize> = api
            .types
            .iter()
            .map(|it| (names.of(it.id), it.id.0))
            .collect();
        let mut pieces = Self {
            names,
            schemas: Vec::new(),
            refers: Vec::new(),
        };
        for ty in &api.types {
            let mut schema = schemas[names.of(ty.id)].clone();
            let mut refers = BTreeSet::new();
            each_reference(&mut schema, &mut |target| {
                let name = target.rsplit('/').next().unwrap_or_default();
                refers.extend(ids.get(name));
                *target = format!("#/$defs/{name}");
            });
            pieces.schemas.push(schema);
            pieces.refers.push(refers);
        }
        pieces
    }

    /// The schema of one type with all that it needs.
    fn alone(&self, api: &Api, ty: &Type, examples: &[Any]) -> Any {
        let id = format!("urn:stipula:{}:{}", api.name, self.names.of(ty.id));
        let mut file = Json::new();
        file.insert(
            "$schema".into(),
            json!("https://json-schema.org/draft/2020-12/schema"),
        );
        file.insert("$id".into(), json!(id));
        if let Any::Object(schema) = &self.schemas[ty.id.0] {
            file.extend(schema.clone());
        }
        if !examples.is_empty() {
            file.insert("examples".into(), json!(examples));
        }
        let definitions: Json = self
            .reached(ty.id.0)
            .into_iter()
            .map(|it| {
                let schema = if it == ty.id.0 {
                    json!({ "$ref": "#" })
                } else {
                    self.schemas[it].clone()
                };
                (self.names.of(api.types[it].id).to_owned(), schema)
            })
            .collect();
        if !definitions.is_empty() {
            file.insert("$defs".into(), Any::Object(definitions));
        }
        Any::Object(file)
    }

    /// What a type refers to, directly or not, in the order of the types.
    fn reached(&self, from: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<usize> = self.refers[from].iter().copied().collect();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(&self.refers[next]);
            }
        }
        reached
    }
}

/// Visits the target of every `$ref` of a schema, not those of values that look like one.
fn each_reference(schema: &mut Any, visit: &mut dyn FnMut(&mut String)) {
    match schema {
        Any::Array(items) => items.iter_mut().for_each(|it| each_reference(it, visit)),
        Any::Object(members) => {
            for (keyword, value) in members {
                match (keyword.as_str(), value) {
                    ("$ref", Any::String(target)) => visit(target),
                    ("const" | "enum" | "examples", _) => {}
                    ("properties", Any::Object(members)) => {
                        members
                            .values_mut()
                            .for_each(|it| each_reference(it, visit));
                    }
                    (keyword, value) if !keyword.starts_with("x-") => each_reference(value, visit),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}
