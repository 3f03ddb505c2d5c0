//! Findings as data: JSON and SARIF.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::parts::Parts;
use crate::cli::sarif;
use stipula_evidence::{Change, Finding, Inspection, Topic, Upstream};
use stipula_facts::Verdict;

/// Findings, stale waivers, gaps, verdicts and figures.
pub(in crate::cli) fn json(found: &Inspection) -> Value {
    let report = &found.report;
    let list = |of: &[Finding]| -> Vec<Value> { of.iter().map(|it| object(found, it)).collect() };
    let coverage = &report.coverage;
    let claims: serde_json::Map<String, Value> = Verdict::ALL
        .iter()
        .map(|it| (it.name().to_owned(), coverage.of(*it).into()))
        .collect();
    let parts = Parts::of(report);
    let mut changes: serde_json::Map<String, Value> = Change::ALL
        .iter()
        .map(|it| (it.name().to_owned(), parts.count(*it).into()))
        .collect();
    changes.insert("without_edit".to_owned(), parts.without_edit().into());
    json!({
        "changes": changes,
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

/// The steps as a text: sentences, each with its lines of YAML below.
fn edit(upstream: &Upstream) -> Option<String> {
    let steps = upstream.edit.iter().map(|it| {
        let lines = it.lines.iter().map(|it| format!("\n  {it}"));
        let lines: String = lines.collect();
        let end = if lines.is_empty() { "" } else { ":" };
        format!("{}{end}{lines}", it.what)
    });
    let steps: Vec<String> = steps.collect();
    (!steps.is_empty()).then(|| steps.join("\n"))
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
    let upstream = finding.upstream.as_ref();
    let facts = upstream.map(|it| {
        let facts = it
            .facts
            .iter()
            .map(|it| json!({ "at": it.at, "kind": it.kind, "was": it.was, "is": it.is }));
        facts.collect::<Vec<_>>()
    });
    json!({
        "change": upstream.map(|it| it.change.name()),
        "group": upstream.map(|it| &it.group),
        "edit": upstream.and_then(edit),
        "facts": facts,
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
pub(in crate::cli) fn sarif(found: &Inspection) -> Value {
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
        places.push(sarif::location(file, Some(line), Some(column), &finding.at));
    }
    for seen in &finding.seen {
        let place = sarif::location(&seen.file, seen.line, None, &seen.at);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let first = places.len().min(1);
    let related = places.split_off(first);
    let level = match finding.topic {
        Topic::StaleWaiver | Topic::Gap => "note",
        Topic::Unread | Topic::OutOfDate | Topic::Coverage => "warning",
        _ if upstream_is_done(finding) => "note",
        _ => "error",
    };
    let upstream = finding.upstream.as_ref();
    let edit = upstream.and_then(edit);
    let advice = match &edit {
        Some(edit) => format!("{edit}; {}", finding.help),
        None => finding.help.clone(),
    };
    let text = format!("{}: {}; {advice}", finding.at, finding.message);
    let properties =
        upstream.map(|it| json!({ "change": it.change.name(), "group": it.group, "edit": edit }));
    let mut result = json!({
        "ruleId": finding.topic.name(),
        "level": level,
        "message": { "text": text },
        "locations": places,
        "relatedLocations": related,
    });
    if let Some(properties) = properties {
        result["properties"] = properties;
    }
    result
}

/// Whether a page changed, and the spec need not.
fn upstream_is_done(finding: &Finding) -> bool {
    let upstream = finding.upstream.as_ref();
    upstream.is_some_and(|it| it.edit.is_empty())
}

/// What changed upstream, what is ours, then what may be tidied.
fn all(found: &Inspection) -> impl Iterator<Item = &Finding> {
    found.report.findings.iter().chain(&found.report.stale)
}
