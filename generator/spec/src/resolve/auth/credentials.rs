//! Credentials: declared once, and referred to by schemes and addresses.

use std::collections::BTreeSet;

use super::super::{Cx, api::value, index::unique, sentences::text, types};
use crate::{
    diag::{Code, Diagnostic, Sink},
    raw::RawCredential,
    yaml::Text,
};
use stipula_contract::{Credential, CredentialId, Named};

/// The credentials of a spec, and which are used.
pub(in super::super) struct Credentials<'a> {
    raws: Vec<&'a RawCredential>,
    used: BTreeSet<CredentialId>,
}

impl<'a> Credentials<'a> {
    /// Those of a name that is declared twice count once.
    pub(in super::super) fn new(raws: &'a [RawCredential], sink: &mut Sink) -> Self {
        let names = raws.iter().map(|it| &it.name).collect();
        let first = unique("credential", names, sink);
        Self {
            raws: first.into_iter().map(|(_, at)| &raws[at]).collect(),
            used: BTreeSet::new(),
        }
    }

    /// The credential of this name; an unknown name is reported.
    pub(in super::super) fn find(&mut self, name: &Text, sink: &mut Sink) -> Option<CredentialId> {
        let found = self.named(&name.value);
        if found.is_none() {
            let message = format!("there is no credential `{}`", name.value);
            let known = self.names();
            sink.report(
                Diagnostic::new(Code::UnknownCredential, name.span, message)
                    .suggest(&name.value, known),
            );
        }
        found
    }

    /// The credential of this name, which counts as used.
    pub(in super::super) fn named(&mut self, name: &str) -> Option<CredentialId> {
        let at = self.raws.iter().position(|it| it.name.value == name)?;
        self.used.insert(CredentialId(at));
        Some(CredentialId(at))
    }

    /// Every name.
    pub(in super::super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.raws.iter().map(|it| it.name.value.as_str())
    }

    /// Each as a part of the contract. One that nothing refers to is reported.
    pub(in super::super) fn finish(self, cx: &mut Cx<'_>) -> Vec<Credential> {
        let mut all = Vec::new();
        for (at, raw) in self.raws.iter().enumerate() {
            let id = CredentialId(at);
            // What a fault hides would look unused.
            if !self.used.contains(&id) && !cx.sink.has_errors() {
                let message = format!("nothing refers to the credential `{}`", raw.name.value);
                cx.sink.report(
                    Diagnostic::new(Code::UnusedCredential, raw.name.span, message).help(
                        "name it in `authentication`, in a `proof` or in an address, or remove it",
                    ),
                );
            }
            let place = Named::Credential(id);
            cx.origins.name(place, &raw.name, raw.rust.as_ref());
            all.push(Credential {
                id,
                name: raw.name.value.clone(),
                names: types::rust(raw.rust.as_ref()),
                doc: text(raw.doc.as_ref()),
                sample: value(raw.sample.as_ref()),
                secrecy: raw.secrecy,
                evidence: cx.index.evidence(&raw.evidence, &mut cx.sink),
            });
        }
        all
    }
}
