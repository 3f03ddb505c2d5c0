//! What a search finds: names with the words that tell of them, and where they stand.

use crate::Model;
use std::{borrow::Cow, collections::HashSet};

use stipula_contract::{TypeId, TypeRef};

use super::{
    codes::Code,
    link::{Anchor, Section},
    notification::Notification,
    operation::Operation,
    overview::{Carried, Overview, Signing},
    prose::{self, Prose},
    quirks::Quirk,
    settings::Setting,
    tree::Member,
};

/// What kind of thing an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    Operation,
    /// A section of the first page.
    Section,
    Environment,
    Header,
    /// A member of a request.
    Request,
    /// A member of an answer.
    Response,
    /// A value beside a body.
    Context,
    Code,
    Quirk,
    Source,
}

/// Something to find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry<'a> {
    pub(crate) kind: Kind,
    /// On its page.
    pub(crate) at: Anchor<'a>,
    pub(crate) title: Cow<'a, str>,
    pub(crate) words: String,
}

impl<'a> Entry<'a> {
    fn new(kind: Kind, at: Anchor<'a>, title: impl Into<Cow<'a, str>>, words: String) -> Self {
        Self {
            kind,
            at,
            title: title.into(),
            words,
        }
    }
}

/// The types whose members have entries: members of a shared type are found where it comes first, so
/// that the index does not grow with each use.
#[derive(Debug, Default)]
pub(crate) struct Found<'a>(HashSet<(Kind, &'a str)>);

/// An operation, its members with their rules and values, and its codes.
pub(crate) fn operation<'a>(
    api: &'a Model,
    it: &Operation<'a>,
    request: &[Member<'a>],
    response: &[Member<'a>],
    found: &mut Found<'a>,
) -> Vec<Entry<'a>> {
    let body = |id: TypeId| Prose::new(&api.type_(id).doc).plain();
    let told = words(&[
        it.summary,
        it.path,
        &it.doc.plain(),
        &prose::plain(&it.idempotency),
        &prose::plain(&it.pages),
        &body(it.told.request),
        &it.told.answer.innermost().map(body).unwrap_or_default(),
    ]);
    let mut entries = vec![Entry::new(Kind::Operation, Anchor::Top, it.name, told)];
    for row in &it.context {
        let values = row.values.iter().flat_map(|it| &it.rows);
        let values = values.map(|it| format!("{} {}", it.text, it.doc.plain_line()));
        let values: Vec<String> = values.collect();
        let at = Anchor::Section(Section::Context);
        let entry = Entry::new(Kind::Context, at, row.name, values.join(" "));
        entries.push(entry);
    }
    let title = Section::Examples.title();
    let at = Anchor::Section(Section::Examples);
    let told = format!("A call of {} as JSON, for curl and in Rust", it.name);
    entries.push(Entry::new(Kind::Section, at, title, told));
    members(&mut entries, request, Kind::Request, found);
    members(&mut entries, response, Kind::Response, found);
    entries.extend(codes(&it.codes));
    entries
}

fn members<'a>(
    entries: &mut Vec<Entry<'a>>,
    all: &[Member<'a>],
    kind: Kind,
    found: &mut Found<'a>,
) {
    for it in all {
        let mut told = vec![Cow::Owned(it.told.doc.plain())];
        let rules = it.told.rules.iter();
        told.extend(rules.map(|it| Cow::Owned(it.told.sentence.plain_line())));
        if let Some(listed) = &it.values {
            told.push(Cow::Borrowed(listed.values.name));
            told.extend(listed.values.rows.iter().map(|it| Cow::Borrowed(it.text)));
        }
        if let TypeRef::Scalar(scalar) = it.told.item.ty {
            told.push(Cow::Borrowed(scalar.facts().label));
        }
        told.retain(|it| !it.is_empty());
        let at = Anchor::Member(it.path.clone());
        entries.push(Entry::new(kind, at, it.path.words(), told.join(" ")));
        for group in &it.groups {
            if found.0.insert((kind, group.name)) {
                members(entries, &group.members, kind, found);
            }
        }
    }
}

/// The codes of every operation, after the page that has them.
pub(crate) fn common_codes<'a>(all: &[Code<'a>]) -> Vec<Entry<'a>> {
    let told = "Error codes: what each means, what to do about it, and the codes of each operation";
    let title = Section::Codes.title();
    let page = Entry::new(Kind::Section, Anchor::Top, title, told.to_owned());
    std::iter::once(page).chain(codes(all)).collect()
}

/// Codes of a page.
pub(crate) fn codes<'a>(all: &[Code<'a>]) -> impl Iterator<Item = Entry<'a>> {
    all.iter().map(|it| {
        let at = Anchor::Code(it.text);
        Entry::new(Kind::Code, at, it.text, it.doc.plain_line())
    })
}

/// Notifications, each with the members at its top.
pub(crate) fn notifications<'a>(all: &[(Notification<'a>, Vec<Member<'a>>)]) -> Vec<Entry<'a>> {
    let entry = |(it, members): &(Notification<'a>, Vec<Member<'a>>)| {
        let names = members.iter().map(|it| it.told.name);
        let names = names.collect::<Vec<_>>().join(", ");
        let ask = "Notification, webhook, callback:";
        let told = words(&[ask, it.summary, &it.doc.plain(), &names]);
        Entry::new(Kind::Section, Anchor::Notification(it.name), it.name, told)
    };
    all.iter().map(entry).collect()
}

