//! Findings and summaries on the terminal.

use annotate_snippets::Renderer;
use anstream::eprintln;

use stipula_emit::output::{ChangeKind, Plan};
use stipula_spec::{
    diag::{self, Diagnostic, Level, render},
    source::SourceMap,
};

/// Prints every finding that matters at least so much, and a count of errors and warnings.
#[allow(clippy::print_stderr)] // this is the command
pub(super) fn findings(found: &[Diagnostic], sources: &SourceMap, least: Level) {
    let renderer = Renderer::styled();
    for it in found.iter().filter(|it| it.code.level() <= least) {
        eprintln!("{}\n", render(it, sources, &renderer));
    }
    let of = |level| diag::count(found, level);
    let (errors, warnings) = (of(Level::Error), of(Level::Warning));
    if errors + warnings > 0 {
        eprintln!(
            "{}, {}; `stipula explain CODE` shows an example",
            count(errors, "error"),
            count(warnings, "warning")
        );
    }
}

/// Counts of a plan: "3 added, 1 changed, 40 unchanged".
pub(super) fn summary(plan: &Plan) -> String {
    let of = |kind| plan.changes.iter().filter(|it| it.kind == kind).count();
    format!(
        "{} added, {} changed, {} removed, {} unchanged",
        of(ChangeKind::Added),
        of(ChangeKind::Changed),
        of(ChangeKind::Removed),
        plan.unchanged,
    )
}

/// The difference as a unified diff.
pub(super) fn diff(path: &str, old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}

/// "1 error", "2 errors".
pub(super) fn count(number: usize, word: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {word}{s}")
}
