//! Whether a field holds lists or objects, at any depth.

use std::collections::BTreeSet;

use super::{Cx, usage};
use stipula_contract::{Item, TypeId, TypeKind, TypeRef};

/// What a type holds, itself included.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Holds {
    pub(super) lists: bool,
    pub(super) objects: bool,
}

impl Holds {
    /// What a value of the type can hold.
    pub(super) fn of(cx: &Cx<'_>, ty: &TypeRef) -> Self {
        let mut held = Self::default();
        let mut open = held.note(ty);
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            open.extend(usage::children(&cx.types, id));
            for item in items(cx, id) {
                open.extend(held.note(&item.ty));
            }
        }
        held
    }

    /// Notes one type; the types it names are looked at next.
    fn note(&mut self, ty: &TypeRef) -> Vec<TypeId> {
        match ty {
            TypeRef::List(of) => {
                self.lists = true;
                self.note(&of.ty)
            }
            TypeRef::Map { of, .. } => {
                self.objects = true;
                self.note(&of.ty)
            }
            TypeRef::Object(id) | TypeRef::Union(id) => {
                self.objects = true;
                vec![*id]
            }
            TypeRef::Any(id) => vec![*id],
            // Free JSON travels as JSON.
            TypeRef::Scalar(_)
            | TypeRef::Enum(_)
            | TypeRef::IntegerEnum(_)
            | TypeRef::AsText(_) => Vec::new(),
        }
    }
}

fn items<'c>(cx: &'c Cx<'_>, id: TypeId) -> Vec<&'c Item> {
    match &cx.types.list[id.0].kind {
        TypeKind::Object(object) => object.fields.iter().map(|it| &it.item).collect(),
        TypeKind::Any(any) => any.shapes.iter().map(|it| &it.item).collect(),
        TypeKind::Union(_) | TypeKind::Enum(_) => Vec::new(),
    }
}
