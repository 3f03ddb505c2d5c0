//! Scenarios that the rules of the body leave without any body.

use crate::{
    diag::{Code, Diagnostic, Sink},
    raw::RawOperation,
};
use stipula_contract::{Api, Operation};
use stipula_logic::{
    cases::{Space, demands},
    values::holds,
};

/// Reports every scenario in which each case breaks a rule of the body.
pub(super) fn all(api: &Api, operation: &Operation, raw: &RawOperation, sink: &mut Sink) {
    let Some(body) = api.type_(operation.request).object() else {
        return;
    };
    let demands: Vec<_> = demands::of(body)
        .into_iter()
        .filter(demands::Demand::is_error)
        .collect();
    for scenario in &operation.scenarios {
        // One rule at a time keeps the cases few; a rule alone is what a person can mend.
        for demand in &demands {
            let when = &scenario.when.cond;
            let Some(space) = Space::of(&api.types, &[when, &demand.broken]) else {
                continue;
            };
            let mut inside = space.cases().filter(|case| holds(when, case)).peekable();
            let mut read = when.places();
            read.extend(demand.broken.places());
            let Some(first) = inside.peek().map(|case| case.said(&read)) else {
                continue;
            };
            if !inside.all(|case| holds(&demand.broken, &case)) {
                continue;
            }
            let written = raw
                .scenarios
                .iter()
                .find(|it| it.name.value == scenario.name)
                .and_then(|it| it.when.as_ref());
            let Some(written) = written else { continue };
            let message = format!(
                "every body of the scenario `{}` breaks the rule `{}`, as when {first}",
                scenario.name, demand.meta.id
            );
            let help = format!("correct one of the two; the rule: {}", demand.meta.sentence);
            sink.report(Diagnostic::new(Code::ScenarioEmpty, written.span, message).help(help));
        }
    }
}
