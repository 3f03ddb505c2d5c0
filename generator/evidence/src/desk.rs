//! One check from start to end: read what is kept, read captures if there are any, hold them
//! against the spec, and say what would have to be written.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};
use stipula_facts::{Fact, VERDICTS, to_lines};

use stipula_spec::{Loaded, load_written, raw::RawSpec, source::Span};

use super::{
    CheckError, Finding, Report, Seen, Topic,
    captures::Captures,
    check,
    kept::{self, Kept, LEDGER, RATCHET, Ratchet, Read},
    report::seen,
};

/// What to do besides looking.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// Folder with the captures that `sources.yaml` names; without it, the kept facts are used.
    pub captures: Option<PathBuf>,
    /// Keep facts, verdicts and figures as they are now.
    pub write: bool,
    /// Mark every paragraph as read.
    pub mark_read: bool,
}

/// What came of a check.
#[derive(Debug)]
#[non_exhaustive]
pub struct Inspection {
    /// Findings, verdicts, figures.
    pub report: Report,
    /// Files to write below the folder of the spec, empty unless that was asked for.
    pub files: BTreeMap<String, String>,
    /// The spec, for its places.
    pub loaded: Loaded,
}

/// Checks the spec in a folder.
///
/// # Errors
/// When spec, kept files or captures cannot be read. A difference is no error; it is in the report.
pub fn inspect(folder: &Path, options: &Options) -> Result<Inspection, CheckError> {
    let (mut loaded, spec) = load_written(folder);
    if loaded.api.is_none() {
        return Err(CheckError::Spec(Box::new(loaded)));
    }
    let kept = Kept::read(&spec, &mut loaded.sources).map_err(CheckError::Unreadable)?;
    let captures = match &options.captures {
        None => Captures::kept(&spec, &kept),
        Some(folder) => Captures::read(&spec, folder, &kept)?,
    };
    let all: Vec<Fact> = captures.facts.values().flatten().cloned().collect();
    let mut report = check::check(&spec, &all);
    let read = ledger(&all, &kept, options, &spec, &mut report);
    report.coverage.gaps = report.gaps.len();
    let now = Ratchet::of(&report.coverage);
    ratchet(&kept, &now, &mut report);
    let best = kept
        .ratchet
        .as_ref()
        .map_or(now.clone(), |it| it.best(&now));
    let mut files = wanted(&captures.facts, &report, &read, &best);
    files.extend(captures.digests_in_place(&spec, &loaded));
    if options.write {
        files.retain(|path, text| kept.texts.get(path) != Some(text));
    } else {
        let rest = unmerged(captures.drifted, &mut report.findings);
        report.findings.extend(rest);
        out_of_date(&kept, &files, &mut report);
        files.clear();
    }
    report.notes = captures.notes;
    report.stale.extend(parts_of_nothing(&spec, &all));
    report.findings.sort_by_key(order);
    Ok(Inspection {
        report,
        files,
        loaded,
    })
}

/// By topic, then by place in the spec, then by line of the page.
fn order(it: &Finding) -> (Topic, Option<Span>, Option<(String, usize)>) {
    let page = it.seen.first().map(|it| (it.source.clone(), it.line));
    (it.topic, it.span, page)
}

/// What should be kept, by path.
fn wanted(
    facts: &BTreeMap<String, Vec<Fact>>,
    report: &Report,
    read: &BTreeSet<Read>,
    best: &Ratchet,
) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = facts
        .iter()
        .map(|(source, facts)| (kept::facts_of(source), to_lines(facts)))
        .collect();
    let ratchet = serde_json::to_string_pretty(best).unwrap_or_default() + "\n";
    files.insert(VERDICTS.to_owned(), to_lines(&report.records));
    files.insert(LEDGER.to_owned(), to_lines(read));
    files.insert(RATCHET.to_owned(), ratchet);
    files
}

