//! `api.yaml`.

use super::{Keys, RawEncryption, RawEvidence, encryption, evidence, keys, language};
use crate::{
    diag::Sink,
    source::Span,
    yaml::{Node, Text},
};

/// The API as written.
#[derive(Debug)]
pub struct RawApi {
    /// Name.
    pub name: Option<Text>,
    /// Title.
    pub title: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Rust crate.
    pub crate_name: Option<Text>,
    /// `""` is a value, not absence.
    pub empty_is_value: bool,
    /// Hosts.
    pub environments: Vec<RawEnvironment>,
    /// Where an answer says how it went.
    pub outcome: Option<RawOutcome>,
    /// Signing.
    pub signing: Option<RawSigning>,
    /// Encryption.
    pub encryption: Option<RawEncryption>,
    /// Headers.
    pub headers: Vec<RawHeader>,
}

/// A host as written.
#[derive(Debug)]
pub struct RawEnvironment {
    /// Name.
    pub name: Text,
    /// Address.
    pub url: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// `outcome` as written.
#[derive(Debug)]
pub struct RawOutcome {
    /// Members.
    pub object: Vec<Text>,
    /// Members.
    pub code: Vec<Text>,
    /// Members.
    pub status: Vec<Text>,
    /// Members.
    pub message: Vec<Text>,
    /// Status texts.
    pub success: Vec<Text>,
    /// Status texts.
    pub failed: Vec<Text>,
    /// Status texts.
    pub unknown: Vec<Text>,
    /// Codes.
    pub transient: Vec<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// `signing` as written.
#[derive(Debug)]
pub struct RawSigning {
    /// The whole mapping.
    pub span: Span,
    /// Header names by key: client, request time, response time, signature.
    pub headers: [Option<Text>; 4],
    /// Headers with a trace id.
    pub trace_headers: Vec<Text>,
    /// Content type.
    pub content_type: Option<Text>,
    /// Template.
    pub string_to_sign: Option<Text>,
    /// Written algorithm.
    pub algorithm: Option<Text>,
    /// Read algorithms.
    pub algorithm_aliases: Vec<Text>,
    /// Refused algorithms with reasons.
    pub refused: Vec<(Text, Text)>,
    /// Key version.
    pub key_version: Option<u32>,
    /// Statuses that may come unsigned.
    pub accept_unsigned: Vec<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// A header as written.
#[derive(Debug)]
pub struct RawHeader {
    /// Name.
    pub name: Text,
    /// In requests, in responses.
    pub direction: (bool, bool),
    /// `true` or a text.
    pub required: Option<Text>,
    /// Sample.
    pub sample: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// Reads the keys of `api.yaml`.
pub(super) fn read(keys: &Keys<'_>, sink: &mut Sink) -> RawApi {
    let empty = keys.text("empty", sink).and_then(|text| {
        keys::word(
            &text,
            "`empty`",
            &[("absent", false), ("value", true)],
            sink,
        )
    });
    RawApi {
        name: keys.required("api", "`api.yaml`", sink),
        title: keys.text("title", sink),
        doc: keys.text("doc", sink),
        crate_name: keys.text("crate", sink),
        empty_is_value: empty.unwrap_or(false),
        environments: keys
            .map("environments", sink)
            .iter()
            .filter_map(|(name, node)| environment(name, node, sink))
            .collect(),
        outcome: keys.get("outcome").and_then(|node| outcome(node, sink)),
        signing: keys.get("signing").and_then(|node| signing(node, sink)),
        encryption: keys
            .entry("encryption")
            .and_then(|entry| encryption::read(entry, sink)),
        headers: keys
            .map("headers", sink)
            .iter()
            .filter_map(|(name, node)| header(name, node, sink))
            .collect(),
    }
}

fn environment(name: &Text, node: &Node, sink: &mut Sink) -> Option<RawEnvironment> {
    let keys = Keys::open(node, &language::ENVIRONMENT, sink)?;
    Some(RawEnvironment {
        name: name.clone(),
        url: keys.required("url", "an environment", sink),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
    })
}

fn outcome(node: &Node, sink: &mut Sink) -> Option<RawOutcome> {
    let keys = Keys::open(node, &language::OUTCOME, sink)?;
    for name in ["status", "success"] {
        if !keys.has(name) {
            keys.missing(name, "`outcome`", sink);
        }
    }
    Some(RawOutcome {
        object: keys.texts("object", sink),
        code: keys.texts("code", sink),
        status: keys.texts("status", sink),
        message: keys.texts("message", sink),
        success: keys.texts("success", sink),
        failed: keys.texts("failed", sink),
        unknown: keys.texts("unknown", sink),
        transient: keys.texts("transient", sink),
        evidence: evidence::read(&keys, sink),
    })
}

fn signing(node: &Node, sink: &mut Sink) -> Option<RawSigning> {
    let keys = Keys::open(node, &language::SIGNING, sink)?;
    if let Some(scheme) = keys.required("scheme", "`signing`", sink) {
        keys::word(&scheme, "`scheme`", &[("signature", ())], sink);
    }
    let header = |name: &str, sink: &mut Sink| keys.required(name, "`signing`", sink);
    Some(RawSigning {
        span: keys.span,
        headers: [
            header("client_header", sink),
            header("request_time_header", sink),
            header("response_time_header", sink),
            header("signature_header", sink),
        ],
        trace_headers: keys.texts("trace_headers", sink),
        content_type: keys.text("content_type", sink),
        string_to_sign: keys.required("string_to_sign", "`signing`", sink),
        algorithm: keys.required("algorithm", "`signing`", sink),
        algorithm_aliases: keys.texts("algorithm_aliases", sink),
        refused: keys
            .map("refused", sink)
            .iter()
            .filter_map(|(name, node)| Some((name.clone(), keys::text(node, "a reason", sink)?)))
            .collect(),
        key_version: keys
            .get("key_version")
            .and_then(|node| keys::integer(node, "`key_version`", sink)),
        accept_unsigned: keys.texts("accept_unsigned", sink),
        evidence: evidence::read(&keys, sink),
    })
}

fn header(name: &Text, node: &Node, sink: &mut Sink) -> Option<RawHeader> {
    let keys = Keys::open(node, &language::HEADER, sink)?;
    let words = [
        ("request", (true, false)),
        ("response", (false, true)),
        ("both", (true, true)),
    ];
    let direction = keys
        .required("in", "a header", sink)
        .and_then(|text| keys::word(&text, "`in`", &words, sink));
    Some(RawHeader {
        name: name.clone(),
        direction: direction.unwrap_or((true, true)),
        required: keys.text("required", sink),
        sample: keys.text("sample", sink),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
    })
}
