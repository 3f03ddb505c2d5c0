//! Component names: the names of types, made unique across the two directions.

use std::{collections::BTreeSet, fmt::Write};

use stipula_contract::{Api, Module, Sealed, Type, TypeId};

/// The component name of every type.
pub(super) struct Names {
    by_id: Vec<String>,
    /// The members of what is sealed.
    sealed: Vec<String>,
}

impl Names {
    /// Requests and enums keep their names; a response that collides gets a suffix. A letter that
    /// OpenAPI takes for no part of a name is written as its number: `M²` is `M_b2`.
    pub(super) fn new(api: &Api) -> Self {
        let mut taken = BTreeSet::new();
        let mut by_id = vec![String::new(); api.types.len()];
        let is_response = |ty: &&Type| ty.module == Module::Response;
        let first = api.types.iter().filter(|it| !is_response(it));
        for ty in first.chain(api.types.iter().filter(is_response)) {
            let mut name = plain(&ty.name);
            while !taken.insert(name.clone()) {
                name.push_str(if is_response(&ty) { "Response" } else { "_" });
            }
            by_id[ty.id.0] = name;
        }
        let sealed = api.sealed.iter().flat_map(Sealed::members);
        let sealed = sealed.map(str::to_owned).collect();
        Self { by_id, sealed }
    }

    /// The members of what is sealed.
    pub(super) fn sealed(&self) -> &[String] {
        &self.sealed
    }

    /// Component name of a type.
    pub(super) fn of(&self, id: TypeId) -> &str {
        &self.by_id[id.0]
    }

    /// Reference to the component of a type.
    pub(super) fn reference(&self, id: TypeId) -> String {
        format!("#/components/schemas/{}", self.of(id))
    }
}

/// The name in the letters that a component may have, which need no escape in a reference either.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_') {
            plain.push(letter);
        } else {
            // Writing to a string does not fail.
            let _ = write!(plain, "_{:x}", u32::from(letter));
        }
    }
    plain
}
