//! Members whose values are never shown.

use std::collections::BTreeSet;

use super::{Api, Item, Operation, TypeId};

impl Api {
    /// The names of the sensitive members of an operation, of its request and of its answers, those of
    /// failures included: each once, with the names that are read besides.
    pub fn sensitive_in(&self, operation: &Operation) -> Vec<String> {
        let answers = operation.answer.items();
        let detail = self.outcome.as_ref().and_then(|it| it.detail);
        let roots: Vec<TypeId> = std::iter::once(operation.request)
            .chain(answers.iter().filter_map(Item::object))
            .chain(detail)
            .collect();
        let all = roots.into_iter().flat_map(|root| self.below(root));
        let objects = all.filter_map(|id| self.type_(id).object());
        let fields = objects.flat_map(|it| &it.fields);
        let names = fields.filter(|it| it.sensitive).flat_map(|field| {
            let sent = field.sent_as.iter();
            std::iter::once(&field.wire)
                .chain(sent)
                .chain(&field.aliases)
        });
        let names: BTreeSet<&String> = names.collect();
        names.into_iter().cloned().collect()
    }
}
