//! `api.yaml`.

use super::{
    Keys, RawCredential, RawDefaults, RawEncryption, RawEvidence, RawScheme, auth, encryption,
    evidence, keys, language, place,
    redirects::{self, Redirects},
};
use crate::{
    diag::{Code, Diagnostic, Sink},
    source::Span,
    yaml::{Node, Text},
};
use stipula_contract::OutcomeBy;

/// The API as written.
#[derive(Debug)]
pub struct RawApi {
    /// Name.
    pub name: Option<Text>,
    /// Title.
    pub title: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Version of the API.
    pub version: Option<Text>,
    /// Its day.
    pub date: Option<Text>,
    /// Whom to ask.
    pub contact: Option<Text>,
    /// Where the description is kept.
    pub repository: Option<Text>,
    /// Rust crate.
    pub crate_name: Option<Text>,
    /// `""` is a value, not absence.
    pub empty_is_value: bool,
    /// Hosts.
    pub environments: Vec<RawEnvironment>,
    /// Where an answer says how it went.
    pub outcome: Option<RawOutcome>,
    /// What the builder of a client is given.
    pub credentials: Vec<RawCredential>,
    /// How messages prove who sent them.
    pub authentication: Vec<RawScheme>,
    /// How requests are written.
    pub defaults: RawDefaults,
    /// Encryption.
    pub encryption: Option<RawEncryption>,
    /// Headers.
    pub headers: Vec<RawHeader>,
    /// Whether redirects are followed, and where that is written.
    pub redirects: Option<(Redirects, Span)>,
    /// Parameters of every request.
    pub queries: Vec<RawQuery>,
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
    /// What says it.
    pub by: OutcomeBy,
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
    /// Ways of members.
    pub data: Vec<Text>,
    /// Ways of members.
    pub wait: Vec<Text>,
    /// A type.
    pub detail: Option<Text>,
    /// Codes.
    pub transient: Vec<Text>,
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
    /// What every request carries in it.
    pub value: Option<Text>,
    /// Sample.
    pub sample: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// A parameter of every request as written.
#[derive(Debug)]
pub struct RawQuery {
    /// Name.
    pub name: Text,
    /// Its text.
    pub value: Option<Text>,
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
        version: keys.text("version", sink),
        date: keys.text("date", sink),
        contact: keys.text("contact", sink),
        repository: keys.text("repository", sink),
        crate_name: keys.text("crate", sink),
        empty_is_value: empty.unwrap_or(false),
        environments: keys
            .map("environments", sink)
            .iter()
            .filter_map(|(name, node)| environment(name, node, sink))
            .collect(),
        outcome: keys.get("outcome").and_then(|node| outcome(node, sink)),
        credentials: keys
            .map("credentials", sink)
            .iter()
            .filter_map(|(name, node)| auth::credential(name, node, sink))
            .collect(),
        authentication: schemes(keys, sink),
        defaults: keys
            .get("defaults")
            .and_then(|node| Keys::open(node, &language::DEFAULTS, sink))
            .map(|keys| place::defaults(&keys, sink))
            .unwrap_or_default(),
        encryption: keys
            .entry("encryption")
            .and_then(|entry| encryption::read(entry, sink)),
        headers: keys
            .map("headers", sink)
            .iter()
            .filter_map(|(name, node)| header(name, node, sink))
            .collect(),
        redirects: redirects::read(keys, sink),
        queries: keys
            .map("queries", sink)
            .iter()
            .filter_map(|(name, node)| query(name, node, sink))
            .collect(),
    }
}

/// The schemes of `authentication`, or the one of `signing`.
fn schemes(keys: &Keys<'_>, sink: &mut Sink) -> Vec<RawScheme> {
    let named = keys.map("authentication", sink).iter();
    let named = named.filter_map(|(name, node)| auth::scheme(name, node, sink));
    let named: Vec<_> = named.collect();
    let Some((key, node)) = keys.entry("signing") else {
        return named;
    };
    if let Some((other, _)) = keys.entry("authentication") {
        let message = "`signing` and `authentication` both say how requests prove who sent them";
        sink.report(
            Diagnostic::new(Code::Exclusive, key.span, message)
                .also(other.span, "the other")
                .help("remove one of the two"),
        );
        return named;
    }
    auth::signing(node, sink).into_iter().collect()
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
    let words = [("member", OutcomeBy::Member), ("http", OutcomeBy::Http)];
    let by = keys.text("by", sink);
    let by = by.and_then(|text| keys::word(&text, "`by`", &words, sink));
    let by = by.unwrap_or(OutcomeBy::Member);
    for name in ["status", "success", "failed", "unknown"] {
        let is_needed = by == OutcomeBy::Member && ["status", "success"].contains(&name);
        match keys.entry(name) {
            None if is_needed => keys.missing(name, "`outcome`", sink),
            Some((key, _)) if by == OutcomeBy::Http => {
                let message = format!("`{name}` stands beside `by: http`, where HTTP says it");
                sink.report(
                    Diagnostic::new(Code::Exclusive, key.span, message)
                        .help("remove one of the two"),
                );
            }
            _ => {}
        }
    }
    Some(RawOutcome {
        by,
        object: keys.texts("object", sink),
        code: keys.texts("code", sink),
        status: keys.texts("status", sink),
        message: keys.texts("message", sink),
        success: keys.texts("success", sink),
        failed: keys.texts("failed", sink),
        unknown: keys.texts("unknown", sink),
        data: keys.texts("data", sink),
        wait: keys.texts("wait", sink),
        detail: keys.text("detail", sink),
        transient: keys.texts("transient", sink),
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
    let value = keys.text("value", sink);
    let said = match keys.text("in", sink) {
        None if !keys.has("value") && !keys.has("in") => keys.required("in", "a header", sink),
        said => said,
    };
    // What has one text is sent, unless the spec says more.
    let usual = (true, value.is_none());
    let direction = said.and_then(|text| keys::word(&text, "`in`", &words, sink));
    if value.is_some() {
        beside_value(&keys, sink);
    }
    Some(RawHeader {
        name: name.clone(),
        direction: direction.unwrap_or(usual),
        required: keys.text("required", sink),
        value,
        sample: keys.text("sample", sink),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
    })
}

/// What says nothing of a header with one text.
fn beside_value(keys: &Keys<'_>, sink: &mut Sink) {
    for name in ["required", "sample"] {
        if let Some((key, _)) = keys.entry(name) {
            let message = format!("`{name}` stands beside `value`, which every request carries");
            let diagnostic = Diagnostic::new(Code::Exclusive, key.span, message);
            sink.report(diagnostic.help("remove one of the two"));
        }
    }
}

fn query(name: &Text, node: &Node, sink: &mut Sink) -> Option<RawQuery> {
    let keys = Keys::open(node, &language::QUERY, sink)?;
    Some(RawQuery {
        name: name.clone(),
        value: keys.required("value", "a parameter of every request", sink),
        doc: keys.text("doc", sink),
        evidence: evidence::read(&keys, sink),
    })
}
