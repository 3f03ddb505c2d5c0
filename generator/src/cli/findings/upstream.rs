//! What changed upstream, as a list of work: by change, then by operation or type, each entry with its
//! place on the page, its place in the spec and the edit.

use std::fmt::Write as _;

use super::{
    parts::Parts,
    places::{place, told_place},
};
use stipula_emit::code;
use stipula_evidence::{Finding, Inspection, Step, Topic, Upstream};

/// Most entries of one change that a terminal shows.
const SHOWN: usize = 20;

type Entry<'a> = (&'a Finding, &'a Upstream);

/// Entries with an edit in blocks, the others in a line each.
pub(super) fn text(found: &Inspection, parts: &Parts<'_>, out: &mut String) {
    for alike in parts.upstream.chunk_by(is_alike) {
        let shown = &alike[..alike.len().min(SHOWN)];
        for group in shown.chunk_by(|a, b| a.1.group == b.1.group) {
            let _ = writeln!(out, "{}", title(&group[0]));
            for (finding, up) in group {
                let _ = writeln!(out, "- {}", told(finding));
                steps(found, finding, up, out);
            }
            out.push('\n');
        }
        if alike.len() > SHOWN {
            let rest = alike.len() - SHOWN;
            let name = alike[0].1.change.name();
            let _ = writeln!(out, "{name}: {rest} more; `--format json` has them all\n");
        }
    }
    let _ = writeln!(out, "  help: {HELP}\n");
}

const HELP: &str = "make the edits, then `--accept`; `--accept PLACE` accepts an operation, a type or a place, and leaves the rest open";

/// For a pull request: entries to tick off.
pub(super) fn markdown(found: &Inspection, parts: &Parts<'_>, out: &mut String) {
    for alike in parts.upstream.chunk_by(is_alike) {
        for group in alike.chunk_by(|a, b| a.1.group == b.1.group) {
            let _ = writeln!(out, "#### {}\n", title(&group[0]));
            for (finding, up) in group {
                let _ = writeln!(out, "- [ ] {}", told(finding));
                ticked(found, finding, up, out);
            }
            out.push('\n');
        }
    }
    let _ = writeln!(out, "{HELP}");
}

fn is_alike(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    let of = |it: &Entry<'_>| (it.1.edit.is_empty(), it.1.change);
    of(one) == of(other)
}

/// "added in `send`"; without an edit, that is said.
fn title((_, up): &Entry<'_>) -> String {
    let change = up.change.name();
    let group = code(&up.group);
    if up.edit.is_empty() {
        format!("{change} in {group}, without an edit")
    } else {
        format!("{change} in {group}")
    }
}

/// Where on the page, and what happened there.
fn told(finding: &Finding) -> String {
    let mut places: Vec<String> = finding.seen.iter().map(told_place).collect();
    places.dedup();
    // Below a new member there are many.
    let first = places.first().cloned().unwrap_or_default();
    let others = match finding.topic {
        Topic::Verdict(stipula_facts::Verdict::Conflict) => places.get(1..).unwrap_or_default(),
        _ => &[],
    };
    let mut text = format!("{first}: {}", finding.message);
    for other in others {
        let _ = write!(text, "; beside {other}");
    }
    text
}

/// The steps, the first behind its place in the spec; then how the difference can stay.
fn steps(found: &Inspection, finding: &Finding, up: &Upstream, out: &mut String) {
    for (nth, step) in up.edit.iter().enumerate() {
        let at = spec_place(found, finding).filter(|_| nth == 0);
        let at = at.map(|it| format!("{it}: ")).unwrap_or_default();
        let end = if step.lines.is_empty() { "" } else { ":" };
        let _ = writeln!(out, "  {at}{}{end}", step.what);
        for line in &step.lines {
            let _ = writeln!(out, "      {line}");
        }
    }
    if let Some(waiver) = waiver(finding, up) {
        let _ = writeln!(out, "  or waive it: {waiver}");
    }
}

fn ticked(found: &Inspection, finding: &Finding, up: &Upstream, out: &mut String) {
    for (nth, Step { what, lines, .. }) in up.edit.iter().enumerate() {
        let at = spec_place(found, finding).filter(|_| nth == 0);
        let at = at.map(|it| format!("{it}: ")).unwrap_or_default();
        let _ = writeln!(out, "  - {at}{what}");
        if !lines.is_empty() {
            let _ = write!(out, "    ```yaml\n    {}\n    ```\n", lines.join("\n    "));
        }
    }
    if let Some(waiver) = waiver(finding, up) {
        let _ = writeln!(out, "  - or waive it: {waiver}");
    }
}

fn spec_place(found: &Inspection, finding: &Finding) -> Option<String> {
    finding.span.map(|span| place(found, span))
}

/// The waiver that a difference would need, when nobody wants the edit.
fn waiver<'a>(finding: &'a Finding, up: &Upstream) -> Option<&'a str> {
    let is_verdict = matches!(finding.topic, Topic::Verdict(_)) && !up.edit.is_empty();
    let advice = finding.help.split_once("waive it: ").filter(|_| is_verdict);
    advice.map(|(_, waiver)| waiver)
}
