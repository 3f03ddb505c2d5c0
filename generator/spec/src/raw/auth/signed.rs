//! A signature by templates, as written.

use super::super::{Keys, keys, language::auth};
use crate::{
    diag::Sink,
    source::Span,
    yaml::{Node, Text},
};
use stipula_contract::{SignatureEncoding, SignedBy, TimeForm};

const WHAT: &str = "`signature`";

/// A signature by templates, as written.
#[derive(Debug)]
pub struct RawSigned {
    /// The key `signature`.
    pub span: Span,
    /// What makes it, and where that is written.
    pub algorithm: Option<(SignedBy, Span)>,
    /// The credential that is the secret.
    pub key: Option<Text>,
    /// How times are written.
    pub time: Option<TimeForm>,
    /// How signatures are written.
    pub encoding: Option<SignatureEncoding>,
    /// What of a request is signed.
    pub request: Option<RawSignedRequest>,
    /// How answers are signed.
    pub response: Option<RawSignedResponse>,
    /// How answers may have ended that come unsigned.
    pub accept_unsigned: Vec<Text>,
    /// Headers with a trace id.
    pub trace_headers: Vec<Text>,
}

/// What of a request is signed, as written.
#[derive(Debug)]
pub struct RawSignedRequest {
    /// The key `headers`, or `request` where it is missing.
    pub span: Span,
    /// Template.
    pub text: Option<Text>,
    /// Templates by name.
    pub headers: Vec<(Text, Text)>,
}

/// How answers are signed, as written.
#[derive(Debug)]
pub struct RawSignedResponse {
    /// Template.
    pub text: Option<Text>,
    /// Header with the signature.
    pub signature: Option<Text>,
    /// Header with the time.
    pub time: Option<Text>,
    /// Header with the nonce.
    pub nonce: Option<Text>,
    /// Header with the id of the key.
    pub key: Option<Text>,
    /// Seconds, and where they are written.
    pub fresh: Option<(u32, Span)>,
}

pub(super) fn read((name, node): &(Text, Node), sink: &mut Sink) -> Option<RawSigned> {
    let keys = Keys::open(node, &auth::SIGNATURE, sink)?;
    let algorithm = keys.required("algorithm", WHAT, sink);
    let time = keys.text("time", sink);
    let encoding = keys.text("encoding", sink);
    // One that only proves notifications signs no request.
    if !keys.has("request") && !keys.has("response") {
        keys.missing("request", WHAT, sink);
    }
    Some(RawSigned {
        span: name.span,
        algorithm: algorithm.and_then(|it| {
            let word = keys::word(&it, "`algorithm`", &SignedBy::WORDS, sink)?;
            Some((word, it.span))
        }),
        key: keys.text("key", sink),
        time: time.and_then(|it| keys::word(&it, "`time`", &TimeForm::WORDS, sink)),
        encoding: encoding
            .and_then(|it| keys::word(&it, "`encoding`", &SignatureEncoding::WORDS, sink)),
        request: keys.entry("request").and_then(|it| request(it, sink)),
        response: keys.get("response").and_then(|it| response(it, sink)),
        accept_unsigned: keys.texts("accept_unsigned", sink),
        trace_headers: keys.texts("trace_headers", sink),
    })
}

fn request((key, node): &(Text, Node), sink: &mut Sink) -> Option<RawSignedRequest> {
    let keys = Keys::open(node, &auth::SIGNED_REQUEST, sink)?;
    let what = "`request` of a signature";
    if !keys.has("headers") {
        keys.missing("headers", what, sink);
    }
    let headers = keys.map("headers", sink).iter();
    Some(RawSignedRequest {
        span: keys.entry("headers").map_or(key.span, |(it, _)| it.span),
        text: keys.required("text", what, sink),
        headers: headers
            .filter_map(|(name, node)| Some((name.clone(), keys::text(node, "a header", sink)?)))
            .collect(),
    })
}

fn response(node: &Node, sink: &mut Sink) -> Option<RawSignedResponse> {
    let keys = Keys::open(node, &auth::SIGNED_RESPONSE, sink)?;
    let what = "`response` of a signature";
    Some(RawSignedResponse {
        text: keys.required("text", what, sink),
        signature: keys.required("signature", what, sink),
        time: keys.text("time", sink),
        nonce: keys.text("nonce", sink),
        key: keys.text("key", sink),
        fresh: keys.entry("fresh").and_then(|(key, node)| {
            let seconds = keys::integer(node, "`fresh`", sink)?;
            Some((seconds, key.span))
        }),
    })
}
