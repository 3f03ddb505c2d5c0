//! One Rust namespace: which names are taken, and by whom.

use std::collections::BTreeMap;

use stipula_contract::Named;

/// Names that may not stand twice beside each other.
#[derive(Debug)]
pub(super) struct Namespace {
    /// Names that generated code uses itself.
    own: &'static [&'static str],
    taken: BTreeMap<String, Named>,
}

/// Who has a name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    /// Generated code, for a purpose of its own.
    Client,
    /// Something else of the spec.
    Other(Named),
}

impl Namespace {
    /// Without any name but those of generated code.
    pub(super) const fn new(own: &'static [&'static str]) -> Self {
        Self {
            own,
            taken: BTreeMap::new(),
        }
    }

    /// Takes a name; an error says who has it already.
    pub(super) fn claim(&mut self, name: &str, by: Named) -> Result<(), Holder> {
        if self.own.contains(&name) {
            return Err(Holder::Client);
        }
        if let Some(holder) = self.taken.get(name) {
            return Err(Holder::Other(*holder));
        }
        self.taken.insert(name.to_owned(), by);
        Ok(())
    }

    /// Takes the first of the names that is free, for something that no spec can rename.
    pub(super) fn first_free(&mut self, name: &str, otherwise: &str, by: Named) -> String {
        let numbered = (2..).map(|it| format!("{otherwise}{it}"));
        let named = [name.to_owned(), otherwise.to_owned()].into_iter();
        let mut free = named
            .chain(numbered)
            .filter(|it| self.claim(it, by).is_ok());
        free.next().unwrap_or_default()
    }
}
