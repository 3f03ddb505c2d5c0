//! Objects of a body: where each stands, and what surrounds it.

use serde_json::{Map, Value as Any, json};

use super::values;
use crate::judge::{below, chosen, shape};
use stipula_contract::{Api, Base, Item, Place, TypeId, TypeKind, TypeRef};

/// An object of a body.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) id: TypeId,
    /// JSON Pointer of the object.
    pub(super) this: String,
    /// JSON Pointer of the nearest object around it.
    pub(super) parent: Option<String>,
    /// Key of the nearest map.
    pub(super) key: Option<String>,
}

impl Spot {
    /// The body itself.
    pub(super) const fn of_body(id: TypeId) -> Self {
        Self {
            id,
            this: String::new(),
            parent: None,
            key: None,
        }
    }

    /// JSON Pointer of a place, seen from here; none for what is not in the body.
    pub(super) fn pointer(&self, place: &Place) -> Option<String> {
        let start = match place.base {
            Base::This => self.this.clone(),
            Base::Parent => self.parent.clone()?,
            Base::Root => String::new(),
            Base::Context | Base::Key => return None,
        };
        let step = |at: String, step: &stipula_contract::Step| below(&at, &step.wire);
        Some(place.steps.iter().fold(start, step))
    }
}

/// Every object of a canonical body, the body first.
pub(super) fn all(api: &Api, id: TypeId, body: &Any) -> Vec<Spot> {
    let mut walk = Walk {
        api,
        found: Vec::new(),
    };
    walk.object(body, &Spot::of_body(id));
    walk.found
}

struct Walk<'a> {
    api: &'a Api,
    found: Vec<Spot>,
}

impl Walk<'_> {
    fn object(&mut self, value: &Any, spot: &Spot) {
        let (TypeKind::Object(object), Any::Object(members)) =
            (&self.api.type_(spot.id).kind, value)
        else {
            return;
        };
        self.found.push(spot.clone());
        for field in &object.fields {
            if let Some(value) = members.get(&field.wire) {
                let at = below(&spot.this, &field.wire);
                self.item(&field.item, value, members, spot, &at, spot.key.as_ref());
            }
        }
    }

    fn item(
        &mut self,
        item: &Item,
        value: &Any,
        siblings: &Map<String, Any>,
        around: &Spot,
        at: &str,
        key: Option<&String>,
    ) {
        let inside = |id| Spot {
            id,
            this: at.to_owned(),
            parent: Some(around.this.clone()),
            key: key.cloned(),
        };
        match (&item.ty, value) {
            (TypeRef::Object(id), _) => self.object(value, &inside(*id)),
            (TypeRef::Union(id), _) => {
                let own = value.as_object().unwrap_or(siblings);
                if let Some(case) = chosen(self.api, *id, own, siblings) {
                    self.object(value, &inside(case));
                }
            }
            (TypeRef::Any(id), value) => {
                if let Some(shape) = shape(self.api, *id, value) {
                    self.item(&shape.item, value, siblings, around, at, key);
                }
            }
            (TypeRef::List(of), Any::Array(items)) => {
                for (index, value) in items.iter().enumerate() {
                    let at = format!("{at}/{index}");
                    self.item(of, value, siblings, around, &at, key);
                }
            }
            (TypeRef::Map { of, .. }, Any::Object(entries)) => {
                for (key, value) in entries {
                    let at = below(at, key);
                    self.item(of, value, siblings, around, &at, Some(key));
                }
            }
            _ => {}
        }
    }
}

/// The members to give, from the body inwards, so that an object of this type is there: each with
/// the value of the sibling that chooses it.
pub(super) fn ways(api: &Api, from: TypeId, to: TypeId) -> Vec<Vec<Hop>> {
    let mut found = Vec::new();
    search(api, from, to, &mut Vec::new(), &mut found);
    found.sort_by_key(Vec::len);
    found
}

/// One step of a way.
#[derive(Debug, Clone)]
pub(super) struct Hop {
    /// The object that has the member.
    pub(super) of: TypeId,
    pub(super) member: String,
    /// Sibling and its value, for a union.
    pub(super) choice: Option<(String, String)>,
    /// What the member holds at first, where an empty object would be of no shape or case.
    pub(super) start: Option<Any>,
}

/// Most members one inside the other; a type that holds itself would never end.
const DEPTH_LIMIT: usize = 8;

fn search(api: &Api, from: TypeId, to: TypeId, way: &mut Vec<Hop>, found: &mut Vec<Vec<Hop>>) {
    if from == to {
        found.push(way.clone());
        return;
    }
    // Twice on one way is enough for every rule that reads its parent, and shapes multiply.
    let seen = way.iter().filter(|hop| hop.of == from).count();
    let is_open = way.len() < DEPTH_LIMIT && seen < 2;
    let Some(object) = api.type_(from).object().filter(|_| is_open) else {
        return;
    };
    for field in &object.fields {
        let mut step = |next: TypeId, choice, start| {
            way.push(Hop {
                of: from,
                member: field.wire.clone(),
                choice,
                start,
            });
            search(api, next, to, way, found);
            way.pop();
        };
        inside(api, &field.item, &|it| it, &mut step);
    }
}

/// The objects in an item, each with the sibling that chooses it, or with what the item holds then.
fn inside(
    api: &Api,
    item: &Item,
    wrap: &dyn Fn(Any) -> Any,
    step: &mut dyn FnMut(TypeId, Option<(String, String)>, Option<Any>),
) {
    match &item.ty {
        TypeRef::Object(id) => step(*id, None, None),
        TypeRef::List(of) => inside(api, of, &|it| wrap(json!([it])), step),
        TypeRef::Map { of, .. } => {
            let key = values::key_of(api, item, 0);
            inside(api, of, &|it| wrap(json!({ key.as_str(): it })), step);
        }
        TypeRef::Union(id) => {
            let TypeKind::Union(union) = &api.type_(*id).kind else {
                return;
            };
            for case in &union.cases {
                match union.sibling() {
                    Some((by, _)) => step(case.of, Some((by.to_owned(), case.wire.clone())), None),
                    None => step(case.of, None, Some(wrap(values::tagged(union, &case.wire)))),
                }
            }
        }
        TypeRef::Any(id) => {
            let TypeKind::Any(any) = &api.type_(*id).kind else {
                return;
            };
            for shape in &any.shapes {
                let mut found = |next: TypeId, _, start: Option<Any>| {
                    let start = start.unwrap_or_else(|| values::shaped(api, shape, 0));
                    step(next, None, Some(wrap(start)));
                };
                inside(api, &shape.item, &|it| it, &mut found);
            }
        }
        _ => {}
    }
}
