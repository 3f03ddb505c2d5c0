//! Authentication: ways in which messages prove who sent them. A file each.

mod api_key;
mod basic;
mod bearer;
mod credential;
mod oauth2;
mod signature;

use serde::Serialize;

pub use api_key::ApiKey;
pub use basic::Basic;
pub use bearer::Bearer;
pub use credential::{Credential, Secrecy};
pub use oauth2::{OAuth2, SecretPlace};
pub use signature::{Piece, Signature};

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
    /// Signs requests and verifies answers.
    Signature(Signature),
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
    /// How it is made, as a sentence; empty when there is nothing to say.
    pub how: String,
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
        }
    }

    /// The signature, if it is one.
    pub const fn signature(&self) -> Option<&Signature> {
        match &self.kind {
            SchemeKind::Signature(it) => Some(it),
            _ => None,
        }
    }
}
