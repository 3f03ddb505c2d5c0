//! The index: operations, types, and what holds for all of them.

use serde::Serialize;

use stipula_contract::{
    Api, Empty, Encryption, EncryptionProfile, Environment, Evidence, Header, HeaderNeed,
    Operation, Outcome, Piece, Signing, Source, TypeKind,
};

use super::{
    codes::{self, Code},
    links::From,
};

#[derive(Debug, Serialize)]
pub(super) struct Page {
    title: String,
    doc: String,
    operations: Vec<OperationRow>,
    types: Vec<TypeRow>,
    environments: Vec<EnvironmentRow>,
    headers: Vec<HeaderRow>,
    signing: Option<SigningPart>,
    encryption: Option<EncryptionPart>,
    outcome: Option<OutcomePart>,
    empty_is_absent: bool,
    codes: Vec<Code>,
    sources: Vec<SourceRow>,
    has_quirks: bool,
}

#[derive(Debug, Serialize)]
struct OperationRow {
    link: String,
    summary: String,
    method: &'static str,
    path: String,
}

#[derive(Debug, Serialize)]
struct TypeRow {
    link: String,
    kind: &'static str,
    doc: String,
}

#[derive(Debug, Serialize)]
struct EnvironmentRow {
    name: String,
    url: String,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct HeaderRow {
    name: String,
    way: &'static str,
    need: String,
    sample: Option<String>,
    notes: Vec<String>,
}

#[derive(Debug, Serialize)]
struct SigningPart {
    client_header: String,
    request_time_header: String,
    response_time_header: String,
    signature_header: String,
    content_type: String,
    string_to_sign: String,
    algorithm: String,
    how: [&'static str; 3],
    aliases: Vec<String>,
    refused: Vec<(String, String)>,
    key_version: u32,
    unsigned: Vec<String>,
    origin: String,
}

#[derive(Debug, Serialize)]
struct EncryptionPart {
    header: String,
    algorithm: String,
    content_type: String,
    key_version: u32,
    how: &'static str,
    origin: String,
}

#[derive(Debug, Serialize)]
struct OutcomePart {
    object: Vec<String>,
    code: Vec<String>,
    status: Vec<String>,
    message: Vec<String>,
    statuses: Vec<(&'static str, Vec<String>)>,
    transient: Vec<String>,
    origin: String,
}

#[derive(Debug, Serialize)]
struct SourceRow {
    id: String,
    title: String,
    url: Option<String>,
    covers: String,
}

/// The index.
pub(super) fn page(api: &Api, links: &From<'_, '_>) -> Page {
    let none = Evidence::default();
    Page {
        title: api.title.clone(),
        doc: api.doc.trim().to_owned(),
        operations: api
            .operations
            .iter()
            .map(|it| operation(it, links))
            .collect(),
        types: types(api, links),
        environments: api
            .environments
            .iter()
            .map(|it| environment(it, links))
            .collect(),
        headers: api.headers.iter().map(|it| header(it, links)).collect(),
        signing: api.signing.as_ref().map(|it| signing(it, links)),
        encryption: api.encryption.as_ref().map(|it| encryption(it, links)),
        outcome: api.outcome.as_ref().map(|it| outcome(it, links)),
        empty_is_absent: api.empty == Empty::Absent,
        codes: codes::rows(api, &api.errors, None, &none, links),
        sources: api.sources.iter().map(source).collect(),
        has_quirks: !api.quirks.is_empty(),
    }
}

fn operation(it: &Operation, links: &From<'_, '_>) -> OperationRow {
    OperationRow {
        link: links.operation(it),
        summary: it.summary.trim().to_owned(),
        method: it.method.as_str(),
        path: it.path.clone(),
    }
}

/// One row per page: a type of both directions has one.
fn types(api: &Api, links: &From<'_, '_>) -> Vec<TypeRow> {
    let row = |id| {
        let ty = api.type_(id);
        let kind = match ty.kind {
            TypeKind::Object(_) => "object",
            TypeKind::Enum(_) => "enum",
            TypeKind::Union(_) => "union",
        };
        TypeRow {
            link: links.named(id),
            kind,
            doc: ty
                .doc
                .trim()
                .split("\n\n")
                .next()
                .unwrap_or_default()
                .to_owned(),
        }
    };
    links.with_pages().map(row).collect()
}

fn environment(it: &Environment, links: &From<'_, '_>) -> EnvironmentRow {
    let notes = notes(&it.doc, &it.evidence, links);
    EnvironmentRow {
        name: it.name.clone(),
        url: it.url.clone(),
        notes,
    }
}

fn header(it: &Header, links: &From<'_, '_>) -> HeaderRow {
    HeaderRow {
        name: it.name.clone(),
        way: match (it.in_request, it.in_response) {
            (true, true) => "both",
            (true, false) => "request",
            (false, _) => "response",
        },
        need: match &it.need {
            HeaderNeed::Required => "required".to_owned(),
            HeaderNeed::When(when) => when.clone(),
            HeaderNeed::Optional => "optional".to_owned(),
        },
        sample: it.sample.clone(),
        notes: notes(&it.doc, &it.evidence, links),
    }
}

fn notes(doc: &str, evidence: &Evidence, links: &From<'_, '_>) -> Vec<String> {
    let origin = super::fields::aside(&links.origin_text(evidence, &Evidence::default()));
    [doc.trim().to_owned(), origin]
        .into_iter()
        .filter(|note| !note.is_empty())
        .collect()
}

fn signing(it: &Signing, links: &From<'_, '_>) -> SigningPart {
    SigningPart {
        client_header: it.client_header.clone(),
        request_time_header: it.request_time_header.clone(),
        response_time_header: it.response_time_header.clone(),
        signature_header: it.signature_header.clone(),
        content_type: it.content_type.clone(),
        string_to_sign: it.string_to_sign.iter().map(piece).collect(),
        algorithm: it.algorithm.clone(),
        how: SIGNED,
        aliases: it.algorithm_aliases.clone(),
        refused: it.refused.clone(),
        key_version: it.key_version,
        unsigned: it.accept_unsigned.clone(),
        origin: links.origin_text(&it.evidence, &Evidence::default()),
    }
}

fn encryption(it: &Encryption, links: &From<'_, '_>) -> EncryptionPart {
    EncryptionPart {
        header: it.header.clone(),
        algorithm: it.algorithm.clone(),
        content_type: it.content_type.clone(),
        key_version: it.key_version,
        how: how(it.profile),
        origin: links.origin_text(&it.evidence, &Evidence::default()),
    }
}

/// How the signature of the one scheme that there is comes about: facts of the scheme, which no
/// spec can change.
pub(crate) const SIGNED: [&str; 3] = [
    "RSASSA-PKCS1-v1_5 with SHA-256 over the text, in UTF-8, under the private key of the sender",
    "base64 with padding",
    "percent-encoding, so that `+`, `/` and `=` become `%2B`, `%2F` and `%3D`",
];

/// What a profile of encryption does.
pub(crate) const fn how(profile: EncryptionProfile) -> &'static str {
    match profile {
        EncryptionProfile::RsaAesEcbPkcs1 => {
            "AES in ECB mode with PKCS#7 padding, as base64; the AES key wrapped with RSA PKCS#1 v1.5 under the receiver's public key, as form-encoded base64"
        }
    }
}

/// A piece of the text to sign.
pub(crate) fn piece(piece: &Piece) -> &str {
    match piece {
        Piece::Method => "<method>",
        Piece::Path => "<path>",
        Piece::ClientId => "<client id>",
        Piece::Time => "<time>",
        Piece::Body => "<body>",
        Piece::Text(text) => text,
    }
}

fn outcome(it: &Outcome, links: &From<'_, '_>) -> OutcomePart {
    let statuses = [
        ("success", &it.success),
        ("failed", &it.failed),
        ("unknown", &it.unknown),
    ];
    OutcomePart {
        object: it.object.clone(),
        code: it.code.clone(),
        status: it.status.clone(),
        message: it.message.clone(),
        statuses: statuses
            .map(|(class, texts)| (class, texts.clone()))
            .to_vec(),
        transient: it.transient.clone(),
        origin: links.origin_text(&it.evidence, &Evidence::default()),
    }
}

fn source(it: &Source) -> SourceRow {
    SourceRow {
        id: it.id.clone(),
        title: it.title.clone(),
        url: it.url.clone(),
        covers: it.covers.trim().to_owned(),
    }
}
