//! One check from start to end: read what is kept, read captures if there are any, hold them
//! against the spec, and say what would have to be written.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};
use stipula_facts::{Fact, VERDICTS, to_lines};

use stipula_spec::{Loaded, load_written, raw::RawSpec};

use super::{
    CheckError, Finding, Report, Topic,
    accept::{self, Accept},
    captures::Captures,
    changes, check,
    kept::{self, Kept, LEDGER, RATCHET, Ratchet},
    ledger,
};

/// What to do besides looking.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Options {
    /// Folder with the captures that `sources.yaml` names; without it, the kept facts are used.
    pub captures: Option<PathBuf>,
    /// What a person has read, to be kept as it is now: facts, paragraphs, verdicts and figures.
    pub accept: Option<Accept>,
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
/// When spec, kept files or captures cannot be read, or a place to accept is nowhere. A difference is no
/// error; it is in the report.
pub fn inspect(folder: &Path, options: &Options) -> Result<Inspection, CheckError> {
    let (mut loaded, spec) = load_written(folder);
    if loaded.api.is_none() {
        return Err(CheckError::Spec(Box::new(loaded)));
    }
    let mut kept = Kept::read(&spec, &mut loaded.sources).map_err(CheckError::Unreadable)?;
    let mut captures = match &options.captures {
        None => Captures::kept(&kept),
        Some(folder) => Captures::read(&spec, folder, &kept)?,
    };
    let mut files = BTreeMap::new();
    if let Some(accepted) = &options.accept {
        accept::accept(&spec, &captures, accepted, &mut kept)?;
        let all: Vec<Fact> = kept.facts.values().flatten().cloned().collect();
        let report = check::check(&spec, &all);
        files = wanted(&kept, &report);
        files.retain(|path, text| kept.texts.get(path) != Some(text));
        kept.ratchet = Some(best(&kept, &report));
        kept.texts.extend(files.clone());
        files.extend(captures.digests_in_place(&spec, &kept, &loaded));
    } else {
        captures.notes.extend(captures.other_digests(&spec, &kept));
    }
    let mut report = look(&spec, &kept, &captures, &loaded);
    report.notes = captures.notes;
    Ok(Inspection {
        report,
        files,
        loaded,
    })
}

/// What the pages say now, beside the spec and beside what is kept.
fn look(spec: &RawSpec, kept: &Kept, captures: &Captures, loaded: &Loaded) -> Report {
    let all: Vec<Fact> = captures.facts.values().flatten().cloned().collect();
    let mut report = check::check(spec, &all);
    ledger::unread(&all, kept, spec, &mut report);
    ratchet(kept, &mut report);
    report.findings.sort_by_key(order);
    changes::tell(spec, kept, captures, &loaded.sources, &mut report);
    never_read(spec, kept, &mut report);
    out_of_date(kept, captures, &mut report);
    report.stale.extend(parts_of_nothing(spec, &all));
    report
}

/// By topic, then by place in the spec, then by place of the page.
fn order(it: &Finding) -> impl Ord + use<> {
    let seen = it.seen.first();
    let page = seen.map(|it| (it.source.clone(), it.line, it.at.clone()));
    (it.topic, it.span, page)
}

/// What should be kept, by path.
fn wanted(kept: &Kept, report: &Report) -> BTreeMap<String, String> {
    let facts = kept.facts.iter();
    let mut files: BTreeMap<String, String> = facts
        .map(|(source, facts)| (kept::facts_of(source), to_lines(facts)))
        .collect();
    let ratchet = serde_json::to_string_pretty(&best(kept, report)).unwrap_or_default() + "\n";
    files.insert(VERDICTS.to_owned(), to_lines(&report.records));
    files.insert(LEDGER.to_owned(), to_lines(&kept.read));
    files.insert(RATCHET.to_owned(), ratchet);
    files
}

/// The best figures so far.
fn best(kept: &Kept, report: &Report) -> Ratchet {
    let now = Ratchet::of(&report.coverage);
    let before = kept.ratchet.as_ref();
    before.map_or_else(|| now.clone(), |it| it.best(&now))
}

fn ratchet(kept: &Kept, report: &mut Report) {
    let Some(before) = &kept.ratchet else {
        return;
    };
    // A difference says better what got worse.
    if has_verdicts(report) {
        return;
    }
    for message in before.worse(&Ratchet::of(&report.coverage)) {
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
                upstream: None,
            });
        }
    }
    found
}

/// Pages with a capture of which nothing is kept: it would look as if they said nothing.
fn never_read(spec: &RawSpec, kept: &Kept, report: &mut Report) {
    let captured = spec.sources.iter().filter(|it| it.shape.is_some());
    for source in captured.filter(|it| !kept.facts.contains_key(&it.id.value)) {
        report.findings.push(Finding::of_file(
            Topic::OutOfDate,
            kept::facts_of(&source.id.value),
            "no facts of this page are kept yet",
            "read its capture and keep them: `--captures FOLDER --accept`",
        ));
    }
}

/// Kept files that are not what they should be, unless a finding about a page says so already.
fn out_of_date(kept: &Kept, captures: &Captures, report: &mut Report) {
    let moved = report
        .findings
        .iter()
        .any(|it| it.upstream.is_some() || matches!(it.topic, Topic::Unread | Topic::Verdict(_)));
    for (path, text) in wanted(kept, report) {
        let source = path
            .strip_prefix("facts/")
            .and_then(|it| it.strip_suffix(".jsonl"));
        // Facts say by themselves whether they were edited; the rest follows from spec and pages.
        let (text, help) = match source {
            Some(source) if captures.read.contains_key(source) => {
                let is_told = report.findings.iter().any(|it| {
                    it.upstream.is_some() && it.seen.iter().any(|it| it.source == source)
                });
                if is_told {
                    continue;
                }
                let text = to_lines(&captures.for_record(source));
                (text, "run `stipula docs-check --captures FOLDER --accept`")
            }
            None if moved => continue,
            _ => (text, "run `stipula docs-check --accept`"),
        };
        if kept.texts.get(&path).map_or("", String::as_str) == text {
            continue;
        }
        report.findings.push(Finding::of_file(
            Topic::OutOfDate,
            path,
            "the file is not what this check would write",
            help,
        ));
    }
}
