//! Findings of `docs-check` as text, Markdown, JSON and SARIF: what changed upstream as a list of work, then
//! what is ours.

mod data;
mod ours;
mod parts;
mod places;
mod upstream;

use std::fmt::Write as _;

pub(super) use data::{json, sarif};
use parts::Parts;
use stipula_evidence::Inspection;

/// For people: the work, what is ours, then the figures.
pub(super) fn text(found: &Inspection) -> String {
    let parts = Parts::of(&found.report);
    let mut out = String::new();
    if !parts.upstream.is_empty() {
        let _ = writeln!(out, "{}\n", parts.upstream_line());
        upstream::text(found, &parts, &mut out);
    }
    if !parts.ours.is_empty() {
        let _ = writeln!(out, "{}\n", parts.ours_line());
        ours::text(found, &parts.ours, &mut out);
    }
    for note in &found.report.notes {
        let _ = writeln!(out, "note: {note}");
    }
    let _ = writeln!(out, "{}", found.report.coverage.line());
    out
}

/// For a pull request: the figures, the work as a list to tick off, and a table of what is ours.
pub(super) fn markdown(found: &Inspection) -> String {
    let parts = Parts::of(&found.report);
    let mut out = format!("{}\n", found.report.coverage.line());
    if !parts.upstream.is_empty() {
        let _ = write!(out, "\n### {}\n\n", parts.upstream_line());
        upstream::markdown(found, &parts, &mut out);
    }
    if !parts.ours.is_empty() {
        let _ = write!(out, "\n### {}\n\n", parts.ours_line());
        ours::markdown(found, &parts.ours, &mut out);
    }
    out
}
