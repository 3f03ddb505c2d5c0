//! What is ours: claims and kept files that are not right, whatever pages did.

use std::fmt::Write as _;

use super::places::{place, told_place};
use stipula_emit::{cell, code};
use stipula_evidence::{Finding, Inspection, Topic, told};
use stipula_facts::Verdict;

/// Most findings of one topic that a terminal shows.
const SHOWN: usize = 20;

/// For people: each finding with both readings side by side. What many findings in a row advise is said
/// once.
pub(super) fn text(found: &Inspection, all: &[&Finding], out: &mut String) {
    for alike in all.chunk_by(|a, b| a.topic == b.topic) {
        let members: Vec<&[&Finding]> = alike.chunk_by(|a, b| is_one_member(a, b)).collect();
        let shown = &members[..members.len().min(SHOWN)];
        for (index, member) in shown.iter().enumerate() {
            let [first, rest @ ..] = member else { continue };
            block(found, first, out);
            if !rest.is_empty() {
                let kinds: Vec<String> =
                    rest.iter().filter_map(|it| Some(it.kind?.name())).collect();
                let _ = writeln!(out, "  the same of its {}", kinds.join(", "));
            }
            let next = shown.get(index + 1).and_then(|it| it.first());
            if next.is_none_or(|next| next.help != first.help) {
                let _ = writeln!(out, "  help: {}\n", first.help);
            }
        }
        if members.len() > SHOWN {
            let rest = members.len() - SHOWN;
            let name = alike[0].topic.name();
            let _ = writeln!(out, "{name}: {rest} more; `--format json` has them all\n");
        }
    }
}

/// Whether only one side has the whole member, so that saying it once is enough.
fn is_one_member(first: &Finding, other: &Finding) -> bool {
    let is_one_sided = matches!(
        first.topic,
        Topic::Verdict(Verdict::SpecOnly | Verdict::CaptureOnly)
    );
    is_one_sided && first.at == other.at
}

fn block(found: &Inspection, finding: &Finding, out: &mut String) {
    if finding.topic == Topic::Unread {
        return words(finding, out);
    }
    let topic = finding.topic.name();
    let kind = finding.kind.map(|it| format!(", {}", it.name()));
    let _ = writeln!(out, "{topic}: {}{}", finding.at, kind.unwrap_or_default());
    let mut rows: Vec<(&str, String, String)> = Vec::new();
    if let (Some(ours), Some(span)) = (&finding.ours, finding.span) {
        let side = match finding.topic {
            Topic::StaleWaiver => "waiver",
            _ => "spec",
        };
        rows.push((side, told(ours), place(found, span)));
    }
    for seen in &finding.seen {
        rows.push(("page", told(&seen.value), told_place(seen)));
    }
    let width = rows.iter().map(|row| row.1.chars().count()).max();
    let width = width.unwrap_or_default().min(48);
    for (side, value, place) in rows {
        let _ = writeln!(out, "  {side}  {value:width$}  {place}");
    }
    let _ = writeln!(out, "  {}", finding.message);
}

/// Words nobody has read: a line is enough, since all of them are alike.
fn words(finding: &Finding, out: &mut String) {
    for seen in &finding.seen {
        let place = told_place(seen);
        let _ = writeln!(out, "unread: {place}; {}", finding.message);
    }
}

/// For a pull request: a table.
pub(super) fn markdown(found: &Inspection, all: &[&Finding], out: &mut String) {
    out.push_str("| finding | at | spec | page | what to do |\n| --- | --- | --- | --- | --- |\n");
    for finding in all {
        let spec = match (&finding.ours, finding.span) {
            (Some(ours), Some(span)) => format!("{} ({})", code(&told(ours)), place(found, span)),
            _ => String::new(),
        };
        let pages: Vec<String> = finding
            .seen
            .iter()
            .map(|seen| format!("{} ({})", code(&told(&seen.value)), told_place(seen)))
            .collect();
        let kind = finding.kind.map(|it| format!(" `{}`", it.name()));
        let _ = writeln!(
            out,
            "| {} | {}{} | {} | {} | {}; {} |",
            finding.topic.name(),
            code(&finding.at),
            kind.unwrap_or_default(),
            cell(&spec),
            cell(&pages.join(", ")),
            cell(&finding.message),
            cell(&finding.help),
        );
    }
}
