//! The first page: operations, and what holds for all of them.

use serde::Serialize;

use crate::view::{
    link::Anchor,
    overview::{Encryption, Header, Overview, Query, Source, Way},
    prose::{Prose, is_web},
};

use super::{
    guides::{self, Guide},
    html::{blocks, inline},
    operations::{self, Group},
    page::{Chip, Page, anchor},
    rows::{Part, Row},
};

#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    doc: String,
    guides: Vec<guides::Entry>,
    /// Cards of operations; none when they stand on a page of their own.
    groups: &'a [Group],
    count: usize,
    /// What is told of the API beside what it does, each with its address, if it is one.
    about: Vec<(&'static str, &'a str, bool)>,
    empty_is_absent: bool,
    headers: Vec<Row<'a>>,
    queries: Vec<Row<'a>>,
    encryption: Option<Part>,
    /// With its marks.
    sealed: Option<(String, Vec<Chip>)>,
    sources: Vec<SourceRow<'a>>,
}

#[derive(Debug, Serialize)]
struct SourceRow<'a> {
    id: &'a str,
    anchor: String,
    title: &'a str,
    url: Option<&'a str>,
    covers: String,
}

/// The first page.
pub(super) fn view<'a>(page: &Page<'_>, it: &Overview<'a>, groups: &'a [Group]) -> View<'a> {
    let about = it.about.told().into_iter();
    View {
        title: "Overview",
        doc: blocks(it.doc),
        guides: Guide::of(page.api).map(Guide::entry).collect(),
        groups: if operations::are_apart(page.api) {
            &[]
        } else {
            groups
        },
        count: page.api.operations.len(),
        about: about.map(|(name, it)| (name, it, is_web(it))).collect(),
        empty_is_absent: it.empty_is_absent,
        headers: it.headers.iter().map(|it| header(page, it)).collect(),
        queries: it.queries.iter().map(|it| query(page, it)).collect(),
        encryption: it.encryption.as_ref().map(|it| encryption(page, it)),
        sealed: it
            .sealing
            .as_ref()
            .map(|it| (inline(Prose::new(&it.told)), page.chips(&it.marks))),
        sources: it.sources.iter().map(source).collect(),
    }
}

fn header<'a>(page: &Page<'_>, it: &Header<'a>) -> Row<'a> {
    Row {
        anchor: anchor(&Anchor::Header(it.name)),
        name: it.name,
        mark: it.need,
        way: match it.way {
            Way::Both => "both ways",
            Way::Request => "request",
            Way::Response => "response",
        },
        doc: inline(it.doc),
        value: it.value,
        sample: it.sample,
        chips: page.chips(&it.marks),
    }
}

fn query<'a>(page: &Page<'_>, it: &Query<'a>) -> Row<'a> {
    Row {
        anchor: String::new(),
        name: it.name,
        mark: "",
        way: "",
        doc: inline(it.doc),
        value: Some(it.value),
        sample: None,
        chips: page.chips(&it.marks),
    }
}

fn source<'a>(it: &Source<'a>) -> SourceRow<'a> {
    SourceRow {
        id: it.id,
        anchor: anchor(&Anchor::Source(it.id)),
        title: it.title,
        url: it.url.filter(|it| is_web(it)),
        covers: inline(it.covers),
    }
}

fn encryption(page: &Page<'_>, it: &Encryption<'_>) -> Part {
    Part {
        settings: it.settings(),
        note: it.how,
        chips: page.chips(&it.marks),
    }
}
