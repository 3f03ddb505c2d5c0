//! Rules of the model, and the places of a body where an object of a type stands.

use serde_json::Value;
use stipula_generator::model::{
    Api, Constraint, Field, FieldRule, Item, Module, PresenceRule, TypeId, TypeKind, TypeRef,
};

use crate::bodies::Base;

/// A rule with what it concerns.
#[derive(Debug, Clone)]
pub(crate) struct Rule<'a> {
    pub(crate) id: String,
    pub(crate) type_id: TypeId,
    pub(crate) field: &'a Field,
    pub(crate) kind: Kind<'a>,
}

/// What a rule demands.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind<'a> {
    Presence(&'a PresenceRule),
    /// Depth 0 for the member itself, 1 for its items or values.
    Value(&'a Constraint, &'a Item, usize),
    Between(&'a FieldRule),
}

/// Every rule that a request can break.
pub(crate) fn rules(api: &Api) -> Vec<Rule<'_>> {
    let mut rules = Vec::new();
    for ty in api.types.iter().filter(|ty| ty.module == Module::Request) {
        let Some(object) = ty.object() else { continue };
        for field in &object.fields {
            let make = |id: &str, kind| Rule {
                id: id.to_owned(),
                type_id: ty.id,
                field,
                kind,
            };
            rules.extend(
                field
                    .presence
                    .iter()
                    .map(|it| make(&it.meta.id, Kind::Presence(it))),
            );
            of_item(&field.item, 0, &mut |constraint, item, depth| {
                rules.push(make(
                    &constraint.meta.id,
                    Kind::Value(constraint, item, depth),
                ));
            });
        }
        for rule in &object.rules {
            let field = object.field(&rule.at).expect("a rule blames a field");
            rules.push(Rule {
                id: rule.meta.id.clone(),
                type_id: ty.id,
                field,
                kind: Kind::Between(rule),
            });
        }
    }
    rules
}

fn of_item<'a>(
    item: &'a Item,
    depth: usize,
    see: &mut impl FnMut(&'a Constraint, &'a Item, usize),
) {
    for constraint in &item.constraints {
        see(constraint, item, depth);
    }
    if let TypeRef::List(of) | TypeRef::Map { of, .. } = &item.ty {
        of_item(of, depth + 1, see);
    }
}

/// A place of a body.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// JSON Pointer of the object.
    pub(crate) pointer: String,
    /// Its type.
    pub(crate) type_id: TypeId,
    /// Key of the nearest map.
    pub(crate) key: Option<String>,
}

/// Every object of a body.
pub(crate) fn places(api: &Api, base: &Base) -> Vec<Place> {
    let operation = api
        .operations
        .iter()
        .find(|it| it.name == base.operation)
        .expect("an operation");
    let mut places = Vec::new();
    let start = Place {
        pointer: String::new(),
        type_id: operation.request,
        key: None,
    };
    object(api, &base.body, &base.body, start, &mut places);
    places
}

fn object(api: &Api, parent: &Value, value: &Value, place: Place, places: &mut Vec<Place>) {
    match &api.type_(place.type_id).kind {
        TypeKind::Object(it) => {
            for field in &it.fields {
                if let Some(below) = value.get(&field.wire) {
                    let pointer = format!("{}/{}", place.pointer, field.wire);
                    item(
                        api,
                        value,
                        below,
                        &field.item,
                        &Place {
                            pointer,
                            ..place.clone()
                        },
                        places,
                    );
                }
            }
            places.push(place);
        }
        TypeKind::Union(union) => {
            let chosen = parent.get(&union.by).and_then(Value::as_str);
            if let Some(case) = union
                .cases
                .iter()
                .find(|case| Some(case.wire.as_str()) == chosen)
            {
                object(
                    api,
                    parent,
                    value,
                    Place {
                        type_id: case.of,
                        ..place
                    },
                    places,
                );
            }
        }
        TypeKind::Enum(_) => {}
    }
}

fn item(
    api: &Api,
    parent: &Value,
    value: &Value,
    it: &Item,
    place: &Place,
    places: &mut Vec<Place>,
) {
    match (&it.ty, value) {
        (TypeRef::Object(id) | TypeRef::Union(id), _) => {
            object(
                api,
                parent,
                value,
                Place {
                    type_id: *id,
                    ..place.clone()
                },
                places,
            );
        }
        (TypeRef::List(of), Value::Array(items)) => {
            for (at, value) in items.iter().enumerate() {
                let pointer = format!("{}/{at}", place.pointer);
                item(
                    api,
                    parent,
                    value,
                    of,
                    &Place {
                        pointer,
                        ..place.clone()
                    },
                    places,
                );
            }
        }
        (TypeRef::Map { of, .. }, Value::Object(members)) => {
            for (key, value) in members {
                let pointer = format!("{}/{key}", place.pointer);
                let key = Some(key.clone());
                item(
                    api,
                    parent,
                    value,
                    of,
                    &Place {
                        pointer,
                        key,
                        ..place.clone()
                    },
                    places,
                );
            }
        }
        _ => {}
    }
}
