//! Where every page and anchor is, and how a page points at it.

use crate::Model;
use std::collections::BTreeMap;

use stipula_contract::{Answer, Item, Module, Operation, Type, TypeId};

use super::text::code;
use crate::{
    view::{
        link::{Anchor, Link, Page, Section},
        marks::Mark,
        names::Names,
    },
    words,
};

/// The places of all pages.
pub(super) struct Links<'a> {
    api: &'a Model,
    names: Names<'a>,
    /// Path below `docs` with an anchor, by type.
    types: Vec<String>,
    /// Type pages: path and the variants that share it.
    pages: Vec<(String, Vec<TypeId>)>,
}

/// The same places, seen from one folder.
pub(super) struct From<'l, 'a> {
    links: &'l Links<'a>,
    up: &'static str,
}

impl<'a> Links<'a> {
    /// A body is documented on the page of its first operation, every other type on its own page,
    /// which its request and its response form share.
    pub(super) fn new(api: &'a Model, names: Names<'a>) -> Self {
        let mut types: Vec<Option<String>> = vec![None; api.types.len()];
        for operation in &api.operations {
            let page = operation_path(names, operation);
            let answer = operation.answer.own().map(|id| (id, "response"));
            for (id, anchor) in [(operation.request, "request")].into_iter().chain(answer) {
                types[id.0].get_or_insert_with(|| format!("{page}#{anchor}"));
            }
        }
        let mut pages: Vec<(String, Vec<TypeId>)> = Vec::new();
        let mut by_name: BTreeMap<&str, usize> = BTreeMap::new();
        for ty in api.types.iter().filter(|ty| types[ty.id.0].is_none()) {
            let index = *by_name.entry(&ty.name).or_insert_with(|| {
                pages.push((format!("types/{}.md", ty.name), Vec::new()));
                pages.len() - 1
            });
            pages[index].1.push(ty.id);
        }
        for (path, variants) in &pages {
            for id in variants {
                let anchor = variant(api.type_(*id), variants.len());
                types[id.0] = Some(format!("{path}{anchor}"));
            }
        }
        Self {
            api,
            names,
            types: types.into_iter().map(Option::unwrap_or_default).collect(),
            pages,
        }
    }

    /// Type pages: path below `docs` and the variants that share it.
    pub(super) fn pages(&self) -> impl Iterator<Item = (&str, &[TypeId])> {
        self.pages
            .iter()
            .map(|(path, variants)| (path.as_str(), variants.as_slice()))
    }

    /// The page of an operation, below `docs`.
    pub(super) fn operation_path(&self, operation: &'a Operation) -> String {
        operation_path(self.names, operation)
    }

    /// The links of a page; `up` leads from its folder to `docs`.
    pub(super) fn at(&self, up: &'static str) -> From<'_, 'a> {
        From { links: self, up }
    }
}

fn operation_path(names: Names<'_>, operation: &Operation) -> String {
    format!("operations/{}.md", names.module(operation))
}

/// Only a page of two variants needs an anchor.
fn variant(ty: &Type, variants: usize) -> &'static str {
    match ty.module {
        _ if variants < 2 => "",
        Module::Request => "#in-requests",
        Module::Response => "#in-responses",
        Module::Enums => "",
    }
}

/// The anchor of a place; empty for what has none in Markdown.
pub(super) fn anchor(at: &Anchor<'_>) -> String {
    match at {
        Anchor::Section(Section::Headers) => "headers".to_owned(),
        Anchor::Section(Section::Queries) => "query".to_owned(),
        Anchor::Section(Section::Codes) => "result-codes".to_owned(),
        Anchor::Source(id) => format!("source-{id}"),
        Anchor::Quirk(id) => format!("quirk-{id}"),
        Anchor::Release(version) => format!("release-{version}"),
        _ => String::new(),
    }
}

impl From<'_, '_> {
    /// One type of every type page, in order.
    pub(super) fn with_pages(&self) -> impl Iterator<Item = TypeId> {
        self.links
            .pages
            .iter()
            .filter_map(|(_, variants)| variants.first().copied())
    }

    /// A named type.
    pub(super) fn named(&self, id: TypeId) -> String {
        let name = code(&self.links.api.type_(id).name);
        format!("[{name}]({}{})", self.up, self.links.types[id.0])
    }

    /// A type as a member uses it.
    pub(super) fn type_(&self, item: &Item) -> String {
        words::type_(item, &|id| self.named(id))
    }

    /// What an answer holds, unless it has members of its own.
    pub(super) fn answer(&self, answer: &Answer) -> Option<String> {
        words::answer(answer, &|id| self.named(id))
    }

    /// The file of a page, below `docs`.
    fn file(&self, page: Page<'_>) -> String {
        match page {
            Page::Overview | Page::Codes | Page::Notifications => "README.md".to_owned(),
            Page::Quirks => "quirks.md".to_owned(),
            Page::Changelog => "changelog.md".to_owned(),
            Page::Operation(it) => operation_path(self.links.names, it),
        }
    }

    /// A place.
    pub(super) fn to(&self, text: &str, link: &Link<'_>) -> String {
        let (file, anchor) = (self.file(link.page), anchor(&link.at));
        let hash = if anchor.is_empty() { "" } else { "#" };
        format!("[{text}]({}{file}{hash}{anchor})", self.up)
    }

    /// An operation.
    pub(super) fn operation(&self, operation: &Operation) -> String {
        self.to(&code(&operation.name), &Link::operation(operation))
    }

    /// A mark; what can be looked up is a link.
    pub(super) fn mark(&self, mark: &Mark<'_>) -> String {
        match mark {
            Mark::Source { id, .. } => self.to(id, &Link::source(id)),
            Mark::Quirk(id) => self.to(id, &Link::quirk(id)),
            Mark::Undocumented => "seen in samples only".to_owned(),
            other => other.words(),
        }
    }

    /// Where a claim was read, as one short text: `source: …; inferred; quirk …`. May be empty.
    pub(super) fn origin(&self, marks: &[Mark<'_>]) -> String {
        let mut parts = Vec::new();
        let mut quirks = Vec::new();
        for mark in marks {
            match mark {
                Mark::Quirk(_) => quirks.push(self.mark(mark)),
                Mark::Source { .. } => parts.push(format!("source: {}", self.mark(mark))),
                _ => parts.push(self.mark(mark)),
            }
        }
        if !quirks.is_empty() {
            parts.push(format!("quirk {}", quirks.join(", ")));
        }
        parts.join("; ")
    }
}

/// What pages make of a claim, as a sentence; empty when nobody has checked.
pub(super) fn standing(marks: &[Mark<'_>]) -> String {
    let parts: Vec<String> = marks.iter().map(Mark::words).collect();
    let text = parts.join("; ");
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    format!("{}{}.", first.to_uppercase(), letters.as_str())
}
