//! Operations as written.

use super::{
    Keys, RawAnswer, RawBody, RawEvidence, RawIdempotency, RawMethod, RawPages, answer, evidence,
    field, idempotency, keys, language, method, pages, place,
    redirects::{self, Redirects},
    request, types,
};
use crate::{
    diag::Sink,
    source::Span,
    yaml::{Node, Text},
};
use stipula_contract::{Body, BodyForm};

/// An operation as written.
#[derive(Debug)]
pub struct RawOperation {
    /// Name.
    pub name: Text,
    /// One line.
    pub summary: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Method and path.
    pub method: Option<RawMethod>,
    /// Operation it overlays.
    pub overlay: Option<Text>,
    /// Rust name.
    pub rust: Option<Text>,
    /// Its group.
    pub group: Option<Text>,
    /// The scheme, or `none`.
    pub authentication: Option<Text>,
    /// Where it says that answers are not signed.
    pub unsigned_answer: Option<Span>,
    /// Whether redirects are followed, and where that is written.
    pub redirects: Option<(Redirects, Span)>,
    /// Keys that its answer hands out.
    pub keys: Option<RawHandedKeys>,
    /// Repeating changes nothing.
    pub safe: bool,
    /// Idempotency.
    pub idempotency: Option<RawIdempotency>,
    /// How its answers are pages.
    pub pages: Option<RawPages>,
    /// Context: names and enums.
    pub context: Vec<(Text, Text)>,
    /// Request body.
    pub request: RawBody,
    /// The object of `types` whose fields the request has.
    pub request_type: Option<Text>,
    /// Response body.
    pub response: RawBody,
    /// How the body of a request is written.
    pub body: Option<(BodyForm, Span)>,
    /// The response, where it is not fields.
    pub answer: Option<RawAnswer>,
    /// `response` is written.
    pub has_response: bool,
    /// Where the key `response` stands.
    pub response_at: Option<Span>,
    /// Result codes.
    pub errors: Vec<RawCode>,
    /// Scenarios.
    pub scenarios: Vec<RawScenario>,
    /// Examples.
    pub examples: Vec<RawExample>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// Keys of the vendor in an answer, as written.
#[derive(Debug)]
pub struct RawHandedKeys {
    /// Member of the answer.
    pub list: Option<Text>,
    /// Member of each.
    pub id: Option<Text>,
    /// Member of each.
    pub key: Option<Text>,
}

/// A result code as written.
#[derive(Debug)]
pub struct RawCode {
    /// Code.
    pub code: Text,
    /// Status text.
    pub class: Option<Text>,
    /// HTTP status, and where it is written.
    pub http: Option<(u16, Span)>,
    /// Prose.
    pub doc: Option<Text>,
    /// Rust name.
    pub rust: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// A scenario as written.
#[derive(Debug)]
pub struct RawScenario {
    /// Name.
    pub name: Text,
    /// Prose.
    pub doc: Option<Text>,
    /// Condition.
    pub when: Option<Text>,
}

/// An example as written.
#[derive(Debug)]
pub struct RawExample {
    /// Name.
    pub name: Text,
    /// Prose.
    pub doc: Option<Text>,
    /// File.
    pub file: Option<Text>,
    /// Direction.
    pub body: Body,
    /// HTTP status, and where it is written.
    pub http: Option<(u16, Span)>,
    /// Context values.
    pub context: Vec<(Text, Text)>,
    /// Evidence.
    pub evidence: RawEvidence,
}

fn handed_keys(node: &Node, sink: &mut Sink) -> Option<RawHandedKeys> {
    let keys = Keys::open(node, &language::HANDED_KEYS, sink)?;
    let what = "`keys`";
    Some(RawHandedKeys {
        list: keys.required("from_answer", what, sink),
        id: keys.required("id", what, sink),
        key: keys.required("key", what, sink),
    })
}

/// Where `answer: unsigned` is written.
fn unsigned_answer(keys: &Keys<'_>, sink: &mut Sink) -> Option<Span> {
    let text = keys.text("answer", sink)?;
    keys::word(&text, "`answer`", &[("unsigned", text.span)], sink)
}

/// Reads an operation.
pub(super) fn read(name: Text, keys: &Keys<'_>, sink: &mut Sink) -> RawOperation {
    let rules = types::rules(keys, sink);
    let (request_type, fields) = request::read(keys, sink);
    let answer = keys.get("response").and_then(|it| answer::read(it, sink));
    RawOperation {
        summary: keys.text("summary", sink),
        doc: keys.text("doc", sink),
        method: method::read(&name, keys, sink),
        overlay: keys.text("overlay", sink),
        rust: keys.text("rust", sink),
        group: keys.text("group", sink),
        authentication: keys.text("authentication", sink),
        unsigned_answer: unsigned_answer(keys, sink),
        redirects: redirects::read(keys, sink),
        keys: keys.get("keys").and_then(|node| handed_keys(node, sink)),
        safe: keys.flag("safe", sink),
        idempotency: idempotency::read(keys, sink),
        pages: pages::read(keys, sink),
        context: keys
            .map("context", sink)
            .iter()
            .filter_map(|(name, node)| {
                Some((name.clone(), keys::text(node, "a context value", sink)?))
            })
            .collect(),
        request: RawBody {
            fields,
            rules,
            closed: keys.flag("closed", sink),
        },
        request_type,
        response: RawBody {
            fields: match &answer {
                None => keys
                    .map("response", sink)
                    .iter()
                    .filter_map(|(wire, node)| field::of_answer(wire, node, sink))
                    .collect(),
                Some(_) => Vec::new(),
            },
            rules: Vec::new(),
            closed: false,
        },
        answer,
        body: place::body(keys, sink),
        has_response: keys.has("response"),
        response_at: keys.entry("response").map(|(key, _)| key.span),
        errors: codes(keys, sink),
        scenarios: keys
            .map("scenarios", sink)
            .iter()
            .filter_map(|(name, node)| scenario(name, node, sink))
            .collect(),
        examples: keys
            .map("examples", sink)
            .iter()
            .filter_map(|(name, node)| example(name, node, sink))
            .collect(),
        evidence: evidence::read(keys, sink),
        name,
    }
}

/// Reads `errors`.
pub(super) fn codes(keys: &Keys<'_>, sink: &mut Sink) -> Vec<RawCode> {
    keys.map("errors", sink)
        .iter()
        .filter_map(|(code, node)| {
            let keys = Keys::open(node, &language::CODE, sink)?;
            Some(RawCode {
                code: code.clone(),
                class: keys.text("class", sink),
                http: http(&keys, sink),
                doc: keys.text("doc", sink),
                rust: keys.text("rust", sink),
                evidence: evidence::read(&keys, sink),
            })
        })
        .collect()
}

/// An HTTP status, and where it is written.
fn http(keys: &Keys<'_>, sink: &mut Sink) -> Option<(u16, Span)> {
    let node = keys.get("http")?;
    let status = keys::integer(node, "`http`", sink)?;
    Some((status, node.span()))
}

fn scenario(name: &Text, node: &Node, sink: &mut Sink) -> Option<RawScenario> {
    let keys = Keys::open(node, &language::SCENARIO, sink)?;
    Some(RawScenario {
        name: name.clone(),
        doc: keys.text("doc", sink),
        when: keys.required("when", "a scenario", sink),
    })
}

fn example(name: &Text, node: &Node, sink: &mut Sink) -> Option<RawExample> {
    let keys = Keys::open(node, &language::EXAMPLE, sink)?;
    let words = [("request", Body::Request), ("response", Body::Response)];
    let body = keys
        .text("direction", sink)
        .and_then(|text| keys::word(&text, "`direction`", &words, sink));
    Some(RawExample {
        name: name.clone(),
        doc: keys.text("doc", sink),
        file: keys.required("body", "an example", sink),
        body: body.unwrap_or(Body::Request),
        http: http(&keys, sink),
        context: keys
            .map("context", sink)
            .iter()
            .filter_map(|(name, node)| {
                Some((name.clone(), keys::text(node, "a context value", sink)?))
            })
            .collect(),
        evidence: evidence::read(&keys, sink),
    })
}
