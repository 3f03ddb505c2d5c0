//! Authentication: ways in which messages prove who sent them. A file each.

mod signature;

use serde::Serialize;

pub use signature::{Piece, Signature};

use super::Evidence;

/// Index into [`super::Api::schemes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct SchemeId(pub usize);

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
    /// Signs requests and verifies answers.
    Signature(Signature),
}

/// A header that a scheme puts on a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carrier<'a> {
    /// What it is there for.
    pub purpose: Purpose,
    /// Name of the header.
    pub header: &'a str,
    /// Its value as a shell would write it, secrets and what is computed as variables.
    pub value: String,
    /// How it is made, as a sentence; empty when there is nothing to say.
    pub how: String,
}

/// What a header is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// It proves who sent the request; with a name for it.
    Proof(&'static str),
    /// A proof needs it.
    Companion,
}

impl Scheme {
    /// The headers that it puts on a request, in order.
    pub fn carriers(&self) -> Vec<Carrier<'_>> {
        match &self.kind {
            SchemeKind::Signature(it) => it.carriers(),
        }
    }

    /// The signature, if it is one.
    pub const fn signature(&self) -> Option<&Signature> {
        match &self.kind {
            SchemeKind::Signature(it) => Some(it),
        }
    }
}
