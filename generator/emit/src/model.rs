//! What every emitter reads.

use std::collections::BTreeSet;

use stipula_contract::{Api, TypeId};

use crate::{large, names::Names, provenance::Provenance};

/// A contract with the tables beside it: names, and what pages make of its claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The contract.
    pub api: Api,
    /// Rust names of everything in it.
    pub names: Names,
    /// What pages make of its claims.
    pub provenance: Provenance,
    /// Types of answers that take much room.
    pub(crate) large: BTreeSet<TypeId>,
}

impl Model {
    /// A model of a contract.
    pub fn new(api: Api, names: Names, provenance: Provenance) -> Self {
        Self {
            large: large::all(&api),
            api,
            names,
            provenance,
        }
    }
}

#[cfg(test)]
impl Model {
    /// The model of a spec of texts, of which no page says anything.
    pub(crate) fn of_texts(files: &[(&str, &str)]) -> Self {
        let loaded = stipula_spec::load_str(files);
        let found = loaded.diagnostics;
        let api = loaded.api.unwrap_or_else(|| panic!("{found:?}"));
        let names = crate::names::names(&api);
        let names = names.unwrap_or_else(|found| panic!("{found:?}"));
        Self::new(api, names, Provenance::default())
    }
}

/// What an emitter asks of a model is most often in the contract.
impl std::ops::Deref for Model {
    type Target = Api;

    fn deref(&self) -> &Api {
        &self.api
    }
}
