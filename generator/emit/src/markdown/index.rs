//! The index: operations, types, and what holds for all of them.

use crate::Model;
use serde::Serialize;

use stipula_contract::{Operation, TypeKind};

use crate::view::{
    codes as result,
    marks::Mark,
    overview::{Credential, Environment, Header, Overview, Query, Source, Way},
    prose::Prose,
};

use super::{
    codes::{self, Group as Codes},
    fields::aside,
    links::From,
    notifications,
    settings::{
        CarriedPart, EncryptionPart, OutcomePart, SigningPart, carried, encryption, outcome,
        signing,
    },
};

#[derive(Debug, Serialize)]
pub(super) struct Page<'a> {
    title: &'a str,
    doc: &'a str,
    /// What is told of the API beside what it does.
    about: Vec<(&'static str, &'a str)>,
    /// Operations by group; first those without one.
    groups: Vec<Group<'a>>,
    notifications: Vec<notifications::Row<'a>>,
    types: Vec<TypeRow<'a>>,
    environments: Vec<EnvironmentRow<'a>>,
    headers: Vec<HeaderRow<'a>>,
    queries: Vec<QueryRow<'a>>,
    signing: Option<SigningPart<'a>>,
    credentials: Vec<CredentialRow<'a>>,
    carried: Vec<CarriedPart<'a>>,
    encryption: Option<EncryptionPart<'a>>,
    sealed: Option<String>,
    outcome: Option<OutcomePart<'a>>,
    empty_is_absent: bool,
    codes: Vec<Codes<'a>>,
    sources: Vec<SourceRow<'a>>,
    has_quirks: bool,
    has_changelog: bool,
}

#[derive(Debug, Serialize)]
struct Group<'a> {
    name: Option<&'a str>,
    operations: Vec<OperationRow<'a>>,
}

#[derive(Debug, Serialize)]
struct OperationRow<'a> {
    link: String,
    summary: &'a str,
    method: &'static str,
    path: &'a str,
}

#[derive(Debug, Serialize)]
struct TypeRow<'a> {
    link: String,
    kind: &'static str,
    doc: &'a str,
}

#[derive(Debug, Serialize)]
struct CredentialRow<'a> {
    name: &'a str,
    secrecy: &'static str,
    notes: Vec<String>,
    sample: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct EnvironmentRow<'a> {
    name: &'a str,
    url: &'a str,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct HeaderRow<'a> {
    name: &'a str,
    way: &'static str,
    need: &'a str,
    value: Option<&'a str>,
    sample: Option<&'a str>,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct QueryRow<'a> {
    name: &'a str,
    value: &'a str,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct SourceRow<'a> {
    id: &'a str,
    title: &'a str,
    url: Option<&'a str>,
    covers: &'a str,
}

/// The index.
pub(super) fn page<'a>(api: &'a Model, it: &Overview<'a>, links: &From<'_, '_>) -> Page<'a> {
    let groups = api.api.by_group().into_iter();
    let groups = groups.map(|(name, all)| Group {
        name,
        operations: all.into_iter().map(|it| operation(it, links)).collect(),
    });
    let environments = it.environments.iter();
    let headers = it.headers.iter();
    let credentials = it.credentials.iter();
    Page {
        title: it.title,
        doc: it.doc.markdown(),
        about: api.about.told(),
        groups: groups.collect(),
        notifications: notifications::rows(api, links),
        types: types(api, links),
        environments: environments.map(|it| environment(it, links)).collect(),
        headers: headers.map(|it| header(it, links)).collect(),
        queries: it.queries.iter().map(|it| query(it, links)).collect(),
        signing: it.signing.as_ref().map(|it| signing(it, links)),
        credentials: credentials.map(|it| credential(it, links)).collect(),
        carried: it.carried.iter().map(|it| carried(it, links)).collect(),
        encryption: it.encryption.as_ref().map(|it| encryption(it, links)),
        sealed: it
            .sealing
            .as_ref()
            .map(|it| notes(Prose::new(&it.told), &it.marks, links).join("\n\n")),
        outcome: it.outcome.as_ref().map(|it| outcome(it, links)),
        empty_is_absent: it.empty_is_absent,
        codes: codes::groups(&result::common(api), links),
        sources: it.sources.iter().map(source).collect(),
        has_quirks: !api.quirks.is_empty(),
        has_changelog: !api.history.releases.is_empty(),
    }
}

fn operation<'a>(it: &'a Operation, links: &From<'_, '_>) -> OperationRow<'a> {
    OperationRow {
        link: links.operation(it),
        summary: it.summary.trim(),
        method: it.method.as_str(),
        path: &it.path,
    }
}

/// One row per page: a type of both directions has one.
fn types<'a>(api: &'a Model, links: &From<'_, '_>) -> Vec<TypeRow<'a>> {
    let row = |id| {
        let ty = api.type_(id);
        let kind = match ty.kind {
            TypeKind::Object(_) => "object",
            TypeKind::Enum(_) => "enum",
            TypeKind::Union(_) | TypeKind::Any(_) => "union",
        };
        TypeRow {
            link: links.named(id),
            kind,
            doc: Prose::new(&ty.doc).first(),
        }
    };
    links.with_pages().map(row).collect()
}

fn environment<'a>(it: &Environment<'a>, links: &From<'_, '_>) -> EnvironmentRow<'a> {
    EnvironmentRow {
        name: it.name,
        url: it.url,
        notes: notes(it.doc, &it.marks, links),
    }
}

fn credential<'a>(it: &Credential<'a>, links: &From<'_, '_>) -> CredentialRow<'a> {
    CredentialRow {
        name: it.name,
        secrecy: it.secrecy,
        notes: notes(it.doc, &it.marks, links),
        sample: it.sample,
    }
}

fn header<'a>(it: &Header<'a>, links: &From<'_, '_>) -> HeaderRow<'a> {
    HeaderRow {
        name: it.name,
        way: match it.way {
            Way::Both => "both",
            Way::Request => "request",
            Way::Response => "response",
        },
        need: it.need,
        value: it.value,
        sample: it.sample,
        notes: notes(it.doc, &it.marks, links),
    }
}

fn query<'a>(it: &Query<'a>, links: &From<'_, '_>) -> QueryRow<'a> {
    QueryRow {
        name: it.name,
        value: it.value,
        notes: notes(it.doc, &it.marks, links),
    }
}

fn notes(doc: Prose<'_>, marks: &[Mark<'_>], links: &From<'_, '_>) -> Vec<String> {
    let notes = [doc.markdown().to_owned(), aside(&links.origin(marks))];
    notes.into_iter().filter(|note| !note.is_empty()).collect()
}

fn source<'a>(it: &Source<'a>) -> SourceRow<'a> {
    SourceRow {
        id: it.id,
        title: it.title,
        url: it.url,
        covers: it.covers.markdown(),
    }
}
