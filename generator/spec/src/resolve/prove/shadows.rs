//! Rules that never matter, because another one about the same member is broken whenever they are.

use super::{Demand, Written};
use crate::diag::{Code, Diagnostic, Sink};
use stipula_contract::Api;
use stipula_logic::{cases::Space, values::holds};

/// Reports every rule that another one hides; of two that say the same, the later one.
pub(super) fn all(api: &Api, demands: &[Demand<'_>], written: &Written<'_>, sink: &mut Sink) {
    for (index, second) in demands.iter().enumerate() {
        for first in demands[..index]
            .iter()
            .filter(|it| it.rule.at == second.rule.at)
        {
            let Some(space) = Space::of(&api.types, &[&first.broken, &second.broken]) else {
                continue;
            };
            if let Some(case) = hides(&space, second, first) {
                report(second, first, &case, written, sink);
            } else if let Some(case) = hides(&space, first, second) {
                report(first, second, &case, written, sink);
            }
        }
    }
}

/// A case in which both are broken, when `by` is broken whenever `hidden` is, and weighs as much.
fn hides(space: &Space, hidden: &Demand<'_>, by: &Demand<'_>) -> Option<String> {
    if hidden.rule.is_error() && !by.rule.is_error() {
        return None;
    }
    let broken = |case: &_| holds(&hidden.broken, case);
    let mut broken = space.cases().filter(broken).peekable();
    // A rule that nothing breaks has been reported, and is no business of another one.
    let said = broken.peek()?.said(&hidden.broken.places());
    broken.all(|case| holds(&by.broken, &case)).then_some(said)
}

fn report(
    hidden: &Demand<'_>,
    by: &Demand<'_>,
    case: &str,
    written: &Written<'_>,
    sink: &mut Sink,
) {
    let (Some(at), Some(also)) = (written.span(hidden.rule), written.span(by.rule)) else {
        return;
    };
    let message = format!(
        "this rule about `{}` adds nothing: whenever it is broken, another one is, as when {case}",
        hidden.rule.at
    );
    let diagnostic = Diagnostic::new(Code::RuleShadowed, at, message)
        .also(also, "the other rule")
        .help("remove it, or narrow the other one");
    sink.report(diagnostic);
}
