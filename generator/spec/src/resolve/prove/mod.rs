//! What a spec claims without saying so: that its rules can all be met, that each of them matters,
//! and that its own examples keep them. Asked of the finished model, with the places of the spec.

mod contradictions;
mod defaults;
mod examples;
mod scenarios;
mod shadows;

use std::collections::BTreeMap;

use super::types::Raws;
use crate::{diag::Sink, raw::RawSpec, source::Span};
use stipula_contract::{Api, Module, Object, Rule, Test};

/// Where each rule was written, by its id.
pub(super) type RuleSpans = BTreeMap<String, Span>;

/// What the proofs read besides the model.
pub(super) struct Written<'a> {
    pub(super) spec: &'a RawSpec,
    /// Raw sides of objects, by type id.
    pub(super) raws: &'a [Raws<'a>],
    pub(super) rules: &'a RuleSpans,
}

/// Reports every claim that does not hold.
pub(super) fn all(api: &Api, written: &Written<'_>, sink: &mut Sink) {
    let requests = api.types.iter().filter(|it| it.module == Module::Request);
    for (ty, object) in requests.filter_map(|ty| Some((ty, ty.object()?))) {
        let demands = demands(object);
        contradictions::all(api, object, &demands, written, sink);
        shadows::all(api, &demands, written, sink);
        let raws = written.raws.get(ty.id.0).map_or(&[][..], |it| &it.fields);
        defaults::all(api, object, raws, sink);
    }
    for operation in &api.operations {
        let raw = written
            .spec
            .operations
            .iter()
            .find(|raw| raw.name.value == operation.name);
        if let Some(raw) = raw {
            scenarios::all(api, operation, raw, sink);
            examples::all(api, operation, raw, sink);
        }
    }
}

/// A rule with the condition under which it is broken.
struct Demand<'a> {
    rule: &'a Rule,
    broken: Test,
}

/// Every rule of an object that conditions decide, in order.
fn demands(object: &Object) -> Vec<Demand<'_>> {
    let with = |rule| {
        Some(Demand {
            rule,
            broken: Rule::broken(rule, object)?,
        })
    };
    object.decided().filter_map(with).collect()
}

impl Written<'_> {
    fn span(&self, rule: &Rule) -> Option<Span> {
        self.rules.get(&rule.id).copied()
    }
}
