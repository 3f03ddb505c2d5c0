//! Groups of operations in the client: a feature each in a crate of its own, and a choice where a
//! build script makes the client.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;

use super::tokens::rust;
use crate::Model;
use stipula_contract::{NeededBy, Operation, TypeId};

/// What is written of the groups, and how.
#[derive(Debug)]
pub(super) struct Groups {
    types: BTreeMap<TypeId, NeededBy>,
    way: Way,
}

#[derive(Debug)]
enum Way {
    /// All, each behind its feature.
    Features,
    /// All.
    Whole,
    /// These.
    Chosen(BTreeSet<String>),
}

impl Groups {
    /// Behind features; in an API without groups nothing is behind any.
    pub(super) fn features(model: &Model) -> Self {
        let way = match model.api.groups().as_slice() {
            [] => Way::Whole,
            _ => Way::Features,
        };
        Self::by(model, way)
    }

    /// These groups, or all.
    pub(super) fn chosen(model: &Model, groups: Option<&BTreeSet<String>>) -> Self {
        let way = groups.map_or(Way::Whole, |it| Way::Chosen(it.clone()));
        Self::by(model, way)
    }

    fn by(model: &Model, way: Way) -> Self {
        Self {
            types: model.api.types_by_group(),
            way,
        }
    }

    /// Whether an operation is written.
    pub(super) fn has(&self, operation: &Operation) -> bool {
        match (&self.way, &operation.group) {
            (Way::Chosen(chosen), Some(group)) => chosen.contains(group),
            _ => true,
        }
    }

    /// Whether a type is written.
    pub(super) fn has_type(&self, id: TypeId) -> bool {
        match (&self.way, self.types.get(&id)) {
            (Way::Chosen(chosen), Some(Some(groups))) => !groups.is_disjoint(chosen),
            _ => true,
        }
    }

    /// The attribute of an item of an operation.
    pub(super) fn of(&self, operation: &Operation) -> Option<TokenStream> {
        let groups = operation.group.iter().map(String::as_str);
        self.attribute(&groups.collect::<Vec<_>>())
            .map(|it| rust(&it))
    }

    /// The attribute of an item of an operation, as text.
    pub(super) fn text_of(&self, operation: &Operation) -> Option<String> {
        let groups: Vec<&str> = operation.group.iter().map(String::as_str).collect();
        self.attribute(&groups)
    }

    /// The attribute of an item of a type.
    pub(super) fn of_type(&self, id: TypeId) -> Option<TokenStream> {
        self.text_of_type(id).map(|it| rust(&it))
    }

    /// The attribute of an item of a type, as text.
    pub(super) fn text_of_type(&self, id: TypeId) -> Option<String> {
        let needed = self.types.get(&id)?.as_ref()?;
        let groups: Vec<&str> = needed.iter().map(String::as_str).collect();
        self.attribute(&groups)
    }

    /// What allows for imports that only a group needs which is off.
    pub(super) fn allowance(&self) -> Option<TokenStream> {
        match self.way {
            Way::Features => Some(rust("#[allow(dead_code, unused_imports)]")),
            Way::Whole | Way::Chosen(_) => None,
        }
    }

    fn attribute(&self, groups: &[&str]) -> Option<String> {
        if !matches!(self.way, Way::Features) {
            return None;
        }
        let features: Vec<_> = groups
            .iter()
            .map(|it| format!("feature = {it:?}"))
            .collect();
        match features.as_slice() {
            [] => None,
            [one] => Some(format!("#[cfg({one})]")),
            _ => Some(format!("#[cfg(any({}))]", features.join(", "))),
        }
    }
}
