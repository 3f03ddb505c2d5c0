//! Groups of operations, and what belongs to some of them only.

use std::collections::{BTreeMap, BTreeSet};

use super::{Api, Item, Operation, TypeId, TypeKind, TypeRef};

/// The groups that need something; none when all do.
pub type NeededBy = Option<BTreeSet<String>>;

impl Api {
    /// The names of all groups, in the order of operations.
    pub fn groups(&self) -> Vec<&str> {
        let mut found = Vec::new();
        for name in self.operations.iter().filter_map(|it| it.group.as_deref()) {
            if !found.contains(&name) {
                found.push(name);
            }
        }
        found
    }

    /// Operations by group: first those without one.
    pub fn by_group(&self) -> Vec<(Option<&str>, Vec<&Operation>)> {
        let names = self.groups().into_iter().map(Some);
        let all = std::iter::once(None).chain(names);
        let of = |group: Option<&str>| {
            let all = self.operations.iter();
            all.filter(|it| it.group.as_deref() == group).collect()
        };
        let all = all.map(|group| (group, of(group)));
        all.filter(|it: &(_, Vec<_>)| !it.1.is_empty()).collect()
    }

    /// The groups that need each type. What failures and notifications hold, everybody needs.
    pub fn types_by_group(&self) -> BTreeMap<TypeId, NeededBy> {
        let mut found = BTreeMap::new();
        for operation in &self.operations {
            let mut start = vec![operation.request];
            start.extend(operation.answer.items().iter().flat_map(named));
            for id in self.reached(start) {
                note(&mut found, id, operation.group.as_deref());
            }
        }
        let detail = self.outcome.as_ref().and_then(|it| it.detail);
        for id in self.reached(detail.into_iter().collect()) {
            note(&mut found, id, None);
        }
        for it in &self.notifications {
            let start = it.body.items().iter().flat_map(named).collect();
            for id in self.reached(start) {
                note(&mut found, id, None);
            }
        }
        found
    }

    /// Every type that the code of these names.
    fn reached(&self, mut open: Vec<TypeId>) -> BTreeSet<TypeId> {
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                open.extend(self.beside(id));
            }
        }
        seen
    }

    /// The types that the code of a type names.
    fn beside(&self, id: TypeId) -> Vec<TypeId> {
        let mut found = self.children(id);
        match &self.type_(id).kind {
            TypeKind::Object(object) => {
                found.extend(object.fields.iter().flat_map(|it| named(&it.item)));
                // Conditions look at what is around them.
                found.extend(object.roots.iter().chain(&object.parents));
                found.extend(object.context.map(|it| self.operation(it).request));
            }
            TypeKind::Union(union) => found.extend(union.sibling().map(|it| it.1)),
            TypeKind::Any(any) => found.extend(any.shapes.iter().flat_map(|it| named(&it.item))),
            TypeKind::Enum(_) => {}
        }
        for it in self.requested_by(id) {
            let context = it.context.iter().flat_map(|it| &it.fields);
            found.extend(context.map(|it| it.enum_));
        }
        found
    }
}

/// The types that an item names.
fn named(item: &Item) -> Vec<TypeId> {
    let levels = item.levels().filter_map(|it| match it.ty {
        TypeRef::Enum(id)
        | TypeRef::IntegerEnum(id)
        | TypeRef::Object(id)
        | TypeRef::Union(id)
        | TypeRef::Any(id) => Some(id),
        TypeRef::Map { key, .. } => key,
        TypeRef::Scalar(_) | TypeRef::AsText(_) | TypeRef::List(_) => None,
    });
    levels.collect()
}

fn note(found: &mut BTreeMap<TypeId, NeededBy>, id: TypeId, group: Option<&str>) {
    let needed = found.entry(id).or_insert_with(|| Some(BTreeSet::new()));
    match (needed.as_mut(), group) {
        (Some(groups), Some(group)) => {
            groups.insert(group.to_owned());
        }
        _ => *needed = None,
    }
}
