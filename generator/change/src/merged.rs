//! Types of both sides, for the cases of conditions.

use stipula_contract::{Api, Enum, EnumOf, Evidence, Module, Type, TypeKind};

use crate::types::Types;

/// Types of both sides as far as conditions look at them: each enum with the values of both.
#[derive(Debug)]
pub(crate) struct Merged {
    pub(crate) types: Vec<Type>,
    /// Of old types that are none of the new ones: where they begin.
    pub(crate) old: usize,
}

impl Merged {
    pub(crate) fn of(old: &Api, new: &Api, pairs: &Types) -> Self {
        let mut types: Vec<Type> = new.types.iter().chain(&old.types).map(stub).collect();
        for (was, is) in pairs.pairs() {
            let Some(from) = old.type_(was).enum_() else {
                continue;
            };
            if let TypeKind::Enum(to) = &mut types[is.0].kind {
                let known = |it: &str| to.values.iter().any(|own| own.wire == it);
                let more = from.values.iter().filter(|it| !known(&it.wire)).cloned();
                let more: Vec<_> = more.collect();
                to.values.extend(more);
                to.open |= from.open;
            }
        }
        Self {
            types,
            old: new.types.len(),
        }
    }
}

/// A type without what no condition reads.
fn stub(ty: &Type) -> Type {
    let kind = match &ty.kind {
        TypeKind::Enum(it) => TypeKind::Enum(it.clone()),
        TypeKind::Object(_) | TypeKind::Union(_) | TypeKind::Any(_) => TypeKind::Enum(Enum {
            of: EnumOf::Text,
            values: Vec::new(),
            open: false,
            transitions: None,
        }),
    };
    Type {
        id: ty.id,
        name: String::new(),
        module: Module::Enums,
        doc: String::new(),
        evidence: Evidence::default(),
        kind,
    }
}
