//! What pages have and a spec does not: files of its own, and the lines that lead to them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use stipula_pages::text::sha256;
use stipula_spec::{
    diag::{Diagnostic, Level, count},
    edit,
    raw::RawSpec,
    source::SourceMap,
};

use super::{
    Draftable, Judge, Tagged, mended,
    page::Read,
    placed,
    plan::Plan,
    present::Present,
    sources,
    yaml::{Lines, Tag, quoted},
};
use crate::digests;

/// Where the files of a spec are listed.
const API: &str = "api.yaml";

/// A spec as it is.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Spec<'a> {
    /// What is written in it.
    pub written: &'a RawSpec,
    /// Its files.
    pub sources: &'a SourceMap,
    /// Whether there is something at a path below its folder, which is then left alone.
    pub is_taken: &'a dyn Fn(&str) -> bool,
}

impl fmt::Debug for Spec<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spec").finish_non_exhaustive()
    }
}

impl<'a> Spec<'a> {
    /// A spec without errors.
    pub fn new(
        written: &'a RawSpec,
        sources: &'a SourceMap,
        is_taken: &'a dyn Fn(&str) -> bool,
    ) -> Self {
        Self {
            written,
            sources,
            is_taken,
        }
    }

    fn text(&self, path: &str) -> Option<&'a str> {
        let mut texts = self.sources.texts();
        texts.find(|it| it.0 == path).map(|it| it.1)
    }
}

/// What was drafted beside a spec.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Addition {
    /// New files, by their paths below the folder of the spec.
    pub files: BTreeMap<String, String>,
    /// Files of the spec with lines added, by their paths.
    pub edits: BTreeMap<String, String>,
    /// Lines that have to be added by hand, by their file, because its form does not show where.
    pub by_hand: Vec<(String, String)>,
    /// Operations that are new.
    pub operations: Vec<String>,
    /// Types that are new.
    pub types: Vec<String>,
    /// Operations that are there: as the page calls them, and as the spec does.
    pub operations_there: Vec<(String, String)>,
    /// Types that are there.
    pub types_there: Vec<String>,
    /// Errors that the spec would have, with its files as they would be.
    pub errors: Option<(Vec<Diagnostic>, SourceMap)>,
}

/// Drafts the operations of pages that a spec does not have, and the types that they need.
pub fn add(spec: Spec<'_>, pages: &[Draftable<'_>], judge: Judge<'_>) -> Addition {
    let plan = Plan::new(
        pages.iter().map(Read::new).collect(),
        Present::of(spec.written),
    );
    let mut addition = Addition {
        operations: plan.names(),
        operations_there: plan.operations_there.clone(),
        types_there: plan.types_there.clone(),
        ..Addition::default()
    };
    if addition.operations.is_empty() {
        return addition;
    }
    let texts = mended(judge, |refused| Beside::new(spec, &plan, refused).files);
    let made = Beside::new(spec, &plan, &texts.refused);
    for (path, lines) in made.files {
        let text = lines.text().to_owned();
        match spec.text(&path) {
            None => drop(addition.files.insert(path, text)),
            Some(old) if old != text => drop(addition.edits.insert(path, text)),
            Some(_) => {}
        }
    }
    let is_wrong = count(&texts.found, Level::Error) > 0;
    addition.errors = is_wrong.then_some((texts.found, texts.sources));
    addition.types = made.types;
    addition.by_hand = made.by_hand;
    addition
}

/// A spec and what is drafted beside it, in one round.
struct Beside {
    files: Tagged,
    types: Vec<String>,
    by_hand: Vec<(String, String)>,
}

impl Beside {
    fn new(spec: Spec<'_>, plan: &Plan<'_>, refused: &BTreeSet<Tag>) -> Self {
        let mut made = plan.made("", refused);
        let mut new = Tagged::new();
        let is_taken = |it: &str| (spec.is_taken)(it) || spec.text(it).is_some();
        let mut includes = placed(&mut made, &mut new, &is_taken);
        let mut beside = Self {
            files: Tagged::new(),
            types: made.names,
            by_hand: Vec::new(),
        };
        let mut edits = digests::in_place(spec.written, spec.sources, |source| {
            let mut pages = plan.pages.iter();
            let page = pages.find(|it| it.id() == source.id.value && plan.has_operations(it))?;
            Some(sha256(page.from.text.as_bytes()))
        });
        let mut entries = Lines::default();
        for (page, source) in plan.pages.iter().zip(&made.sources) {
            if plan.has_operations(page) {
                beside.source(spec, (page, source), (&mut edits, &mut entries));
            }
        }
        if !entries.text().is_empty() {
            match beside.listed(spec, &entries, &mut edits) {
                None => {}
                Some(lines) => {
                    let path = super::files::path("", "sources", &is_taken);
                    new.insert(path.clone(), lines);
                    includes.push(path);
                }
            }
        }
        let api = edits.get(API).map(String::as_str).or(spec.text(API));
        match edit::add_items(api.unwrap_or_default(), "include", &includes) {
            Some(text) => drop(edits.insert(API.to_owned(), text)),
            None => beside.by_hand.push((
                API.to_owned(),
                format!("include: [{}]\n", includes.join(", ")),
            )),
        }
        for (path, text) in spec.sources.texts() {
            let text = edits.get(path).map_or(text, String::as_str);
            beside.files.insert(path.to_owned(), Lines::of(text));
        }
        beside.files.append(&mut new);
        beside
    }

    /// What becomes of the source of a page: its parts, where the spec has it; otherwise an entry.
    fn source(
        &mut self,
        spec: Spec<'_>,
        (page, source): (&Read<'_>, &sources::Source),
        (edits, entries): (&mut BTreeMap<String, String>, &mut Lines),
    ) {
        let mut known = spec.written.sources.iter();
        let Some(known) = known.find(|it| it.id.value == page.id()) else {
            sources::entry(page, source, 0, entries);
            return;
        };
        let file = known.id.span.file;
        let path = spec.sources.below(file);
        let text = edits
            .get(path)
            .map_or(spec.sources.text(file), String::as_str);
        let parts: Vec<_> = source
            .parts
            .iter()
            .filter(|(part, _)| !known.parts.iter().any(|it| it.0.value == **part))
            .collect();
        let mut lines = Lines::default();
        for (part, ty) in parts {
            lines.add(0, &format!("{}: {ty}", quoted(part)));
        }
        let lines = lines.text();
        if !lines.is_empty() {
            match edit::add_entries(text, &["sources", page.id(), "parts"], lines) {
                Some(changed) => drop(edits.insert(path.to_owned(), changed)),
                None => self.by_hand.push((path.to_owned(), lines.to_owned())),
            }
        }
    }

    /// Puts entries to the sources of the spec; those of a spec without any are a file of their own.
    fn listed(
        &mut self,
        spec: Spec<'_>,
        entries: &Lines,
        edits: &mut BTreeMap<String, String>,
    ) -> Option<Lines> {
        let Some(last) = spec.written.sources.last() else {
            let mut lines = Lines::default();
            lines.add(0, "sources:");
            for line in entries.text().lines() {
                lines.add(1, line);
            }
            return Some(lines);
        };
        let file = last.id.span.file;
        let path = spec.sources.below(file);
        let text = edits
            .get(path)
            .map_or(spec.sources.text(file), String::as_str);
        match edit::add_entries(text, &["sources"], entries.text()) {
            Some(text) => drop(edits.insert(path.to_owned(), text)),
            None => self
                .by_hand
                .push((path.to_owned(), entries.text().to_owned())),
        }
        None
    }
}
