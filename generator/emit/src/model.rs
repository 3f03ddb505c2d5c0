//! What every emitter reads.

use std::collections::BTreeSet;

use stipula_contract::{Api, FieldId, Module, TypeId};

use crate::{history::History, large, names::Names, provenance::Provenance};

/// A contract with the tables beside it: names, and what pages make of its claims.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// The contract.
    pub api: Api,
    /// Rust names of everything in it.
    pub names: Names,
    /// What pages make of its claims.
    pub provenance: Provenance,
    /// What releases changed.
    pub history: History,
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
            history: History::default(),
        }
    }

    /// The same, with what releases changed.
    #[must_use]
    pub fn with_history(mut self, history: History) -> Self {
        self.history = history;
        self
    }

    /// Whether a member of an answer stands in a box, since its type is large.
    pub fn is_boxed(&self, id: FieldId) -> bool {
        let is_answer = self.api.type_(id.of).module == Module::Response;
        let field = self.api.field(id).filter(|_| is_answer);
        field.is_some_and(|it| large::is_boxed(&self.large, it))
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
