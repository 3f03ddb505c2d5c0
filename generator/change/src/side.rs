//! One of the two contracts, with what is known beside it.

use std::collections::BTreeSet;

use stipula_contract::{Api, FieldId, Named};

/// A contract with what is known beside it.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The contract.
    pub api: &'a Api,
    /// What things are called in Rust.
    pub items: &'a dyn Items,
    /// Places of the spec of which the kept facts of pages are not those of the other side.
    pub moved: &'a BTreeSet<String>,
    /// Which build of the generator made its outputs, where that is known.
    pub build: Option<&'a str>,
}

impl std::fmt::Debug for Side<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Side")
            .field("api", &self.api.name)
            .field("moved", &self.moved)
            .field("build", &self.build)
            .finish_non_exhaustive()
    }
}

/// What things of a contract are in the code of a client.
pub trait Items {
    /// The path of an item, such as `request::CreateOrderRequest::stock`; its end is its own name.
    fn path(&self, it: Named) -> String;

    /// Its own name, the end of its path.
    fn name(&self, it: Named) -> String;

    /// Whether a member stands in a box for the size of its type.
    fn is_boxed(&self, field: FieldId) -> bool;
}
