//! Signatures: header names, the text to sign, what may come unsigned.

use super::super::{
    Cx,
    api::{value, values},
};
use crate::{
    diag::{Code, Diagnostic},
    raw::RawSignature,
    yaml::Text,
};
use stipula_contract::{Outcome, Piece, Signature};

/// A signature; a missing key was reported when it was read.
pub(super) fn scheme(
    cx: &mut Cx<'_>,
    raw: &RawSignature,
    outcome: Option<&Outcome>,
) -> Option<Signature> {
    for status in &raw.accept_unsigned {
        let success = outcome.is_some_and(|it| it.success.contains(&status.value));
        let known = outcome.is_some_and(|it| {
            it.failed.contains(&status.value) || it.unknown.contains(&status.value)
        });
        if success || !known {
            let message = if success {
                "an answer that reports success must be signed"
            } else {
                "this is not a status of `outcome`"
            };
            cx.sink
                .report(Diagnostic::new(Code::UnsignedStatus, status.span, message));
        }
    }
    let [client, request_time, response_time, signature] = &raw.headers;
    Some(Signature {
        client_header: value(client.as_ref())?,
        request_time_header: value(request_time.as_ref())?,
        response_time_header: value(response_time.as_ref())?,
        signature_header: value(signature.as_ref())?,
        string_to_sign: pieces(cx, raw.string_to_sign.as_ref()?),
        algorithm: value(raw.algorithm.as_ref())?,
        algorithm_aliases: values(&raw.algorithm_aliases),
        refused: raw
            .refused
            .iter()
            .map(|(name, why)| (name.value.clone(), why.value.clone()))
            .collect(),
        key_version: raw.key_version.unwrap_or(1),
        accept_unsigned: values(&raw.accept_unsigned),
    })
}

const PIECES: [(&str, Piece); 5] = [
    ("method", Piece::Method),
    ("path", Piece::PathAndQuery),
    ("client_id", Piece::ClientId),
    ("time", Piece::Time),
    ("body", Piece::Body),
];

/// The template of the text to sign, cut at its braces.
fn pieces(cx: &mut Cx<'_>, template: &Text) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = template.value.as_str();
    while let Some(open) = rest.find('{') {
        if open > 0 {
            found.push(Piece::Text(rest[..open].to_owned()));
        }
        let Some(length) = rest[open..].find('}') else {
            cx.sink.report(Diagnostic::new(
                Code::SigningTemplate,
                template.span,
                "a `{` is not closed",
            ));
            return found;
        };
        let name = &rest[open + 1..open + length];
        match PIECES.iter().find(|(word, _)| *word == name) {
            Some((_, piece)) => found.push(piece.clone()),
            None => cx.sink.report(
                Diagnostic::new(
                    Code::SigningTemplate,
                    template.span,
                    format!("`{{{name}}}` is not a piece of a request"),
                )
                .suggest(name, PIECES.iter().map(|(word, _)| *word)),
            ),
        }
        rest = &rest[open + length + 1..];
    }
    if !rest.is_empty() {
        found.push(Piece::Text(rest.to_owned()));
    }
    if !found.contains(&Piece::Body) {
        cx.sink.report(
            Diagnostic::new(
                Code::SigningTemplate,
                template.span,
                "the text to sign does not hold `{body}`",
            )
            .help("a signature that leaves the body out protects nothing"),
        );
    }
    found
}
