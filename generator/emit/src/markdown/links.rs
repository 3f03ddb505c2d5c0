//! Where every page and anchor is, and how a page points at it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{Model, rust::names::Names};
use stipula_contract::{Evidence, Item, Module, Operation, Type, TypeId};

use super::text::code;
use crate::words;

/// The places of all pages.
pub(super) struct Links<'a> {
    api: &'a Model,
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

/// Where a claim was read.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub(super) struct Origin {
    source: Option<String>,
    quirks: Vec<String>,
    words: Vec<&'static str>,
}

impl<'a> Links<'a> {
    /// A body is documented on the page of its first operation, every other type on its own page,
    /// which its request and its response form share.
    pub(super) fn new(api: &'a Model) -> Self {
        let mut types: Vec<Option<String>> = vec![None; api.types.len()];
        for operation in &api.operations {
            let page = operation_path(&api.names, operation);
            for (id, anchor) in [
                (operation.request, "request"),
                (operation.response, "response"),
            ] {
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
                let anchor = anchor(api.type_(*id), variants.len());
                types[id.0] = Some(format!("{path}{anchor}"));
            }
        }
        Self {
            api,
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

    /// The links of a page; `up` leads from its folder to `docs`.
    pub(super) fn at(&self, up: &'static str) -> From<'_, 'a> {
        From { links: self, up }
    }
}

/// Only a page of two variants needs an anchor.
fn anchor(ty: &Type, variants: usize) -> &'static str {
    match ty.module {
        _ if variants < 2 => "",
        Module::Request => "#in-requests",
        Module::Response => "#in-responses",
        Module::Enums => "",
    }
}

/// A name that is a keyword in Rust is written plainly: `#` would start the anchor of a link.
pub(super) fn operation_path(names: &Names, operation: &Operation) -> String {
    format!("operations/{}.md", names.module(operation.id))
}

impl From<'_, '_> {
    /// One type of every type page, in order.
    pub(super) fn with_pages(&self) -> impl Iterator<Item = TypeId> {
        self.links
            .pages
            .iter()
            .filter_map(|(_, variants)| variants.first().copied())
    }

    /// Everything that pages are made of.
    pub(super) fn model(&self) -> &Model {
        self.links.api
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

    /// An operation.
    pub(super) fn operation(&self, operation: &Operation) -> String {
        format!(
            "[{}]({}{})",
            code(&operation.name),
            self.up,
            operation_path(&self.links.api.names, operation)
        )
    }

    /// A heading of the index.
    pub(super) fn index(&self, text: &str, heading: &str) -> String {
        format!("[{text}]({}README.md#{heading})", self.up)
    }

    /// A page the spec rests on.
    pub(super) fn source(&self, id: &str) -> String {
        self.index(id, &format!("source-{id}"))
    }

    /// A quirk.
    pub(super) fn quirk(&self, id: &str) -> String {
        format!("[{id}]({}quirks.md#{})", self.up, quirk_anchor(id))
    }

    /// Where a claim was read; none when there is nothing to tell beyond what the `outer` one says.
    pub(super) fn origin(&self, evidence: &Evidence, outer: &Evidence) -> Option<Origin> {
        let flags = [
            (evidence.inferred, outer.inferred, "inferred"),
            (evidence.unverified, outer.unverified, "unverified"),
            (
                evidence.undocumented,
                outer.undocumented,
                "seen in samples only",
            ),
        ];
        let new_quirks = evidence
            .quirks
            .iter()
            .filter(|id| !outer.quirks.contains(id));
        let origin = Origin {
            source: evidence
                .source
                .as_ref()
                .filter(|source| outer.source.as_ref() != Some(source))
                .map(|id| self.source(id)),
            quirks: new_quirks.map(|id| self.quirk(id)).collect(),
            words: flags
                .into_iter()
                .filter(|(is, was, _)| *is && !was)
                .map(|it| it.2)
                .collect(),
        };
        (!origin.text().is_empty()).then_some(origin)
    }

    /// The origin of a claim as one short text in Markdown; may be empty.
    pub(super) fn origin_text(&self, evidence: &Evidence, outer: &Evidence) -> String {
        self.origin(evidence, outer)
            .map_or_else(String::new, |origin| origin.text())
    }
}

impl Origin {
    /// `Source: …; inferred; quirk …`, as one short sentence.
    fn text(&self) -> String {
        let mut parts = Vec::new();
        if let Some(source) = &self.source {
            parts.push(format!("source: {source}"));
        }
        parts.extend(self.words.iter().map(|word| (*word).to_owned()));
        if !self.quirks.is_empty() {
            parts.push(format!("quirk {}", self.quirks.join(", ")));
        }
        parts.join("; ")
    }
}

/// The anchor of a quirk.
pub(super) fn quirk_anchor(id: &str) -> String {
    format!("quirk-{id}")
}
