//! Authentication as written: a file for each kind of scheme.

mod signature;

pub use signature::RawSignature;

use super::{
    Keys, RawEvidence, evidence, keys,
    language::{Mapping, auth},
};
use crate::{
    diag::Sink,
    source::Span,
    yaml::{Node, Text},
};

const WHAT: &str = "`signing`";

/// A scheme as written, and what of a request stands beside it.
#[derive(Debug)]
pub struct RawScheme {
    /// The whole mapping.
    pub span: Span,
    /// What it does.
    pub kind: RawSchemeKind,
    /// Headers with a trace id.
    pub trace_headers: Vec<Text>,
    /// Content type.
    pub content_type: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

/// What a scheme does, as written.
#[derive(Debug)]
pub enum RawSchemeKind {
    /// Signs requests and verifies answers.
    Signature(RawSignature),
}

impl RawScheme {
    /// The signature, if it is one.
    pub fn signature(&self) -> Option<&RawSignature> {
        match &self.kind {
            RawSchemeKind::Signature(it) => Some(it),
        }
    }
}

/// A kind: the word for it, its keys, and how they are read.
struct Kind {
    word: &'static str,
    mapping: &'static Mapping,
    read: fn(&Keys<'_>, &mut Sink) -> RawSchemeKind,
}

/// The first stands where none is named.
const KINDS: [Kind; 1] = [Kind {
    word: "signature",
    mapping: &auth::SIGNING,
    read: |keys, sink| RawSchemeKind::Signature(signature::read(keys, sink)),
}];

pub(super) fn read(node: &Node, sink: &mut Sink) -> Option<RawScheme> {
    let [first, ..] = &KINDS;
    let kind = KINDS.iter().find(|it| is_named(node, it.word));
    let kind = kind.unwrap_or(first);
    let keys = Keys::open(node, kind.mapping, sink)?;
    if let Some(scheme) = keys.required("scheme", WHAT, sink) {
        keys::word(&scheme, "`scheme`", &KINDS.map(|it| (it.word, ())), sink);
    }
    Some(RawScheme {
        span: keys.span,
        kind: (kind.read)(&keys, sink),
        trace_headers: keys.texts("trace_headers", sink),
        content_type: keys.text("content_type", sink),
        evidence: evidence::read(&keys, sink),
    })
}

/// Whether a mapping says that it is of this kind.
fn is_named(node: &Node, word: &str) -> bool {
    let Node::Map(entries, _) = node else {
        return false;
    };
    let mut entries = entries.iter();
    entries.any(|(key, value)| {
        key.value == "scheme" && matches!(value, Node::Scalar(text) if text.value == word)
    })
}
