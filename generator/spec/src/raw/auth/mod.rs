//! Authentication as written: a file for each kind of scheme.

mod carried;
mod credential;
mod oauth2;
mod signature;
mod signed;

pub use carried::{RawApiKey, RawBasic};
pub use credential::RawCredential;
pub use oauth2::RawOAuth2;
pub use signature::RawSignature;
pub use signed::{RawSigned, RawSignedRequest, RawSignedResponse};

pub(super) use carried::read as scheme;
pub(super) use credential::read as credential;

use super::{Keys, RawEvidence, evidence, keys, language::auth};
use crate::{
    diag::Sink,
    source::Span,
    yaml::{Node, Text},
};

const WHAT: &str = "`signing`";

/// A scheme as written, and what of a request stands beside it.
#[derive(Debug)]
pub struct RawScheme {
    /// Its name; none of `signing`.
    pub name: Option<Text>,
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
    /// A token in `Authorization`; the credential.
    Bearer(Text),
    /// A user and a password in `Authorization`.
    Basic(RawBasic),
    /// A key in a header or in the query.
    ApiKey(RawApiKey),
    /// A token that the client fetches.
    OAuth2(RawOAuth2),
    /// Signs requests and verifies answers: the short form.
    Signature(Box<RawSignature>),
    /// Signs requests and verifies answers, by templates.
    Signed(Box<RawSigned>),
}

impl RawScheme {
    /// The signature, if it is one.
    pub fn signature(&self) -> Option<&RawSignature> {
        match &self.kind {
            RawSchemeKind::Signature(it) => Some(it),
            _ => None,
        }
    }
}

/// `signing`.
pub(super) fn signing(node: &Node, sink: &mut Sink) -> Option<RawScheme> {
    let keys = Keys::open(node, &auth::SIGNING, sink)?;
    if let Some(scheme) = keys.required("scheme", WHAT, sink) {
        keys::word(&scheme, "`scheme`", &[("signature", ())], sink);
    }
    Some(RawScheme {
        name: None,
        span: keys.span,
        kind: RawSchemeKind::Signature(Box::new(signature::read(&keys, sink))),
        trace_headers: keys.texts("trace_headers", sink),
        content_type: keys.text("content_type", sink),
        evidence: evidence::read(&keys, sink),
    })
}
