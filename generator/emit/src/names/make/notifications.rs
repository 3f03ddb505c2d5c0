//! Names of the kinds of notifications.

use stipula_contract::{Named, Notification};

use super::super::{case, namespace::Namespace, own};
use super::{FIELD, Maker, RUST};

impl Maker<'_> {
    /// Variants of the kinds of notifications, and their constants.
    pub(super) fn notifications(&mut self) -> Vec<(String, String)> {
        let [mut variants, mut constants] = [own::KINDS, &[]].map(Namespace::new);
        let mut all = Vec::new();
        for it in &self.api.notifications {
            let named = Named::Notification(it.id);
            let variant = self.given_or(named, &it.names, || case::camel(&it.name));
            let constant = case::constant(&kind(it));
            let found = self.found.len();
            self.claim(&mut variants, &variant, named, FIELD);
            if self.found.len() == found {
                self.claim(&mut constants, &constant, named, FIELD);
            }
            all.push((variant, constant));
        }
        all
    }
}

/// What the types of a notification begin with.
pub(super) fn kind(it: &Notification) -> String {
    case::camel(it.names.get(RUST).unwrap_or(&it.name))
}
