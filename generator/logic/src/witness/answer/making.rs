//! Values of answers, made of their types.

use serde_json::{Map, Value as Any, json};

use super::super::values;
use stipula_contract::{Api, Field, Item, Location, Object, TypeId, TypeKind, TypeRef, Union};

/// How deep objects stand in each other before only what always comes is given.
const DEEP: usize = 6;

/// Which members of an object are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Members {
    /// Those that always come.
    Guaranteed,
    /// Those that always come or have a sample; all where none always comes.
    Shown,
}

/// Makes values; knows inside of which objects it is.
pub(super) struct Making<'a> {
    api: &'a Api,
    members: Members,
    open: Vec<TypeId>,
}

impl<'a> Making<'a> {
    pub(super) fn new(api: &'a Api, members: Members) -> Self {
        let open = Vec::new();
        Self { api, members, open }
    }

    /// An object.
    pub(super) fn object(&mut self, id: TypeId) -> Any {
        let Some(object) = self.api.type_(id).object() else {
            return json!({});
        };
        self.open.push(id);
        let fields = object.fields.iter().filter(|it| self.gives(object, it));
        let fields: Vec<&Field> = fields.collect();
        let members = fields.into_iter().filter_map(|field| {
            let value = self.field(object, field)?;
            Some((field.wire.clone(), value))
        });
        let members: Map<String, Any> = members.collect();
        self.open.pop();
        Any::Object(members)
    }

    fn gives(&self, object: &Object, field: &Field) -> bool {
        // Whoever answers chooses the status.
        if field.location == Location::Status {
            return false;
        }
        if field.guaranteed || field.constant().is_some() {
            return true;
        }
        if self.members == Members::Guaranteed || field.deprecated.is_some() {
            return false;
        }
        let is_plain = !object.fields.iter().any(|it| it.guaranteed);
        let again = field.item.object().is_some_and(|id| self.is_open(id));
        !again && self.open.len() < DEEP && (is_plain || field.sample.is_some())
    }

    fn is_open(&self, id: TypeId) -> bool {
        self.open.contains(&id)
    }

    fn field(&mut self, object: &Object, field: &Field) -> Option<Any> {
        match &field.item.ty {
            TypeRef::Union(id) => Some(self.union(object, *id)),
            ty if field.item.object().is_some() => {
                // An item of a kind that is being made has no end.
                let again = field.item.object().is_some_and(|id| self.is_open(id));
                match ty {
                    TypeRef::List(_) if again => Some(json!([])),
                    TypeRef::Map { .. } if again => Some(json!({})),
                    _ if again => None,
                    _ => Some(self.item(&field.item)),
                }
            }
            _ => Some(values::good(self.api, field)),
        }
    }

    /// A value of an item.
    pub(super) fn item(&mut self, item: &Item) -> Any {
        match &item.ty {
            TypeRef::Object(id) => self.object(*id),
            TypeRef::Union(id) => match &self.api.type_(*id).kind {
                TypeKind::Union(union) => self.case(union, None),
                _ => json!({}),
            },
            TypeRef::Any(id) => self.shape(*id),
            TypeRef::List(of) if of.object().is_some() => json!([self.item(of)]),
            TypeRef::Map { of, .. } if of.object().is_some() => {
                let key = values::first_key(self.api, item);
                json!({ key: self.item(of) })
            }
            _ => values::item(self.api, item, 0),
        }
    }

    /// The case that the member beside it chooses.
    fn union(&mut self, object: &Object, id: TypeId) -> Any {
        let TypeKind::Union(union) = &self.api.type_(id).kind else {
            return json!({});
        };
        let sibling = union.sibling().and_then(|(by, _)| object.field(by));
        let chosen = sibling.map(|it| values::good(self.api, it));
        self.case(union, chosen.as_ref().and_then(Any::as_str))
    }

    fn case(&mut self, union: &Union, chosen: Option<&str>) -> Any {
        let mut cases = union.cases.iter();
        let case = match chosen {
            Some(wire) => cases.find(|it| it.wire == wire),
            None => cases.find(|it| !self.is_open(it.of)),
        };
        let Some(case) = case.filter(|it| !self.is_open(it.of)) else {
            return json!({});
        };
        let made = self.object(case.of);
        let tagged = union.tag().map(|_| values::tagged(union, &case.wire));
        match (tagged, made) {
            (Some(Any::Object(mut tagged)), Any::Object(members)) => {
                for (name, value) in members {
                    tagged.entry(name).or_insert(value);
                }
                Any::Object(tagged)
            }
            (_, made) => made,
        }
    }

    /// A value of the first shape that does not lead back to where it is.
    fn shape(&mut self, id: TypeId) -> Any {
        let TypeKind::Any(any) = &self.api.type_(id).kind else {
            return Any::Null;
        };
        let again = |item: &Item| item.object().is_some_and(|id| self.is_open(id));
        let shape = any.shapes.iter().find(|it| !again(&it.item));
        let Some(shape) = shape else {
            return Any::Null;
        };
        let needed = values::shaped(self.api, shape, 0);
        match (self.item(&shape.item), needed) {
            (Any::Object(mut members), Any::Object(needed)) => {
                for (name, value) in needed {
                    members.entry(name).or_insert(value);
                }
                Any::Object(members)
            }
            (made, _) => made,
        }
    }
}
