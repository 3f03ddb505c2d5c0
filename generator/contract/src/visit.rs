//! Walks over what a type holds: the one place that knows lists, maps and unions.

use std::collections::BTreeSet;

use super::{Api, Field, Item, Object, Place, Rule, TypeId, TypeKind, TypeRef};

/// A rule of a request, with what it is about.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The object that it belongs to.
    pub owner: TypeId,
    /// The same.
    pub object: &'a Object,
    /// The field that is blamed.
    pub field: &'a Field,
    /// Of a value rule: the field, or what it holds.
    pub item: &'a Item,
    /// Of a value rule: so many lists and maps are around the value.
    pub depth: usize,
    /// The rule.
    pub rule: &'a Rule,
}

impl Api {
    /// Objects and unions that a type holds directly, in order.
    pub fn children(&self, id: TypeId) -> Vec<TypeId> {
        match &self.type_(id).kind {
            TypeKind::Object(object) => {
                let fields = object.fields.iter();
                fields.filter_map(|field| field.item.object()).collect()
            }
            TypeKind::Union(union) => union.cases.iter().map(|case| case.of).collect(),
            TypeKind::Any(any) => {
                let shapes = any.shapes.iter();
                shapes.filter_map(|it| it.item.object()).collect()
            }
            TypeKind::Enum(_) => Vec::new(),
        }
    }

    /// A type and every object and union below it, each once, those of one branch together.
    pub fn below(&self, id: TypeId) -> Vec<TypeId> {
        let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
        let mut open = vec![id];
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                found.push(id);
                open.extend(self.children(id).into_iter().rev());
            }
        }
        found
    }

    /// The fields that the path of a place leads over, from an object.
    pub fn fields_on(&self, start: TypeId, place: &Place) -> Vec<&Field> {
        let mut object = self.type_(start).object();
        let mut found = Vec::new();
        for step in &place.steps {
            let Some(field) = object.and_then(|it| it.field(&step.wire)) else {
                break;
            };
            found.push(field);
            object = match field.item.ty {
                TypeRef::Object(id) => self.type_(id).object(),
                _ => None,
            };
        }
        found
    }

    /// Every rule of a body and of what is below it, in order.
    pub fn rules_below(&self, body: TypeId) -> Vec<Found<'_>> {
        let objects = self.below(body).into_iter();
        let own = objects.filter_map(|id| Some((id, self.type_(id).object()?)));
        own.flat_map(|(id, object)| object.all_rules(id)).collect()
    }
}

impl Object {
    /// Every rule of the object with what it is about: of one field after the other, then those
    /// between fields.
    pub fn all_rules(&self, owner: TypeId) -> Vec<Found<'_>> {
        let mut found = Vec::new();
        for field in &self.fields {
            let about = |rule, item, depth| Found {
                owner,
                object: self,
                field,
                item,
                depth,
                rule,
            };
            found.extend(field.presence.iter().map(|it| about(it, &field.item, 0)));
            for (depth, item) in field.item.levels().enumerate() {
                found.extend(item.rules.iter().map(|it| about(it, item, depth)));
            }
        }
        for rule in &self.rules {
            let Some(field) = self.field(&rule.at) else {
                continue;
            };
            found.push(Found {
                owner,
                object: self,
                field,
                item: &field.item,
                depth: 0,
                rule,
            });
        }
        found
    }
}
