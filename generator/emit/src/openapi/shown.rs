//! Values to show with a type: what stands in the examples of bodies.

use serde_json::{Map, Value as Any};

use super::examples;
use stipula_contract::{Api, Item, Operation, Severity, TypeId, TypeKind, TypeRef};
use stipula_logic::judge::{chosen, judge, shape};

/// By type: every example of a body, and the first value of any other object.
pub(super) fn by_type(api: &Api) -> Vec<Vec<Any>> {
    let mut shown = Shown {
        api,
        values: vec![Vec::new(); api.types.len()],
    };
    for operation in &api.operations {
        for example in examples::of_request(api, operation).values() {
            if is_valid(api, operation, example) {
                shown.body(operation.request, &example["value"]);
            }
        }
        if let Some(id) = operation.answer.object() {
            for example in examples::of_response(api, operation, None).values() {
                shown.body(id, &example["value"]);
            }
        }
        for it in operation.answer.by_status() {
            if let Some(id) = it.answer.object() {
                for example in examples::of_response(api, operation, Some(it.status)).values() {
                    shown.body(id, &example["value"]);
                }
            }
        }
    }
    shown.values
}

/// Pages have samples that break their own rules; they belong to the page, not to the type.
fn is_valid(api: &Api, operation: &Operation, example: &Any) -> bool {
    let context: Vec<(String, String)> = example["x-stipula-context"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
        .collect();
    let found = judge(api, operation, &example["value"], &context);
    found.iter().all(|it| it.severity == Severity::Warning)
}

struct Shown<'a> {
    api: &'a Api,
    values: Vec<Vec<Any>>,
}

impl Shown<'_> {
    fn body(&mut self, id: TypeId, value: &Any) {
        if !self.values[id.0].contains(value) {
            self.values[id.0].push(value.clone());
            self.members(id, value);
        }
    }

    fn inner(&mut self, id: TypeId, value: &Any) {
        if self.values[id.0].is_empty() {
            self.values[id.0].push(value.clone());
        }
        self.members(id, value);
    }

    fn members(&mut self, id: TypeId, value: &Any) {
        let api = self.api;
        let (TypeKind::Object(object), Some(members)) = (&api.type_(id).kind, value.as_object())
        else {
            return;
        };
        for field in &object.fields {
            if let Some(value) = members.get(&field.wire) {
                self.item(&field.item, value, members);
            }
        }
    }

    fn item(&mut self, item: &Item, value: &Any, siblings: &Map<String, Any>) {
        match (&item.ty, value) {
            (TypeRef::Object(id), _) => self.inner(*id, value),
            (TypeRef::Union(id), _) => {
                let own = value.as_object().unwrap_or(siblings);
                if let Some(of) = chosen(self.api, *id, own, siblings) {
                    self.inner(*id, value);
                    self.inner(of, value);
                }
            }
            (TypeRef::Any(id), _) => {
                if let Some(shape) = shape(self.api, *id, value) {
                    self.item(&shape.item, value, siblings);
                }
            }
            (TypeRef::List(of), Any::Array(items)) => {
                for it in items {
                    self.item(of, it, siblings);
                }
            }
            (TypeRef::Map { of, .. }, Any::Object(entries)) => {
                for it in entries.values() {
                    self.item(of, it, siblings);
                }
            }
            _ => {}
        }
    }
}
