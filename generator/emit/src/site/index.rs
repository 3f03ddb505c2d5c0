//! The first page: operations, and what holds for all of them.

use serde::Serialize;

use crate::view::{
    link::Anchor,
    overview::{
        Carried, Credential, Encryption, Environment, Header, Outcome, Overview, Proof, Query,
        Signing, Source, Way,
    },
    prose::{Prose, is_web},
    settings::Setting,
};

use super::{
    fields::{self, Member},
    html::{blocks, inline},
    operations::{self, Group},
    page::{Chip, Page, anchor},
};

#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    title: &'static str,
    doc: String,
    /// Cards of operations; none when they stand on a page of their own.
    groups: &'a [Group],
    count: usize,
    /// What is told of the API beside what it does, each with its address, if it is one.
    about: Vec<(&'static str, &'a str, bool)>,
    empty_is_absent: bool,
    environments: Vec<Row<'a>>,
    headers: Vec<Row<'a>>,
    queries: Vec<Row<'a>>,
    signing: Option<SigningPart<'a>>,
    credentials: Vec<Row<'a>>,
    carried: Vec<CarriedPart<'a>>,
    encryption: Option<Part>,
    /// With its marks.
    sealed: Option<(String, Vec<Chip>)>,
    outcome: Option<OutcomePart<'a>>,
    sources: Vec<SourceRow<'a>>,
}

/// A name with what is told of it.
#[derive(Debug, Serialize)]
struct Row<'a> {
    anchor: String,
    name: &'a str,
    /// An address, or when a header is there.
    mark: &'a str,
    way: &'static str,
    doc: String,
    /// What it always holds.
    value: Option<&'a str>,
    sample: Option<&'a str>,
    chips: Vec<Chip>,
}

/// Names with values.
#[derive(Debug, Serialize)]
struct Part {
    settings: Vec<Setting>,
    note: &'static str,
    chips: Vec<Chip>,
}

#[derive(Debug, Serialize)]
struct SigningPart<'a> {
    text: String,
    /// The steps from the text to the signature.
    steps: [String; 3],
    /// What the header holds.
    holds: String,
    part: Part,
    refused: &'a [(String, String)],
}

#[derive(Debug, Serialize)]
struct CarriedPart<'a> {
    name: &'a str,
    proofs: Vec<Proof<'a>>,
    answers: String,
    chips: Vec<Chip>,
}

#[derive(Debug, Serialize)]
struct OutcomePart<'a> {
    part: Part,
    statuses: [(&'static str, Vec<String>); 3],
    /// Details of an error: the path of its type in Rust, and its members.
    detail: Option<String>,
    members: Vec<Member<'a>>,
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
    let environments = it.environments.iter();
    let credentials = it.credentials.iter();
    View {
        title: "Overview",
        doc: blocks(it.doc),
        groups: if operations::are_apart(page.api) {
            &[]
        } else {
            groups
        },
        count: page.api.operations.len(),
        about: about.map(|(name, it)| (name, it, is_web(it))).collect(),
        empty_is_absent: it.empty_is_absent,
        environments: environments.map(|it| environment(page, it)).collect(),
        headers: it.headers.iter().map(|it| header(page, it)).collect(),
        queries: it.queries.iter().map(|it| query(page, it)).collect(),
        signing: it.signing.as_ref().map(|it| signing(page, it)),
        credentials: credentials.map(|it| credential(page, it)).collect(),
        carried: it.carried.iter().map(|it| carried(page, it)).collect(),
        encryption: it.encryption.as_ref().map(|it| encryption(page, it)),
        sealed: it
            .sealing
            .as_ref()
            .map(|it| (inline(Prose::new(&it.told)), page.chips(&it.marks))),
        outcome: it.outcome.as_ref().map(|it| outcome(page, it)),
        sources: it.sources.iter().map(source).collect(),
    }
}

fn environment<'a>(page: &Page<'_>, it: &Environment<'a>) -> Row<'a> {
    Row {
        anchor: anchor(&Anchor::Environment(it.name)),
        name: it.name,
        mark: it.url,
        way: "",
        doc: inline(it.doc),
        value: None,
        sample: None,
        chips: page.chips(&it.marks),
    }
}

fn credential<'a>(page: &Page<'_>, it: &Credential<'a>) -> Row<'a> {
    Row {
        anchor: anchor(&Anchor::Credential(it.name)),
        name: it.name,
        mark: it.secrecy,
        way: "",
        doc: inline(it.doc),
        value: None,
        sample: it.sample,
        chips: page.chips(&it.marks),
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

fn signing<'a>(page: &Page<'_>, it: &Signing<'a>) -> SigningPart<'a> {
    let of = it.of;
    SigningPart {
        text: it.text.clone(),
        steps: it.steps.map(inline),
        holds: format!(
            "{}: algorithm={},keyVersion={},signature=<signature>",
            of.signature_header, of.algorithm, of.key_version
        ),
        refused: &of.refused,
        part: Part {
            settings: it.settings(),
            note: "",
            chips: page.chips(&it.marks),
        },
    }
}

fn carried<'a>(page: &Page<'_>, it: &Carried<'a>) -> CarriedPart<'a> {
    CarriedPart {
        name: it.name,
        proofs: it.proofs.clone(),
        answers: inline(Prose::new(&it.answers)),
        chips: page.chips(&it.marks),
    }
}

fn encryption(page: &Page<'_>, it: &Encryption<'_>) -> Part {
    Part {
        settings: it.settings(),
        note: it.how,
        chips: page.chips(&it.marks),
    }
}

fn outcome<'a>(page: &Page<'_>, it: &Outcome<'a>) -> OutcomePart<'a> {
    let detail = it.detail.as_ref();
    OutcomePart {
        part: Part {
            settings: it.settings(),
            note: "",
            chips: page.chips(&it.marks),
        },
        statuses: it.statuses.clone(),
        detail: detail.map(|it| it.rust.clone()),
        members: detail.map_or_else(Vec::new, |it| fields::members(page, &it.members)),
    }
}
