//! `credentials` of `api.yaml`.

use super::super::{Keys, RawEvidence, evidence, language};
use crate::{
    diag::Sink,
    yaml::{Node, Text},
};
use stipula_contract::Secrecy;

/// A credential as written.
#[derive(Debug)]
pub struct RawCredential {
    /// Name.
    pub name: Text,
    /// Prose.
    pub doc: Option<Text>,
    /// Sample.
    pub sample: Option<Text>,
    /// Who may see it.
    pub secrecy: Secrecy,
    /// Rust name.
    pub rust: Option<Text>,
    /// Evidence.
    pub evidence: RawEvidence,
}

pub(in super::super) fn read(name: &Text, node: &Node, sink: &mut Sink) -> Option<RawCredential> {
    let keys = Keys::open(node, &language::auth::CREDENTIAL, sink)?;
    Some(RawCredential {
        name: name.clone(),
        doc: keys.text("doc", sink),
        sample: keys.text("sample", sink),
        secrecy: if keys.flag("public", sink) {
            Secrecy::Public
        } else {
            Secrecy::Secret
        },
        rust: keys.text("rust", sink),
        evidence: evidence::read(&keys, sink),
    })
}
