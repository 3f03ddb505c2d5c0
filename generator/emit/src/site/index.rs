//! The first page: operations, and what holds for all of them.

use serde::Serialize;

use crate::markdown::index::{SIGNED, how, piece};
use stipula_contract::{
    Api, Empty, Encryption, Environment, Evidence, Header, HeaderNeed, Outcome, Signing,
};

use super::{
    html::{blocks, inline},
    place::{Chip, Page, token},
};

#[derive(Debug, Serialize)]
pub(super) struct View {
    title: &'static str,
    pub(super) doc: String,
    empty_is_absent: bool,
    pub(super) environments: Vec<Row>,
    pub(super) headers: Vec<Row>,
    pub(super) signing: Option<SigningPart>,
    pub(super) encryption: Option<Part>,
    pub(super) outcome: Option<OutcomePart>,
    pub(super) sources: Vec<SourceRow>,
}

/// A name with what is told of it.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) anchor: String,
    pub(super) name: String,
    /// An address, or when a header is there.
    pub(super) mark: String,
    way: &'static str,
    pub(super) doc: String,
    sample: Option<String>,
    chips: Vec<Chip>,
}

/// Names with values.
#[derive(Debug, Serialize)]
pub(super) struct Part {
    pub(super) facts: Vec<(&'static str, Vec<String>)>,
    pub(super) note: &'static str,
    chips: Vec<Chip>,
}

#[derive(Debug, Serialize)]
pub(super) struct SigningPart {
    pub(super) text: String,
    /// The steps from the text to the signature.
    pub(super) steps: Vec<String>,
    /// What the header holds.
    holds: String,
    pub(super) part: Part,
    refused: Vec<(String, String)>,
}

#[derive(Debug, Serialize)]
pub(super) struct OutcomePart {
    pub(super) part: Part,
    statuses: Vec<(&'static str, Vec<String>)>,
}

#[derive(Debug, Serialize)]
pub(super) struct SourceRow {
    pub(super) id: String,
    pub(super) anchor: String,
    pub(super) title: String,
    url: Option<String>,
    pub(super) covers: String,
}

/// The first page.
pub(super) fn view(page: &Page<'_>) -> View {
    let api: &Api = page.api;
    let source = |it: &stipula_contract::Source| SourceRow {
        id: it.id.clone(),
        anchor: format!("source-{}", token(&it.id)),
        title: it.title.clone(),
        url: it.url.clone().filter(|it| is_web(it)),
        covers: inline(&it.covers),
    };
    View {
        title: "Overview",
        doc: blocks(&api.doc),
        empty_is_absent: api.empty == Empty::Absent,
        environments: api
            .environments
            .iter()
            .map(|it| environment(page, it))
            .collect(),
        headers: api.headers.iter().map(|it| header(page, it)).collect(),
        signing: api.signing.as_ref().map(|it| signing(page, it)),
        encryption: api.encryption.as_ref().map(|it| encryption(page, it)),
        outcome: api.outcome.as_ref().map(|it| outcome(page, it)),
        sources: api.sources.iter().map(source).collect(),
    }
}

/// An address that a browser may follow.
fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

fn chips(page: &Page<'_>, evidence: &Evidence) -> Vec<Chip> {
    page.chips(evidence, &Evidence::default())
}

fn environment(page: &Page<'_>, it: &Environment) -> Row {
    Row {
        anchor: format!("environment-{}", token(&it.name)),
        name: it.name.clone(),
        mark: it.url.clone(),
        way: "",
        doc: inline(&it.doc),
        sample: None,
        chips: chips(page, &it.evidence),
    }
}

fn header(page: &Page<'_>, it: &Header) -> Row {
    Row {
        anchor: format!("header-{}", token(&it.name)),
        name: it.name.clone(),
        mark: match &it.need {
            HeaderNeed::Required => "required".to_owned(),
            HeaderNeed::When(when) => when.clone(),
            HeaderNeed::Optional => "optional".to_owned(),
        },
        way: match (it.in_request, it.in_response) {
            (true, true) => "both ways",
            (true, false) => "request",
            (false, _) => "response",
        },
        doc: inline(&it.doc),
        sample: it.sample.clone(),
        chips: chips(page, &it.evidence),
    }
}

fn signing(page: &Page<'_>, it: &Signing) -> SigningPart {
    let one = |text: &str| vec![text.to_owned()];
    let mut facts = vec![
        ("Client id", one(&it.client_header)),
        ("Time of a request", one(&it.request_time_header)),
        ("Time of an answer", one(&it.response_time_header)),
        ("Signature", one(&it.signature_header)),
        ("Content type", one(&it.content_type)),
        ("Algorithm", one(&it.algorithm)),
        ("Read as the same", it.algorithm_aliases.clone()),
        ("Key version", one(&it.key_version.to_string())),
        (
            "Statuses that may come unsigned",
            it.accept_unsigned.clone(),
        ),
    ];
    facts.retain(|fact| !fact.1.is_empty());
    SigningPart {
        text: it.string_to_sign.iter().map(piece).collect(),
        steps: SIGNED.iter().map(|step| inline(step)).collect(),
        holds: format!(
            "{}: algorithm={},keyVersion={},signature=<signature>",
            it.signature_header, it.algorithm, it.key_version
        ),
        refused: it.refused.clone(),
        part: Part {
            facts,
            note: "",
            chips: chips(page, &it.evidence),
        },
    }
}

fn encryption(page: &Page<'_>, it: &Encryption) -> Part {
    Part {
        facts: vec![
            ("Header", vec![it.header.clone()]),
            ("Algorithm", vec![it.algorithm.clone()]),
            ("Content type", vec![it.content_type.clone()]),
            ("Key version", vec![it.key_version.to_string()]),
        ],
        note: how(it.profile),
        chips: chips(page, &it.evidence),
    }
}

fn outcome(page: &Page<'_>, it: &Outcome) -> OutcomePart {
    let mut facts = vec![
        ("Object", it.object.clone()),
        ("Code", it.code.clone()),
        ("Status", it.status.clone()),
        ("Message", it.message.clone()),
        ("Worth sending again, later", it.transient.clone()),
    ];
    facts.retain(|fact| !fact.1.is_empty());
    OutcomePart {
        part: Part {
            facts,
            note: "",
            chips: chips(page, &it.evidence),
        },
        statuses: vec![
            ("success", it.success.clone()),
            ("failed", it.failed.clone()),
            ("unknown", it.unknown.clone()),
        ],
    }
}
