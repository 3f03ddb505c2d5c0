//! How calls are signed and encrypted, and how an answer says how it went.

use serde::Serialize;

use crate::view::{
    overview::{Carried, Encryption, Outcome, Proof, Signing},
    prose::Prose,
};

use super::links::From;

#[derive(Debug, Serialize)]
pub(super) struct SigningPart<'a> {
    client_header: &'a str,
    request_time_header: &'a str,
    response_time_header: &'a str,
    signature_header: &'a str,
    content_type: &'a str,
    string_to_sign: String,
    algorithm: &'a str,
    how: [&'static str; 3],
    aliases: &'a [String],
    refused: &'a [(String, String)],
    key_version: u32,
    unsigned: &'a [String],
    origin: String,
}

#[derive(Debug, Serialize)]
pub(super) struct CarriedPart<'a> {
    name: &'a str,
    proofs: Vec<Proof<'a>>,
    answers: String,
    origin: String,
}

#[derive(Debug, Serialize)]
pub(super) struct EncryptionPart<'a> {
    header: &'a str,
    algorithm: &'a str,
    content_type: &'a str,
    key_version: u32,
    how: &'static str,
    origin: String,
}

#[derive(Debug, Serialize)]
pub(super) struct OutcomePart<'a> {
    object: &'a [String],
    code: &'a [String],
    status: &'a [String],
    message: &'a [String],
    statuses: [(&'static str, Vec<String>); 3],
    data: Vec<String>,
    wait: Vec<String>,
    detail: Option<String>,
    rust: Option<String>,
    transient: &'a [String],
    origin: String,
}

pub(super) fn signing<'a>(it: &Signing<'a>, links: &From<'_, '_>) -> SigningPart<'a> {
    SigningPart {
        client_header: &it.of.client_header,
        request_time_header: &it.of.request_time_header,
        response_time_header: &it.of.response_time_header,
        signature_header: &it.of.signature_header,
        content_type: it.content_type,
        string_to_sign: it.text.clone(),
        algorithm: &it.of.algorithm,
        how: it.steps.map(Prose::markdown),
        aliases: &it.of.algorithm_aliases,
        refused: &it.of.refused,
        key_version: it.of.key_version,
        unsigned: &it.of.accept_unsigned,
        origin: links.origin(&it.marks),
    }
}

pub(super) fn carried<'a>(it: &Carried<'a>, links: &From<'_, '_>) -> CarriedPart<'a> {
    CarriedPart {
        name: it.name,
        proofs: it.proofs.clone(),
        answers: it.answers.clone(),
        origin: links.origin(&it.marks),
    }
}

pub(super) fn encryption<'a>(it: &Encryption<'a>, links: &From<'_, '_>) -> EncryptionPart<'a> {
    EncryptionPart {
        header: &it.of.header,
        algorithm: &it.of.algorithm,
        content_type: &it.of.content_type,
        key_version: it.of.key_version,
        how: it.how,
        origin: links.origin(&it.marks),
    }
}

pub(super) fn outcome<'a>(it: &Outcome<'a>, links: &From<'_, '_>) -> OutcomePart<'a> {
    OutcomePart {
        object: &it.of.object,
        code: &it.of.code,
        status: &it.of.status,
        message: &it.of.message,
        statuses: it.statuses.clone(),
        data: it.of.data.iter().map(ToString::to_string).collect(),
        wait: it.of.wait.iter().map(ToString::to_string).collect(),
        detail: it.of.detail.map(|id| links.named(id)),
        rust: it.detail.as_ref().map(|it| it.rust.clone()),
        transient: &it.of.transient,
        origin: links.origin(&it.marks),
    }
}
