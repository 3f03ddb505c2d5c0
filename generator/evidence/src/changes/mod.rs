//! From what moved on pages to a list of work: one entry for each member that came, went, has another name
//! or is described in another way, with the findings that it caused and the edit that settles them.

mod added;
mod edit;
mod entry;
mod keys;
mod rename;
mod sketch;
mod yaml;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use stipula_facts::{Fact, Kind, Verdict};
use stipula_spec::{raw::RawSpec, source::SourceMap};

use super::{
    Change, Finding, Report, Step, Topic, Upstream, captures::Captures, compare::is_many,
    draft::added::Described, drift::Moved, kept::Kept, report::seen, told, whose::Whose,
};
use edit::Writer;
pub(super) use entry::Entry;
use sketch::Now;

/// Everything that changed on one page.
pub(super) fn entries<'a>(old: &'a [Fact], new: &'a [Fact]) -> Vec<Entry<'a>> {
    rename::pair(entry::parts(old, new))
}

/// Puts what changed upstream before what is ours. A finding that a change caused becomes part of it.
pub(super) fn tell(
    spec: &RawSpec,
    kept: &Kept,
    captures: &Captures,
    sources: &SourceMap,
    report: &mut Report,
) {
    let mut ours = std::mem::take(&mut report.findings);
    let mut upstream = Vec::new();
    let mut caused = BTreeSet::new();
    let index = Index::new(&ours);
    let writer = Writer::new(spec, sources);
    for source in &spec.sources {
        let id = &source.id.value;
        let (Some(old), Some(new)) = (kept.facts.get(id), captures.facts.get(id)) else {
            continue;
        };
        let entries = entries(old, new);
        if entries.is_empty() {
            continue;
        }
        let whose = Whose::new(spec, source);
        let capture = captures.read.get(id);
        let described = capture.map(|it| Described::by(id, &it.text, &it.page, new));
        let now = capture
            .zip(described.as_ref())
            .map(|(capture, described)| Now {
                spec,
                source: id,
                capture,
                facts: new,
                described,
            });
        for entry in entries {
            let found = index.caused(&entry, &whose, &writer, &ours);
            let causes: Vec<&Finding> = found.iter().map(|it| &ours[*it]).collect();
            let mut finding = told_once(spec, &entry, &whose, &causes);
            let (edit, span) = writer.edit(&entry, &whose, &causes, now);
            finding.span = finding.span.or(span);
            finding.upstream = Some(Upstream {
                change: entry.change,
                group: whose.group(entry.from.as_deref().unwrap_or(&entry.at)),
                edit,
                facts: entry.facts(),
            });
            upstream.push(finding);
            caused.extend(found);
        }
    }
    upstream.sort_by_cached_key(order);
    let mut nth = 0..;
    ours.retain(|_| nth.next().is_none_or(|it| !caused.contains(&it)));
    upstream.extend(ours);
    report.findings = upstream;
}

/// Work first; by change, group, and place of the page.
fn order(it: &Finding) -> impl Ord + use<> {
    let up = it.upstream.as_ref();
    let seen = it.seen.first();
    (
        up.map(|it| (it.edit.is_empty(), it.change, it.group.clone())),
        seen.map(|it| (it.source.clone(), it.line, it.at.clone())),
        it.kind,
    )
}

