//! Component names: the names of types, made unique across the two directions.

use std::collections::BTreeSet;

use stipula_contract::{Api, Module, TypeId};

/// The component name of every type.
pub(super) struct Names {
    by_id: Vec<String>,
}

impl Names {
    /// Requests and enums keep their names; a response that collides gets a suffix.
    pub(super) fn new(api: &Api) -> Self {
        let mut taken: BTreeSet<String> = api
            .types
            .iter()
            .filter(|ty| ty.module != Module::Response)
            .map(|ty| ty.name.clone())
            .collect();
        let by_id = api
            .types
            .iter()
            .map(|ty| {
                let mut name = ty.name.clone();
                if ty.module == Module::Response {
                    while !taken.insert(name.clone()) {
                        name.push_str("Response");
                    }
                }
                name
            })
            .collect();
        Self { by_id }
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
