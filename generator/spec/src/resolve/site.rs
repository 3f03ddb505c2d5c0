//! Where a type is used.

use crate::yaml::Text;
use stipula_contract::Module;

/// Where a type stands: for ids of rules and names of unions.
#[derive(Debug, Clone)]
pub(super) struct Site<'a> {
    pub(super) owner: String,
    /// The field.
    pub(super) field: String,
    /// The field, or what it holds: `tags.items`.
    pub(super) wire: String,
    /// The name of the field, where it is written.
    pub(super) named: &'a Text,
    pub(super) module: Module,
}

impl Site<'_> {
    /// What is inside of it.
    pub(super) fn below(&self, what: &str) -> Self {
        Self {
            wire: format!("{}.{what}", self.wire),
            ..self.clone()
        }
    }
}