/// One finding for an entry, in place of those that it caused.
fn told_once(spec: &RawSpec, entry: &Entry<'_>, whose: &Whose<'_>, causes: &[&Finding]) -> Finding {
    let olds = entry.moves.iter().filter_map(|it| it.old.or(it.new));
    let places = olds.filter_map(|it| whose.linker.place(&it.at, it.kind));
    let places: BTreeSet<String> = places.collect();
    let kind = entry.moves.first().map_or(Kind::Field, Moved::kind);
    let mut message = entry.message();
    let mut own = causes.iter().filter(|it| it.topic != Topic::Unread);
    // What the spec says here, rather than what it lacks or says elsewhere.
    let here = |it: &&&Finding| it.span.is_some() && places.contains(&it.at);
    let is_member = |it: &&&Finding| here(it) && it.kind == Some(Kind::Field);
    let main = own.clone().find(is_member);
    let main = main.or(own.clone().find(here)).or(own.next());
    let mut seen_once = Vec::new();
    for moved in &entry.moves {
        let one = moved.any().map(|it| seen(spec, it));
        seen_once.extend(one.filter(|it| !seen_once.contains(it)));
    }
    for cause in causes {
        let is_of_others = matches!(
            cause.topic,
            Topic::Verdict(Verdict::Conflict) | Topic::WrongSource | Topic::Contradiction
        );
        if is_of_others {
            message = format!("{message}; {}", cause.message);
        }
        for one in &cause.seen {
            if !seen_once.contains(one) {
                seen_once.push(one.clone());
            }
        }
    }
    let first = main.or(causes.first());
    let topic = match first {
        Some(first) if entry.change != Change::Renamed => first.topic,
        _ => Topic::PageChanged,
    };
    let help = match first {
        Some(first) if entry.change != Change::Renamed => first.help.clone(),
        _ => "make the edit, if there is one, then `--accept`".to_owned(),
    };
    let mut finding = Finding::of_page(topic, &entry.at, (kind, seen_once), message, help);
    if let Some(first) = first {
        finding.at.clone_from(&first.at);
        finding.kind = first.kind;
        finding.ours.clone_from(&first.ours);
        finding.span = first.span;
    }
    finding
}

/// Findings by what they are about.
struct Index<'a> {
    /// By page, place of the page and kind.
    seen: BTreeMap<(&'a str, &'a str, Kind), Vec<usize>>,
    /// By place of the spec and kind.
    silent: BTreeMap<(&'a str, Kind), Vec<usize>>,
    /// Claims that no page confirms, by the name of their member and kind.
    named: BTreeMap<(&'a str, Kind), Vec<usize>>,
}

impl<'a> Index<'a> {
    fn new(findings: &'a [Finding]) -> Self {
        let mut index = Self {
            seen: BTreeMap::new(),
            silent: BTreeMap::new(),
            named: BTreeMap::new(),
        };
        for (nth, finding) in findings.iter().enumerate() {
            let Some(kind) = finding.kind else { continue };
            for seen in &finding.seen {
                let key = (seen.source.as_str(), seen.at.as_str(), kind);
                index.seen.entry(key).or_default().push(nth);
            }
            if matches!(finding.topic, Topic::Verdict(_) | Topic::WrongSource) {
                let key = (finding.at.as_str(), kind);
                index.silent.entry(key).or_default().push(nth);
            }
            if finding.topic == Topic::Verdict(Verdict::SpecOnly) {
                let key = (last(&finding.at), kind);
                index.named.entry(key).or_default().push(nth);
            }
        }
        index
    }

    /// The findings that would not be there without this change.
    fn caused(
        &self,
        entry: &Entry<'_>,
        whose: &Whose<'_>,
        writer: &Writer<'_>,
        findings: &[Finding],
    ) -> BTreeSet<usize> {
        let mut caused = BTreeSet::new();
        for moved in &entry.moves {
            if let Some(new) = moved.new {
                let one = seen(writer.spec, new);
                let key = (new.source.as_str(), new.at.as_str(), new.kind);
                let here = self.seen.get(&key).into_iter().flatten();
                caused.extend(here.filter(|it| findings[**it].seen.contains(&one)));
            }
            let Some(old) = moved.old else { continue };
            let Some(place) = whose.linker.place(&old.at, old.kind) else {
                continue;
            };
            let here = self.silent.get(&(place.as_str(), old.kind));
            let says = |ours: &Option<Value>| {
                !is_many(old.kind) || ours.as_ref().is_some_and(|it| told(it) == told(&old.value))
            };
            let here = here.into_iter().flatten();
            caused.extend(here.filter(|it| says(&findings[**it].ours)));
            // Members of other operations that rest on what this page said.
            let named = self.named.get(&(last(&place), old.kind));
            caused.extend(named.into_iter().flatten().filter(|it| {
                let finding = &findings[**it];
                finding.ours.as_ref() == Some(&old.value)
                    && writer.rests_on(&finding.at, old.kind, &old.source)
            }));
        }
        caused
    }
}

/// The name that a place of the spec ends with.
fn last(at: &str) -> &str {
    at.rsplit('.').next().unwrap_or(at)
}

/// A step that asks a person to read.
fn reading(what: &str) -> Vec<Step> {
    vec![Step::of(format!(
        "read {what}, and say in the spec what they say"
    ))]
}
