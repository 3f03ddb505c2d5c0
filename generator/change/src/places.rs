//! What a place of a spec is called, as evidence calls it: `createOrder.request.stock`, `Address.city`.

use std::collections::BTreeMap;

use stipula_contract::{Api, Field, Type, TypeId};

/// The names of bodies: those of types are their own.
#[derive(Debug, Default)]
pub(crate) struct Places {
    bodies: BTreeMap<TypeId, String>,
    /// Of the request of an overlay: that of its base, whose members it has.
    bases: BTreeMap<TypeId, TypeId>,
}

impl Places {
    pub(crate) fn of(api: &Api) -> Self {
        let mut places = Self::default();
        for operation in &api.operations {
            let own = || format!("{}.request", operation.name);
            let name = operation.request_of.clone().unwrap_or_else(own);
            places.bodies.entry(operation.request).or_insert(name);
            if let Some(id) = operation.answer.own() {
                let name = format!("{}.response", operation.name);
                places.bodies.entry(id).or_insert(name);
            }
            if let Some(base) = operation.overlay_of {
                let base = api.operation(base).request;
                places.bases.insert(operation.request, base);
            }
        }
        for it in &api.notifications {
            if let Some(id) = it.body.own() {
                let name = format!("{}.body", it.name);
                places.bodies.entry(id).or_insert(name);
            }
        }
        places
    }

    /// Of a type.
    pub(crate) fn of_type(&self, ty: &Type) -> String {
        let body = self.bodies.get(&ty.id);
        body.unwrap_or(&ty.name).clone()
    }

    /// Of a member. One that an overlay has from its base stands there.
    pub(crate) fn of_field(&self, api: &Api, ty: &Type, field: &Field) -> String {
        let base = self.bases.get(&ty.id).map(|it| api.type_(*it));
        let has_it = |it: &&Type| {
            let found = it.object().and_then(|it| it.field(&field.wire));
            found.is_some_and(|it| it.doc == field.doc && it.item.ty == field.item.ty)
        };
        let owner = base.filter(has_it).unwrap_or(ty);
        format!("{}.{}", self.of_type(owner), field.wire)
    }
}
