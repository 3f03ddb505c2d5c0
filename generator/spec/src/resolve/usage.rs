//! From where each object of a request is reached: roots, parents, keys, contexts.

use std::collections::BTreeSet;

use stipula_contract::{Item, Module, Operation, OperationId, TypeId, TypeKind, TypeRef};

use super::{map_key::MapKey, types::Types};

/// One way in which an object is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Reach {
    /// The body.
    pub(super) root: TypeId,
    /// Nearest enclosing object; none for the body itself.
    pub(super) parent: Option<TypeId>,
    /// Key of the nearest map.
    pub(super) key: Option<MapKey>,
    /// Operation whose request it is.
    pub(super) operation: OperationId,
}

/// Every way, by type id.
pub(super) fn reaches(types: &Types<'_>, operations: &[Operation]) -> Vec<BTreeSet<Reach>> {
    let mut found = vec![BTreeSet::new(); types.list.len()];
    for operation in operations {
        let start = Reach {
            root: operation.request,
            parent: None,
            key: None,
            operation: operation.id,
        };
        walk(types, operation.request, start, &mut found);
    }
    found
}

fn walk(types: &Types<'_>, id: TypeId, reach: Reach, found: &mut [BTreeSet<Reach>]) {
    if types.list[id.0].module == Module::Enums || !found[id.0].insert(reach) {
        return;
    }
    match &types.list[id.0].kind {
        TypeKind::Enum(_) => {}
        TypeKind::Object(object) => {
            let inside = Reach {
                parent: Some(id),
                ..reach
            };
            for field in &object.fields {
                walk_item(types, &field.item, inside, found);
            }
        }
        // A union is transparent: its payload stands where it stands.
        TypeKind::Union(union) => {
            for case in &union.cases {
                walk(types, case.of, reach, found);
            }
        }
        TypeKind::Any(any) => {
            for shape in &any.shapes {
                walk_item(types, &shape.item, reach, found);
            }
        }
    }
}

fn walk_item(types: &Types<'_>, item: &Item, reach: Reach, found: &mut [BTreeSet<Reach>]) {
    match &item.ty {
        TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => {
            walk(types, *id, reach, found);
        }
        TypeRef::List(of) => walk_item(types, of, reach, found),
        TypeRef::Map { key, of } => {
            walk_item(
                types,
                of,
                Reach {
                    key: Some(key.map_or(MapKey::Text, MapKey::Enum)),
                    ..reach
                },
                found,
            );
        }
        _ => {}
    }
}

/// Objects directly below an object.
pub(super) fn children(types: &Types<'_>, id: TypeId) -> Vec<TypeId> {
    fn of_item(item: &Item, out: &mut Vec<TypeId>) {
        match &item.ty {
            TypeRef::Object(id) | TypeRef::Union(id) | TypeRef::Any(id) => out.push(*id),
            TypeRef::List(of) | TypeRef::Map { of, .. } => of_item(of, out),
            _ => {}
        }
    }
    let mut out = Vec::new();
    match &types.list[id.0].kind {
        TypeKind::Object(object) => {
            for field in &object.fields {
                of_item(&field.item, &mut out);
            }
        }
        TypeKind::Union(union) => out.extend(union.cases.iter().map(|case| case.of)),
        TypeKind::Any(any) => any.shapes.iter().for_each(|it| of_item(&it.item, &mut out)),
        TypeKind::Enum(_) => {}
    }
    out
}
