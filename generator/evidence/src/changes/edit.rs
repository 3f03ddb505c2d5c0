//! The edit that makes the spec say what the page says.

use std::collections::BTreeMap;

use stipula_facts::{Fact, Kind, Verdict, place};
use stipula_spec::{
    raw::{RawBody, RawSpec, RawTypeDefKind},
    source::{SourceMap, Span},
};

use super::{entry::Entry, reading, sketch::Now};
use crate::{
    Change, Finding, Step, Topic,
    claims::{self, Claim},
    drift::Moved,
    told,
    whose::Whose,
};

/// What edits are made of: the spec as it is written.
pub(super) struct Writer<'a> {
    pub(super) spec: &'a RawSpec,
    sources: &'a SourceMap,
    pub(super) claims: BTreeMap<(String, Kind), Claim<'a>>,
}

/// A page before and after, for one entry.
pub(super) struct Task<'t> {
    pub(super) entry: &'t Entry<'t>,
    pub(super) whose: &'t Whose<'t>,
    pub(super) now: Now<'t>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(spec: &'a RawSpec, sources: &'a SourceMap) -> Self {
        let mut index = BTreeMap::new();
        for claim in claims::all(spec) {
            index.entry((claim.at.clone(), claim.kind)).or_insert(claim);
        }
        Self {
            spec,
            sources,
            claims: index,
        }
    }

    /// The steps of the edit, none where the spec need not change; and the place where it begins.
    pub(super) fn edit(
        &self,
        entry: &Entry<'_>,
        whose: &Whose<'_>,
        causes: &[&Finding],
        now: Option<Now<'_>>,
    ) -> (Vec<Step>, Option<Span>) {
        let Some(now) = now else {
            return (Vec::new(), None);
        };
        let task = Task { entry, whose, now };
        let is_unread = causes.iter().any(|it| it.topic == Topic::Unread);
        let own: Vec<&&Finding> = causes
            .iter()
            .filter(|it| it.topic != Topic::Unread)
            .collect();
        let by_hand =
            |it: &&&Finding| matches!(it.topic, Topic::Contradiction | Topic::WrongSource);
        let lost = entry
            .moves
            .iter()
            .any(|it| it.kind() == Kind::Gap && it.new.is_some());
        let (mut steps, span) = match own.as_slice() {
            [] if lost => (vec![Step::of(RECAPTURE)], None),
            [] => (Vec::new(), self.span_at(&task)),
            [first, ..] if own.iter().all(by_hand) => (vec![Step::of(first.help.clone())], None),
            _ => self.work(&task),
        };
        steps.extend(self.elsewhere(&task, &own));
        match (steps.is_empty(), entry.change) {
            _ if !is_unread => {}
            (true, _) => steps = reading("these words"),
            // Their `doc` is still to be written.
            (false, Change::Added) => {}
            (false, _) => steps.extend(reading("the words beside it, which changed, too")),
        }
        (steps, span)
    }

    fn work(&self, task: &Task<'_>) -> (Vec<Step>, Option<Span>) {
        match task.entry.change {
            Change::Added => self.added(task),
            Change::Removed => self.removed(task),
            Change::Renamed => self.renamed(task),
            Change::Changed => (self.keys(task), self.span_at(task)),
        }
    }

    fn removed(&self, task: &Task<'_>) -> (Vec<Step>, Option<Span>) {
        let at = task.entry.at.as_str();
        let linker = &task.whose.linker;
        if let Some(fact) = task.entry.value().filter(|it| it.at == at) {
            let place = linker.place(at, fact.kind).unwrap_or_default();
            let text = told(&fact.value);
            return (
                vec![Step::of(format!("delete `{text}` from `{place}`"))],
                None,
            );
        }
        let place = linker.place(at, Kind::Field);
        let field = place.and_then(|it| self.claims.get(&(it, Kind::Field)));
        if let Some(claim) = field {
            let step = match claim.at.rsplit_once('.') {
                Some((owner, name)) => format!("delete `{name}` from `{owner}`"),
                None => format!("delete `{}`", claim.at),
            };
            return (vec![Step::of(step)], Some(claim.span));
        }
        let gone = task.entry.moves.iter().filter_map(|it| it.old);
        let places = gone.filter_map(|it| linker.place(&it.at, it.kind));
        let mut places: Vec<String> = places.collect();
        places.sort();
        places.dedup();
        let span = places.first().and_then(|it| self.span(it, Kind::Field));
        let step = match places.as_slice() {
            [] => return (self.keys(task), None),
            [one] => format!("delete `{one}`"),
            [first, .., last] => format!(
                "delete what no page says any more, from `{first}` to `{last}`, {} places",
                places.len()
            ),
        };
        (vec![Step::of(step)], span)
    }

    fn renamed(&self, task: &Task<'_>) -> (Vec<Step>, Option<Span>) {
        let Some(from) = &task.entry.from else {
            return (Vec::new(), None);
        };
        let old = task.whose.linker.place(from, Kind::Field);
        let Some(claim) = old.and_then(|it| self.claims.get(&(it, Kind::Field))) else {
            return self.added(task);
        };
        let (owner, name) = claim.at.rsplit_once('.').unwrap_or(("", &claim.at));
        let to = place::last(&task.entry.at);
        let (beside, _) = self.beside(task, Kind::Field, "");
        let step = if beside.owner == owner {
            format!("rename `{name}` to `{to}`, also where conditions name it")
        } else if name == to {
            format!("move `{name}` from `{owner}` to `{}`", beside.owner)
        } else {
            format!(
                "move `{name}` from `{owner}` to `{}`, as `{to}`",
                beside.owner
            )
        };
        let mut steps = vec![Step::of(step)];
        steps.extend(self.keys(task));
        (steps, Some(claim.span))
    }

    /// Whether a claim names a page as its own source.
    pub(super) fn rests_on(&self, at: &str, kind: Kind, source: &str) -> bool {
        let claim = self.claim(at, kind);
        claim.and_then(Claim::own_source) == Some(source)
    }

    /// Members of other operations that rest on what the page said.
    fn elsewhere(&self, task: &Task<'_>, causes: &[&&Finding]) -> Vec<Step> {
        let own: Vec<String> = task
            .entry
            .moves
            .iter()
            .filter_map(|it| task.place(it))
            .collect();
        let others = causes
            .iter()
            .filter(|it| it.topic == Topic::Verdict(Verdict::SpecOnly) && !own.contains(&it.at));
        let steps = others.filter_map(|it| {
            let span = it.span?;
            let (line, column) = self.sources.line_column(span.file, span.start);
            let file = self.sources.shown(span.file);
            let at = &it.at;
            Some(Step::of(format!(
                "do the same for `{at}`, {file}:{line}:{column}, which rests on this page"
            )))
        });
        steps.collect()
    }

    /// Whether an owner is an answer, by what its members say.
    pub(super) fn is_answer(&self, owner: &str) -> bool {
        let is_guaranteed = |body: &RawBody| body.fields.iter().any(|it| it.guaranteed);
        let mut types = self.spec.types.iter();
        let of_type = types
            .find(|it| it.name.value == owner)
            .is_some_and(|it| match &it.kind {
                RawTypeDefKind::Object(body) => is_guaranteed(body),
                _ => false,
            });
        of_type || owner.ends_with(".response")
    }

    /// Where the spec speaks of an entry.
    fn span_at(&self, task: &Task<'_>) -> Option<Span> {
        let of = |it: &Moved<'_>| {
            let place = task.place(it)?;
            self.span(&place, it.kind())
                .or_else(|| self.span(&place, Kind::Field))
                .or_else(|| self.span(&place, Kind::Endpoint))
        };
        task.entry.moves.iter().find_map(of)
    }

    pub(super) fn span(&self, at: &str, kind: Kind) -> Option<Span> {
        self.claim(at, kind).map(|it| it.span)
    }

    pub(super) fn claim(&self, at: &str, kind: Kind) -> Option<&Claim<'a>> {
        self.claims.get(&(at.to_owned(), kind))
    }

    /// What is written at a place, on one line.
    pub(super) fn text_at(&self, span: Span) -> String {
        let text = self.sources.text(span.file).get(span.start..span.end);
        let mut lines = text.unwrap_or_default().lines();
        let first = lines.next().unwrap_or_default();
        match lines.next() {
            Some(_) => format!("{first} …"),
            None => first.to_owned(),
        }
    }
}

const RECAPTURE: &str =
    "capture the page again with everything unfolded, or name another source for what it lost";

impl Task<'_> {
    /// The place of the spec that a fact is about: by its old name, which the spec still has, or the new.
    pub(super) fn place(&self, it: &Moved<'_>) -> Option<String> {
        let of = |fact: &Fact| self.whose.linker.place(&fact.at, fact.kind);
        it.old.and_then(of).or_else(|| it.new.and_then(of))
    }
}
