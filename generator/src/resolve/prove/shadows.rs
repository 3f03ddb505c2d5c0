//! Rules that never matter, because another one about the same member is broken whenever they are.

use super::Written;
use crate::{
    cases::{Space, demands::Demand},
    diag::{Code, Diagnostic, Sink},
    facts::holds,
    model::Api,
};

/// Reports every rule that another one hides; of two that say the same, the later one.
pub(super) fn all(api: &Api, demands: &[Demand<'_>], written: &Written<'_>, sink: &mut Sink) {
    for (index, second) in demands.iter().enumerate() {
        for first in demands[..index].iter().filter(|it| it.at == second.at) {
            let Some(space) = Space::of(&api.types, &[&first.broken, &second.broken]) else {
                continue;
            };
            if hides(&space, second, first) {
                report(second, first, written, sink);
            } else if hides(&space, first, second) {
                report(first, second, written, sink);
            }
        }
    }
}

/// Whether `by` is broken whenever `hidden` is, and weighs as much.
fn hides(space: &Space, hidden: &Demand<'_>, by: &Demand<'_>) -> bool {
    if hidden.is_error() && !by.is_error() {
        return false;
    }
    let broken = |case: &_| holds(&hidden.broken, case);
    let mut broken = space.cases().filter(broken).peekable();
    // A rule that nothing breaks has been reported, and is no business of another one.
    broken.peek().is_some() && broken.all(|case| holds(&by.broken, &case))
}

fn report(hidden: &Demand<'_>, by: &Demand<'_>, written: &Written<'_>, sink: &mut Sink) {
    let (Some(at), Some(also)) = (written.place(hidden), written.place(by)) else {
        return;
    };
    let message = format!(
        "this rule about `{}` adds nothing: whenever it is broken, another one is",
        hidden.at
    );
    let diagnostic = Diagnostic::new(Code::RuleShadowed, at, message)
        .also(also, "the other rule")
        .help("remove it, or narrow the other one");
    sink.report(diagnostic);
}
