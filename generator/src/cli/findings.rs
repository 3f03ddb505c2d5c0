//! Findings of `docs-check` as text, Markdown, JSON and SARIF.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::sarif;
use stipula_evidence::{Finding, Inspection, Seen, Topic, told};
use stipula_facts::Verdict;
use stipula_spec::source::Span;

/// Most findings of one topic that a terminal shows.
const SHOWN: usize = 20;

/// For people: each finding with both readings side by side, then the figures. What many findings
/// in a row advise is said once.
pub(super) fn text(found: &Inspection) -> String {
    let mut out = String::new();
    let all: Vec<&Finding> = all(found).collect();
    for alike in all.chunk_by(|a, b| a.topic == b.topic) {
        let members: Vec<&[&Finding]> = alike.chunk_by(|a, b| is_one_member(a, b)).collect();
        let shown = &members[..members.len().min(SHOWN)];
        for (index, member) in shown.iter().enumerate() {
            let [first, rest @ ..] = member else { continue };
            block(found, first, &mut out);
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
    for note in &found.report.notes {
        let _ = writeln!(out, "note: {note}");
    }
    let _ = writeln!(out, "{}", found.report.coverage.line());
    out
}

/// Whether only one side has the whole member, so that saying it once is enough.
fn is_one_member(first: &Finding, other: &Finding) -> bool {
    let is_one_sided = matches!(
        first.topic,
        Topic::Verdict(Verdict::SpecOnly | Verdict::CaptureOnly)
    );
    is_one_sided && first.at == other.at
}

/// What has to be looked at, then what may be tidied.
fn all(found: &Inspection) -> impl Iterator<Item = &Finding> {
    found.report.findings.iter().chain(&found.report.stale)
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

/// `FILE:LINE:COLUMN`
fn place(found: &Inspection, span: Span) -> String {
    let sources = &found.loaded.sources;
    let (line, column) = sources.line_column(span.file, span.start);
    format!("{}:{line}:{column}", sources.shown(span.file))
}

/// `FILE:LINE at PLACE`; a line that is gone has no number.
fn told_place(seen: &Seen) -> String {
    let line = match seen.line {
        0 => String::new(),
        line => format!(":{line}"),
    };
    format!("{}{line} at {}", seen.file, seen.at)
}

/// For a pull request: the figures and a table.
pub(super) fn markdown(found: &Inspection) -> String {
    let mut out = format!("{}\n", found.report.coverage.line());
    if all(found).next().is_none() {
        return out;
    }
    out.push_str(
        "\n| finding | at | spec | page | what to do |\n| --- | --- | --- | --- | --- |\n",
    );
    for finding in all(found) {
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
    out
}

fn code(text: &str) -> String {
    stipula_emit::code(text)
}

fn cell(text: &str) -> String {
    stipula_emit::cell(text)
}

/// Findings, stale waivers, gaps, verdicts and figures.
pub(super) fn json(found: &Inspection) -> Value {
    let report = &found.report;
    let list = |of: &[Finding]| -> Vec<Value> { of.iter().map(|it| object(found, it)).collect() };
    let coverage = &report.coverage;
    let claims: serde_json::Map<String, Value> = Verdict::ALL
        .iter()
        .map(|it| (it.name().to_owned(), coverage.of(*it).into()))
        .collect();
    json!({
        "coverage": {
            "claims": claims,
            "facts": coverage.facts,
            "gaps": coverage.gaps,
            "paragraphs": coverage.paragraphs,
            "unread": coverage.unread,
        },
        "findings": list(&report.findings),
        "stale": list(&report.stale),
        "gaps": list(&report.gaps),
        "notes": report.notes,
        "verdicts": report.records,
    })
}

fn object(found: &Inspection, finding: &Finding) -> Value {
    let spec = finding.span.map(|span| {
        let (line, column) = found.loaded.sources.line_column(span.file, span.start);
        json!({
            "file": found.loaded.sources.shown(span.file),
            "line": line,
            "column": column,
            "value": finding.ours,
        })
    });
    let pages: Vec<Value> = finding
        .seen
        .iter()
        .map(|seen| {
            json!({
                "source": seen.source,
                "file": seen.file,
                "line": seen.line,
                "at": seen.at,
                "value": seen.value,
            })
        })
        .collect();
    json!({
        "topic": finding.topic.name(),
        "at": finding.at,
        "kind": finding.kind,
        "spec": spec,
        "pages": pages,
        "message": finding.message,
        "help": finding.help,
    })
}

/// Findings at their places in the spec; what only a page says stands at the capture.
pub(super) fn sarif(found: &Inspection) -> Value {
    let ids: BTreeSet<&str> = all(found).map(|it| it.topic.name()).collect();
    let results: Vec<Value> = all(found).map(|it| result(found, it)).collect();
    let name = found.loaded.api.as_ref().map_or("", |it| it.name.as_str());
    sarif::wrapped(&ids, &results, name)
}

fn result(found: &Inspection, finding: &Finding) -> Value {
    let mut places: Vec<Value> = Vec::new();
    if let Some(span) = finding.span {
        let (line, column) = found.loaded.sources.line_column(span.file, span.start);
        let file = found.loaded.sources.shown(span.file);
        places.push(sarif::location(file, line, Some(column), &finding.at));
    }
    for seen in &finding.seen {
        let line = seen.line.max(1);
        places.push(sarif::location(&seen.file, line, None, &seen.at));
    }
    let first = places.len().min(1);
    let related = places.split_off(first);
    let level = match finding.topic {
        Topic::StaleWaiver | Topic::Gap => "note",
        Topic::Unread | Topic::OutOfDate | Topic::Coverage => "warning",
        _ => "error",
    };
    let text = format!("{}: {}; {}", finding.at, finding.message, finding.help);
    json!({
        "ruleId": finding.topic.name(),
        "level": level,
        "message": { "text": text },
        "locations": places,
        "relatedLocations": related,
    })
}