/// Quirks.
pub(crate) fn quirks<'a>(all: &[Quirk<'a>]) -> impl Iterator<Item = Entry<'a>> {
    all.iter().map(|it| {
        let title = format!("{}: {}", it.id, it.at.plain_line());
        let told = [it.page, it.spec, it.why].map(Prose::plain_line);
        Entry::new(Kind::Quirk, Anchor::Quirk(it.id), title, told.join(" "))
    })
}

/// What holds for every operation: each section of the first page, and each name in it.
pub(crate) fn overview<'a>(it: &Overview<'a>) -> Vec<Entry<'a>> {
    let mut entries = sections(it);
    let environments = it.environments.iter().map(|it| {
        let told = words(&[it.url, &it.doc.plain_line()]);
        Entry::new(
            Kind::Environment,
            Anchor::Environment(it.name),
            it.name,
            told,
        )
    });
    entries.extend(environments);
    let headers = it.headers.iter().map(|it| {
        let told = words(&[it.need, &it.doc.plain_line()]);
        Entry::new(Kind::Header, Anchor::Header(it.name), it.name, told)
    });
    entries.extend(headers);
    let sources = it.sources.iter().map(|it| {
        let told = words(&[it.title, &it.covers.plain_line()]);
        Entry::new(Kind::Source, Anchor::Source(it.id), it.id, told)
    });
    entries.extend(sources);
    let detail = it.outcome.iter().filter_map(|it| it.detail.as_ref());
    for it in detail {
        members(
            &mut entries,
            &it.members,
            Kind::Response,
            &mut Found::default(),
        );
    }
    entries
}

/// A page that leads through a task, with what people ask for.
pub(crate) fn guide(title: &'static str, ask: &str) -> Entry<'static> {
    Entry::new(Kind::Section, Anchor::Top, title, ask.to_owned())
}

/// The words of a section begin with what people ask for, which is not always its name.
fn sections<'a>(it: &Overview<'a>) -> Vec<Entry<'a>> {
    let told = words(&[it.title, &it.doc.plain()]);
    let mut entries = vec![Entry::new(Kind::Section, Anchor::Top, "Overview", told)];
    let mut add = |section: Section, told: String| {
        let at = Anchor::Section(section);
        entries.push(Entry::new(Kind::Section, at, section.title(), told));
    };
    add(
        Section::Bodies,
        "null, empty and absent fields; lengths; required, conditional, expected, optional"
            .to_owned(),
    );
    add(
        Section::Legend,
        "legend: source, quirk, inferred, unverified, undocumented, confirmed by pages, not verifiable, departs from the page, no effect"
            .to_owned(),
    );
    let environments: Vec<&str> = it.environments.iter().map(|it| it.name).collect();
    if !environments.is_empty() {
        let names = environments.join(", ");
        let ask = "Hosts, base addresses, environment:";
        add(Section::Environments, format!("{ask} {names}"));
    }
    let headers: Vec<&str> = it.headers.iter().map(|it| it.name).collect();
    let ask = "HTTP headers of requests and responses:";
    add(Section::Headers, format!("{ask} {}", headers.join(", ")));
    let queries = it.queries.iter().map(|it| words(&[it.name, it.value]));
    let queries: Vec<String> = queries.collect();
    if !queries.is_empty() {
        let ask = "Parameters of the query that every request carries:";
        add(Section::Queries, format!("{ask} {}", queries.join(", ")));
    }
    if let Some(it) = &it.signing {
        add(Section::Signing, signing(it));
    }
    if !it.carried.is_empty() {
        add(Section::Authentication, carried(&it.carried));
    }
    if let Some(it) = &it.encryption {
        let ask = "How to encrypt a request body and decrypt a response:";
        add(
            Section::Encryption,
            words(&[ask, it.how, &settings(&it.settings())]),
        );
    }
    if let Some(it) = &it.outcome {
        let ask = "How a response tells success, failure or an unknown outcome, and when to retry:";
        add(Section::Outcome, words(&[ask, &settings(&it.settings())]));
    }
    if !it.sources.is_empty() {
        let told = "Pages that this description was read from";
        add(Section::Sources, told.to_owned());
    }
    entries
}

fn signing(it: &Signing<'_>) -> String {
    let ask = "How to sign a request and verify the signature of a response, with an RSA key:";
    let steps = it.steps.map(Prose::plain_line);
    words(&[ask, &steps.join("; "), &settings(&it.settings()), &it.text])
}

fn carried(all: &[Carried<'_>]) -> String {
    let proofs = all.iter().flat_map(|it| &it.proofs);
    let proofs = proofs.map(|it| words(&[it.part, it.name, &it.value, &it.how]));
    let proofs: Vec<String> = proofs.collect();
    let ask = "How to authenticate, and where the key or token stands:";
    words(&[ask, &proofs.join("; ")])
}

fn settings(settings: &[Setting]) -> String {
    let settings = settings.iter();
    let settings: Vec<String> = settings
        .map(|(name, values)| format!("{name} {}", values.join(", ")))
        .collect();
    settings.join("; ")
}

fn words(texts: &[&str]) -> String {
    let texts = texts.iter().map(|it| it.trim());
    let texts: Vec<&str> = texts.filter(|it| !it.is_empty()).collect();
    texts.join(" ")
}
