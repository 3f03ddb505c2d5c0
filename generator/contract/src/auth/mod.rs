//! Authentication: ways in which messages prove who sent them. A file each.

mod api_key;
mod basic;
mod bearer;
mod credential;
mod oauth2;
mod piece;
mod signature;
mod signed;

use serde::Serialize;

pub use api_key::ApiKey;
pub use basic::Basic;
pub use bearer::Bearer;
pub use credential::{Credential, Secrecy};
pub use oauth2::{OAuth2, SecretPlace};
pub use piece::Piece;
pub use signature::Signature;
pub use signed::{SignatureEncoding, Signed, SignedAnswer, SignedBy, TimeForm};

use super::{CredentialId, Evidence, SchemeId};

/// A way in which messages prove who sent them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scheme {
    /// Its id.
    pub id: SchemeId,
    /// Name, unique in the API.
    pub name: String,
    /// What it does.
    pub kind: SchemeKind,
    /// Where it was read.
    pub evidence: Evidence,
}

/// What a scheme does.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum SchemeKind {
    /// A token in `Authorization`.
    Bearer(Bearer),
    /// A user and a password in `Authorization`.
    Basic(Basic),
    /// A key in a header or in the query.
    ApiKey(ApiKey),
    /// A token that the client fetches.
    OAuth2(OAuth2),
    /// Signs requests and verifies answers, in headers of pairs: the short form, `signing`.
    Signature(Signature),
    /// Signs requests and verifies answers, by templates.
    Signed(Box<Signed>),
}

/// What a scheme puts on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrier<'a> {
    /// What it is there for.
    pub purpose: Purpose<'a>,
    /// Where it stands.
    pub part: CarriedIn,
    /// Name of the header, or of the parameter.
    pub name: &'a str,
    /// Its value as a shell would write it, secrets and what is computed as variables.
    pub value: String,
    /// The same with what a shell minds within double quotes, where there is such a thing.
    pub escaped: Option<String>,
    /// How it is made, as a sentence; empty when there is nothing to say.
    pub how: String,
}

impl Carrier<'_> {
    /// As a shell writes it within double quotes.
    pub fn in_shell(&self) -> &str {
        self.escaped.as_deref().unwrap_or(&self.value)
    }
}

/// What it is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose<'a> {
    /// It proves who sent the request; with a name for it.
    Proof(&'a str),
    /// A proof needs it.
    Companion,
}

/// A part of a request that can carry a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum CarriedIn {
    /// A header.
    Header,
    /// A parameter of the query.
    Query,
}

impl Scheme {
    /// What it puts on a request, in order; with the credentials of the API.
    pub fn carriers<'a>(&'a self, credentials: &[Credential]) -> Vec<Carrier<'a>> {
        match &self.kind {
            SchemeKind::Bearer(it) => vec![it.carrier(&self.name, credentials)],
            SchemeKind::Basic(it) => vec![it.carrier(&self.name, credentials)],
            SchemeKind::ApiKey(it) => vec![it.carrier(&self.name, credentials)],
            SchemeKind::OAuth2(it) => vec![it.carrier(&self.name, credentials)],
            SchemeKind::Signature(it) => it.carriers(),
            SchemeKind::Signed(it) => it.carriers(&self.name, credentials),
        }
    }

    /// The credentials that it needs.
    pub fn credentials(&self) -> Vec<CredentialId> {
        match &self.kind {
            SchemeKind::Bearer(it) => vec![it.token],
            SchemeKind::Basic(it) => [it.user].into_iter().chain(it.password).collect(),
            SchemeKind::ApiKey(it) => vec![it.key],
            SchemeKind::OAuth2(it) => vec![it.client_id, it.client_secret],
            SchemeKind::Signature(_) => Vec::new(),
            SchemeKind::Signed(it) => it.credentials(),
        }
    }

    /// The credentials that whoever verifies its answers needs.
    pub fn credentials_of_answers(&self) -> Vec<CredentialId> {
        match &self.kind {
            SchemeKind::Signed(it) => it.credentials_of_answers(),
            _ => Vec::new(),
        }
    }

    /// Whether it proves requests; a signature may be there for notifications only.
    pub fn proves_requests(&self) -> bool {
        self.signed().is_none_or(|it| !it.headers.is_empty())
    }

    /// The signature in its short form, if it is one.
    pub const fn signature(&self) -> Option<&Signature> {
        match &self.kind {
            SchemeKind::Signature(it) => Some(it),
            _ => None,
        }
    }

    /// The signature by templates, if it is one.
    pub fn signed(&self) -> Option<&Signed> {
        match &self.kind {
            SchemeKind::Signed(it) => Some(it),
            _ => None,
        }
    }

    /// Whether it signs requests.
    pub fn signs(&self) -> bool {
        let signed = self.signature().is_some() || self.signed().is_some();
        signed && self.proves_requests()
    }

    /// Whether it signs answers.
    pub fn signs_answers(&self) -> bool {
        self.signature().is_some() || self.signed().is_some_and(|it| it.answer.is_some())
    }
}
