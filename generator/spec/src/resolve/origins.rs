//! Where the names of a contract were written.

use std::collections::BTreeMap;

use crate::{source::Span, yaml::Text};
use stipula_contract::Named;

/// The places of names, so that a finding about a name lands on its token.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    names: BTreeMap<Named, Span>,
    overrides: BTreeMap<Named, Span>,
}

impl Origins {
    /// Notes where something is named, and where it is given a name of a language.
    pub(super) fn name(&mut self, it: Named, name: &Text, override_: Option<&Text>) {
        self.names.entry(it).or_insert(name.span);
        if let Some(text) = override_ {
            self.overrides.entry(it).or_insert(text.span);
        }
    }

    /// Notes where something is written that has no name of its own.
    pub(super) fn note(&mut self, it: Named, at: Span) {
        self.names.entry(it).or_insert(at);
    }

    /// Where it is named.
    pub fn of(&self, it: Named) -> Option<Span> {
        self.names.get(&it).copied()
    }

    /// Where it is given a name of a language.
    pub fn of_override(&self, it: Named) -> Option<Span> {
        self.overrides.get(&it).copied()
    }
}
