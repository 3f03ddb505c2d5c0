//! Schemas of request bodies for whoever judges beyond what stops a request: warnings constrain
//! too, and the values beside a body stand in it, below [`CONTEXT`].
//!
//! They are lowered like the document itself, from a model in which every rule is an error and the
//! context is a member of the body. What JSON Schema cannot say is left over all the same.

use serde_json::{Value as Any, json};

use stipula_contract::{
    Api, Base, Condition, Item, Object, Place, Rule, Severity, Step, TypeId, TypeKind, TypeRef,
};

use super::{Json, condition, names::Names, plan::Plan, types};

/// The member that holds the values beside the body. No name on the wire begins so.
pub(crate) const CONTEXT: &str = "\u{1}context";

/// Every request schema of an API.
pub(crate) struct Judging {
    api: Api,
    schemas: Any,
    names: Names,
    unsaid: Vec<Vec<String>>,
}

impl Judging {
    pub(crate) fn new(api: &Api) -> Self {
        let mut api = api.clone();
        for ty in &mut api.types {
            match &mut ty.kind {
                TypeKind::Object(object) => widen(object),
                TypeKind::Any(any) => any
                    .shapes
                    .iter_mut()
                    .for_each(|it| widen_item(&mut it.item)),
                TypeKind::Enum(_) | TypeKind::Union(_) => {}
            }
        }
        let names = Names::new(&api);
        let plan = Plan::new(&api);
        let mut schemas = types::schemas(&api, &names, &plan);
        strip(&mut schemas);
        let ids = |index| plan.told(TypeId(index));
        let unsaid = (0..api.types.len()).map(|index| {
            let told = ids(index).into_iter();
            told.filter_map(|it| it["id"].as_str().map(str::to_owned))
                .collect()
        });
        Self {
            unsaid: unsaid.collect(),
            schemas,
            names,
            api,
        }
    }

    /// The schema of a body, with every component that it refers to.
    pub(crate) fn schema(&self, id: TypeId) -> Any {
        let kept: Json = self
            .reached(id)
            .into_iter()
            .filter_map(|id| {
                let name = self.names.of(id);
                Some((name.to_owned(), self.schemas.get(name)?.clone()))
            })
            .collect();
        json!({ "$ref": self.names.reference(id), "components": { "schemas": kept } })
    }

    /// Ids of the rules of a body that its schema cannot say.
    pub(crate) fn unsaid(&self, id: TypeId) -> Vec<String> {
        let reached = self.reached(id).into_iter();
        reached.flat_map(|id| self.unsaid[id.0].clone()).collect()
    }

    fn reached(&self, id: TypeId) -> Vec<TypeId> {
        let mut found = vec![id];
        let mut next = 0;
        while let Some(id) = found.get(next).copied() {
            let mut below = Vec::new();
            match &self.api.type_(id).kind {
                TypeKind::Object(it) => it.fields.iter().for_each(|it| held(&it.item, &mut below)),
                TypeKind::Union(it) => below.extend(it.cases.iter().map(|case| case.of)),
                TypeKind::Any(it) => it.shapes.iter().for_each(|it| held(&it.item, &mut below)),
                TypeKind::Enum(_) => {}
            }
            for id in below {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
            next += 1;
        }
        found
    }
}

/// The schema of the bodies that a condition over a body holds for; `None` when unsayable.
pub(crate) fn condition_schema(when: &Condition) -> Option<Any> {
    condition::schema(&when.cond.map_places(within))
}

fn held(item: &Item, found: &mut Vec<TypeId>) {
    match &item.ty {
        TypeRef::Object(id)
        | TypeRef::Union(id)
        | TypeRef::Any(id)
        | TypeRef::Enum(id)
        | TypeRef::IntegerEnum(id) => {
            found.push(*id);
        }
        TypeRef::List(of) => held(of, found),
        TypeRef::Map { key, of } => {
            found.extend(key);
            held(of, found);
        }
        TypeRef::Scalar(_) | TypeRef::AsText(_) => {}
    }
}

fn widen(object: &mut Object) {
    // Reading tells of other members, and the values beside the body are none of them.
    object.closed = false;
    for field in &mut object.fields {
        field.presence.iter_mut().for_each(widen_rule);
        widen_item(&mut field.item);
    }
    object.rules.iter_mut().for_each(widen_rule);
}

fn widen_item(item: &mut Item) {
    let mut item = Some(item);
    while let Some(it) = item {
        it.rules.iter_mut().for_each(widen_rule);
        item = it.inside_mut();
    }
}

fn widen_rule(rule: &mut Rule) {
    rule.level = Severity::Error;
    for condition in rule.conditions_mut() {
        condition.cond = condition.cond.map_places(within);
    }
}

/// The place of a value beside the body, inside it.
fn within(place: &Place) -> Place {
    let mut place = place.clone();
    if place.base == Base::Context {
        place.base = Base::Root;
        place.steps.insert(0, Step::new(CONTEXT));
    }
    place
}

/// Takes out what is for readers only.
fn strip(schema: &mut Any) {
    match schema {
        Any::Object(members) => {
            let is_text = |it: &Any| it.is_string();
            for name in ["description", "title"] {
                if members.get(name).is_some_and(is_text) {
                    members.remove(name);
                }
            }
            for name in ["x-stipula-rules", "examples", "format", "deprecated"] {
                if !members.get(name).is_some_and(Any::is_object) {
                    members.remove(name);
                }
            }
            let inside = members.iter_mut().filter(|it| *it.0 != "x-stipula-ids");
            inside.for_each(|it| strip(it.1));
        }
        Any::Array(items) => items.iter_mut().for_each(strip),
        _ => {}
    }
}
