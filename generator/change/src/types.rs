//! Which type of the old side is which of the new one.

use std::collections::{BTreeMap, BTreeSet};

use stipula_contract::{Answer, Api, Item, Module, Type, TypeId, TypeKind, TypeRef};

use crate::{
    pairing::pair,
    shape::{Shapes, is_same_evidence},
    words::named,
};

/// Types of the old side by those of the new one.
#[derive(Debug, Default)]
pub(crate) struct Types {
    of_old: BTreeMap<TypeId, TypeId>,
    taken: BTreeSet<TypeId>,
    /// Those whose shape alone says so.
    guessed: BTreeSet<TypeId>,
}

impl Types {
    /// Pairs types: first what operations and notifications of both sides hold, then by name, then by
    /// the members that hold them, then by shape.
    pub(crate) fn of(old: &Api, new: &Api, operations: &[(usize, usize)]) -> Self {
        let mut types = Self::default();
        for &(was, is) in operations {
            let (was, is) = (&old.operations[was], &new.operations[is]);
            types.join(was.request, is.request);
            types.answers(&was.answer, &is.answer);
        }
        for was in &old.notifications {
            if let Some(is) = new.notifications.iter().find(|it| it.name == was.name) {
                types.answers(&was.body, &is.body);
            }
        }
        let by_name: BTreeMap<(Module, &str), TypeId> = new
            .types
            .iter()
            .map(|it| ((it.module, it.name.as_str()), it.id))
            .collect();
        for was in &old.types {
            if let Some(is) = by_name.get(&(was.module, was.name.as_str())) {
                types.join(was.id, *is);
            }
        }
        types.follow_members(old, new);
        types.by_shape(old, new);
        types.follow_members(old, new);
        types
    }

    /// The type of the new side.
    pub(crate) fn new_of(&self, old: TypeId) -> Option<TypeId> {
        self.of_old.get(&old).copied()
    }

    /// Whether its shape alone says which type it is.
    pub(crate) fn is_guess(&self, old: TypeId) -> bool {
        self.guessed.contains(&old)
    }

    /// Pairs, in the order of the old side.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (TypeId, TypeId)> {
        self.of_old.iter().map(|(old, new)| (*old, *new))
    }

    fn join(&mut self, old: TypeId, new: TypeId) -> bool {
        let is_free = !self.of_old.contains_key(&old) && self.taken.insert(new);
        if is_free {
            self.of_old.insert(old, new);
        }
        is_free
    }

    fn answers(&mut self, old: &Answer, new: &Answer) {
        if let (Some(old), Some(new)) = (old.own(), new.own()) {
            self.join(old, new);
        }
    }

    /// What the same member holds on both sides is one type, unless its name says otherwise.
    fn follow_members(&mut self, old: &Api, new: &Api) {
        let mut open: Vec<(TypeId, TypeId)> = self.pairs().collect();
        while let Some((was, is)) = open.pop() {
            for (a, b) in held(old.type_(was), new.type_(is)) {
                let (a, b) = (old.type_(a), new.type_(b));
                let is_alike = a.module == b.module
                    && std::mem::discriminant(&a.kind) == std::mem::discriminant(&b.kind);
                if is_alike && self.join(a.id, b.id) {
                    open.push((a.id, b.id));
                }
            }
        }
    }

    fn by_shape(&mut self, old: &Api, new: &Api) {
        let was: Vec<&Type> = old
            .types
            .iter()
            .filter(|it| self.new_of(it.id).is_none())
            .collect();
        let is: Vec<&Type> = new
            .types
            .iter()
            .filter(|it| !self.taken.contains(&it.id))
            .collect();
        let shapes = (Shapes::of(old), Shapes::of(new));
        let fits = |a: &&Type, b: &&Type| {
            a.module == b.module
                && is_same_evidence(&a.evidence, &b.evidence)
                && shapes.0.of_type(a) == shapes.1.of_type(b)
        };
        for (a, b) in pair(&was, &is, |it| &it.name, fits).renamed {
            let (a, b) = (was[a].id, is[b].id);
            if self.join(a, b) {
                self.guessed.insert(a);
            }
        }
    }
}

/// Types that the same member or case of two types holds.
fn held(old: &Type, new: &Type) -> Vec<(TypeId, TypeId)> {
    let mut found = Vec::new();
    match (&old.kind, &new.kind) {
        (TypeKind::Object(old), TypeKind::Object(new)) => {
            for was in &old.fields {
                if let Some(is) = new.field(&was.wire) {
                    in_items(&was.item, &is.item, &mut found);
                }
            }
        }
        (TypeKind::Union(old), TypeKind::Union(new)) => {
            for was in &old.cases {
                let mut cases = new.cases.iter();
                found.extend(
                    cases
                        .find(|it| it.wire == was.wire)
                        .map(|is| (was.of, is.of)),
                );
            }
        }
        (TypeKind::Any(old), TypeKind::Any(new)) => {
            for was in &old.shapes {
                if let Some(is) = new.shapes.iter().find(|it| it.name == was.name) {
                    in_items(&was.item, &is.item, &mut found);
                }
            }
        }
        _ => {}
    }
    found
}

fn in_items(old: &Item, new: &Item, found: &mut Vec<(TypeId, TypeId)>) {
    for (old, new) in old.levels().zip(new.levels()) {
        match (&old.ty, &new.ty) {
            (TypeRef::Map { key: Some(a), .. }, TypeRef::Map { key: Some(b), .. }) => {
                found.push((*a, *b));
            }
            (a, b) => found.extend(named(a).zip(named(b))),
        }
    }
}
