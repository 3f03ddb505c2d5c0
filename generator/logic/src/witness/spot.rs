//! Objects of a body: where each stands, and what surrounds it.

use serde_json::{Map, Value as Any};

use crate::judge::{below, chosen};
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
                if let Some(case) = chosen(self.api, *id, siblings) {
                    self.object(value, &inside(case));
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
}

/// Most members one inside the other; a type that holds itself would never end.
const DEPTH_LIMIT: usize = 8;

fn search(api: &Api, from: TypeId, to: TypeId, way: &mut Vec<Hop>, found: &mut Vec<Vec<Hop>>) {
    if from == to {
        found.push(way.clone());
        return;
    }
    let Some(object) = api.type_(from).object().filter(|_| way.len() < DEPTH_LIMIT) else {
        return;
    };
    for field in &object.fields {
        let mut item = &field.item;
        while let TypeRef::List(of) | TypeRef::Map { of, .. } = &item.ty {
            item = of;
        }
        let mut step = |next: TypeId, choice| {
            way.push(Hop {
                of: from,
                member: field.wire.clone(),
                choice,
            });
            search(api, next, to, way, found);
            way.pop();
        };
        match &item.ty {
            TypeRef::Object(id) => step(*id, None),
            TypeRef::Union(id) => {
                if let TypeKind::Union(union) = &api.type_(*id).kind {
                    for case in &union.cases {
                        step(case.of, Some((union.by.clone(), case.wire.clone())));
                    }
                }
            }
            _ => {}
        }
    }
}
