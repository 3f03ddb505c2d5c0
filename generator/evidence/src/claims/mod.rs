//! Claims of a spec: what it says that a page can confirm or contradict, each with its place.
//!
//! Claims and facts speak of the same kinds, so that they can be held against each other. A claim
//! stands at a place by the names of the spec: `Address.street`, `send.request.amount`.

mod api;
mod fields;
mod types;

use serde_json::Value;
use stipula_facts::Kind;

use stipula_spec::{
    raw::{RawEvidence, RawSpec},
    source::Span,
    yaml::Text,
};

/// One claim of the spec.
#[derive(Debug, Clone)]
pub(super) struct Claim<'a> {
    /// Where, by the names of the spec.
    pub(super) at: String,
    /// What it says.
    pub(super) kind: Kind,
    /// What it says it is, in the form of [`stipula_facts::Fact::value`].
    pub(super) value: Value,
    /// Where it is written.
    pub(super) span: Span,
    /// Written as a key; the others follow from what is not written, and nobody has to confirm them.
    pub(super) explicit: bool,
    /// Evidence, nearest first.
    pub(super) evidence: Vec<&'a RawEvidence>,
    /// Prose around it, which may say what no key can.
    pub(super) docs: Vec<&'a str>,
}

impl Claim<'_> {
    /// The page it names as its source, nearest first.
    pub(super) fn source(&self) -> Option<&str> {
        let sources = self.evidence.iter().filter_map(|it| it.source.as_ref());
        sources.map(|it| it.value.as_str()).next()
    }

    /// The page that the claim itself or its field names, not what is around it.
    pub(super) fn own_source(&self) -> Option<&str> {
        let own = self.evidence.iter().take(2);
        let sources = own.filter_map(|it| it.source.as_ref());
        sources.map(|it| it.value.as_str()).next()
    }
}

/// Where claims of one element are made.
#[derive(Clone)]
struct Around<'a> {
    at: String,
    evidence: Vec<&'a RawEvidence>,
    docs: Vec<&'a str>,
}

impl<'a> Around<'a> {
    fn new(at: impl Into<String>, evidence: &'a RawEvidence, doc: Option<&'a Text>) -> Self {
        Self {
            at: at.into(),
            evidence: vec![evidence],
            docs: doc.iter().map(|it| it.value.as_str()).collect(),
        }
    }

    /// An element inside this one.
    fn inner(&self, name: &str, evidence: &'a RawEvidence, doc: Option<&'a Text>) -> Self {
        Self {
            at: format!("{}.{name}", self.at),
            evidence: self.with(evidence),
            docs: doc.iter().map(|it| it.value.as_str()).collect(),
        }
    }

    fn with(&self, nearest: &'a RawEvidence) -> Vec<&'a RawEvidence> {
        let mut evidence = vec![nearest];
        evidence.extend(&self.evidence);
        evidence
    }

    fn claim(&self, kind: Kind, value: impl Into<Value>, span: Span) -> Claim<'a> {
        Claim {
            at: self.at.clone(),
            kind,
            value: value.into(),
            span,
            explicit: true,
            evidence: self.evidence.clone(),
            docs: self.docs.clone(),
        }
    }

    fn implied(&self, kind: Kind, value: impl Into<Value>, span: Span) -> Claim<'a> {
        Claim {
            explicit: false,
            ..self.claim(kind, value, span)
        }
    }
}

/// Every claim, in the order of the spec.
pub(super) fn all(spec: &RawSpec) -> Vec<Claim<'_>> {
    let mut out = Vec::new();
    if let Some(raw) = &spec.api {
        api::all(raw, &mut out);
    }
    api::codes("errors", &spec.errors, &[], &mut out);
    for operation in &spec.operations {
        api::operation(spec, operation, &mut out);
    }
    for ty in &spec.types {
        types::all(spec, ty, &mut out);
    }
    out
}
