//! Notifications as written.

use serde_json::{Number, Value};

use super::{Keys, RawAnswer, RawBody, RawEvidence, answer, evidence, keys, language, types};
use crate::{
    diag::{Code, Diagnostic, Sink},
    source::Span,
    yaml::{Node, Text},
};

const WHAT: &str = "a notification";

/// A kind of notification as written.
#[derive(Debug)]
pub struct RawNotification {
    /// Name.
    pub name: Text,
    /// One line.
    pub summary: Option<Text>,
    /// Prose.
    pub doc: Option<Text>,
    /// Rust name.
    pub rust: Option<Text>,
    /// How it proves who sent it.
    pub proof: Option<RawNotificationProof>,
    /// Condition on the body.
    pub when: Option<Text>,
    /// The body, where it is fields.
    pub fields: RawBody,
    /// The body, where it is not fields, and where that is written.
    pub body: Option<(RawAnswer, Span)>,
    /// What is answered.
    pub reply: Option<RawReply>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// How a notification proves who sent it, as written.
#[derive(Debug)]
pub enum RawNotificationProof {
    /// A scheme, or `none`.
    Scheme(Text),
    /// A secret in a header.
    Secret {
        /// Name of the header.
        header: Option<Text>,
        /// The credential.
        is: Option<Text>,
    },
}

/// What is answered to a notification, as written.
#[derive(Debug)]
pub struct RawReply {
    /// Status, and where it is written.
    pub http: Option<(u16, Span)>,
    /// JSON, and where it is written.
    pub json: Option<(Value, Span)>,
    /// Text.
    pub text: Option<Text>,
}

pub(super) fn read(name: &Text, node: &Node, sink: &mut Sink) -> Option<RawNotification> {
    let keys = Keys::open(node, &language::NOTIFICATION, sink)?;
    if !keys.has("proof") {
        let message = format!("nothing says how `{}` proves who sent it", name.value);
        sink.report(
            Diagnostic::new(Code::MissingKey, name.span, message).help(
                "write `proof: SCHEME` with a scheme that signs answers, or `proof: { header: NAME, is: CREDENTIAL }`; `proof: none` says that the vendor proves nothing",
            ),
        );
    }
    let body = keys
        .entry("body")
        .and_then(|(key, node)| Some((answer::read(node, sink)?, key.span)));
    if !keys.has("body") {
        keys.missing("body", WHAT, sink);
    }
    Some(RawNotification {
        name: name.clone(),
        summary: keys.text("summary", sink),
        doc: keys.text("doc", sink),
        rust: keys.text("rust", sink),
        proof: keys.get("proof").and_then(|node| proof(node, sink)),
        when: keys.text("when", sink),
        fields: RawBody {
            fields: match &body {
                None => types::fields(&keys, "body", sink),
                Some(_) => Vec::new(),
            },
            rules: Vec::new(),
            closed: false,
        },
        body,
        reply: keys.get("answer").and_then(|node| reply(node, sink)),
        evidence: evidence::read(&keys, sink),
    })
}

fn proof(node: &Node, sink: &mut Sink) -> Option<RawNotificationProof> {
    if !matches!(node, Node::Map(..)) {
        return keys::text(node, "`proof`", sink).map(RawNotificationProof::Scheme);
    }
    let keys = Keys::open(node, &language::NOTIFICATION_PROOF, sink)?;
    Some(RawNotificationProof::Secret {
        header: keys.required("header", "`proof`", sink),
        is: keys.required("is", "`proof`", sink),
    })
}

fn reply(node: &Node, sink: &mut Sink) -> Option<RawReply> {
    let keys = Keys::open(node, &language::REPLY, sink)?;
    let http = keys.get("http").and_then(|node| {
        let status = keys::integer(node, "`http`", sink)?;
        Some((status, node.span()))
    });
    Some(RawReply {
        http,
        json: keys.entry("json").map(|(key, node)| (json(node), key.span)),
        text: keys.text("text", sink),
    })
}

/// A value as JSON: what is not quoted and is written as JSON writes it is no text.
fn json(node: &Node) -> Value {
    match node {
        Node::Map(entries, _) => {
            let entries = entries.iter();
            let members = entries.map(|(key, node)| (key.value.clone(), json(node)));
            Value::Object(members.collect())
        }
        Node::List(items, _) => items.iter().map(json).collect(),
        Node::Scalar(text) if text.plain => match text.value.as_str() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "" | "null" | "~" => Value::Null,
            other => match other.parse::<Number>() {
                Ok(number) => Value::Number(number),
                Err(_) => Value::String(other.to_owned()),
            },
        },
        Node::Scalar(text) => Value::String(text.value.clone()),
    }
}