/// Paragraphs that were read; the others are findings.
fn ledger(
    facts: &[Fact],
    kept: &Kept,
    options: &Options,
    spec: &RawSpec,
    report: &mut Report,
) -> BTreeSet<Read> {
    // A paragraph may move to another field; its words are what was read.
    let known: BTreeSet<(&str, &str)> = kept
        .read
        .iter()
        .map(|it| (it.source.as_str(), it.digest.as_str()))
        .collect();
    let mut read = BTreeSet::new();
    for fact in facts.iter().filter(|it| it.kind.is_prose()) {
        report.coverage.paragraphs += 1;
        let is_known = known.contains(&(fact.source.as_str(), fact.digest.as_str()));
        if is_known || options.mark_read {
            read.insert(Read::of(fact));
            continue;
        }
        report.coverage.unread += 1;
        report.findings.push(Finding::of_page(
            Topic::Unread,
            &fact.at,
            (fact.kind, vec![seen(spec, fact)]),
            "nobody has marked these words as read",
            "read them, say in the spec what they say, then `--mark-read --write`",
        ));
    }
    read
}

fn ratchet(kept: &Kept, now: &Ratchet, report: &mut Report) {
    let Some(before) = &kept.ratchet else {
        return;
    };
    // A difference says better what got worse.
    if has_verdicts(report) {
        return;
    }
    for message in before.worse(now) {
        report.findings.push(Finding::of_file(
            Topic::Coverage,
            RATCHET,
            message,
            format!("mend what got worse, or change {RATCHET} by hand and say why"),
        ));
    }
}

fn has_verdicts(report: &Report) -> bool {
    let mut topics = report.findings.iter().map(|it| it.topic);
    topics.any(|it| matches!(it, Topic::Verdict(_)))
}

/// Changes of a page that no verdict tells already.
fn unmerged(drifted: Vec<Finding>, told: &mut [Finding]) -> Vec<Finding> {
    let mut rest = Vec::new();
    for change in drifted {
        let same = |seen: &Seen| change.seen.contains(seen);
        let known = told
            .iter_mut()
            .find(|it| it.kind == change.kind && it.seen.iter().any(same));
        match known {
            Some(finding) => finding.message = format!("{}; {}", finding.message, change.message),
            None => rest.push(change),
        }
    }
    rest
}

/// Parts of a page that the page does not have.
fn parts_of_nothing(spec: &RawSpec, facts: &[Fact]) -> Vec<Finding> {
    let mut found = Vec::new();
    for source in &spec.sources {
        let own: Vec<&Fact> = facts
            .iter()
            .filter(|it| it.source == source.id.value)
            .collect();
        for (part, _) in source.parts.iter().filter(|_| !own.is_empty()) {
            let below = format!("{}/", part.value);
            let is_there = |it: &&Fact| it.at == part.value || it.at.starts_with(&below);
            if own.iter().any(is_there) {
                continue;
            }
            found.push(Finding {
                topic: Topic::StaleWaiver,
                at: format!("{} parts", source.id.value),
                kind: None,
                ours: Some(part.value.clone().into()),
                span: Some(part.span),
                seen: Vec::new(),
                message: "the page has no such part".to_owned(),
                help: "`at` of its facts tells which parts there are".to_owned(),
            });
        }
    }
    found
}

/// Kept files that are not what they should be, unless a finding about a page says so already.
fn out_of_date(kept: &Kept, files: &BTreeMap<String, String>, report: &mut Report) {
    let moved = report.findings.iter().any(|it| {
        matches!(
            it.topic,
            Topic::PageChanged | Topic::Unread | Topic::Verdict(_)
        )
    });
    for path in [VERDICTS, LEDGER, RATCHET] {
        let text = files.get(path).map_or("", String::as_str);
        if moved || kept.texts.get(path).map_or("", String::as_str) == text {
            continue;
        }
        report.findings.push(Finding::of_file(
            Topic::OutOfDate,
            path,
            "the file is not what this check would write",
            "run `stipula docs-check --write`",
        ));
    }
}
