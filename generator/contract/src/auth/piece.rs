//! Pieces of texts that are signed, and of headers that go with them.

use serde::Serialize;

use super::Credential;
use crate::CredentialId;

/// A piece of a text that is signed, or of a header.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Piece {
    /// HTTP method in upper case.
    Method,
    /// Path with its query.
    PathAndQuery,
    /// Path without its query.
    Path,
    /// Query, without `?`.
    Query,
    /// Query with its parameters sorted.
    SortedQuery,
    /// Client id.
    ClientId,
    /// Text of the time.
    Time,
    /// A text that no other message has.
    Nonce,
    /// Exact body.
    Body,
    /// SHA-256 of the body, in hexadecimal digits.
    BodyDigest,
    /// SHA-256 of the body, in base64.
    BodyDigestBase64,
    /// Id of the key that signs.
    KeyId,
    /// The signature.
    Signature,
    /// A credential.
    Credential(CredentialId),
    /// Literal text.
    Text(String),
}

impl Piece {
    /// Those that a template names, but for credentials.
    pub const WORDS: [(&'static str, Self); 12] = [
        ("method", Self::Method),
        ("path", Self::Path),
        ("query", Self::Query),
        ("sorted_query", Self::SortedQuery),
        ("path_and_query", Self::PathAndQuery),
        ("body", Self::Body),
        ("body_digest", Self::BodyDigest),
        ("body_digest_base64", Self::BodyDigestBase64),
        ("time", Self::Time),
        ("nonce", Self::Nonce),
        ("key_id", Self::KeyId),
        ("signature", Self::Signature),
    ];

    /// As a template has it.
    pub fn word(&self, all: &[Credential]) -> String {
        match self {
            Self::Text(text) => return text.replace('\n', "\\n"),
            Self::Credential(id) => return format!("{{{}}}", all[id.0].name),
            Self::ClientId => return "{client_id}".to_owned(),
            _ => {}
        }
        let words = Self::WORDS.iter();
        let word = words.filter(|(_, it)| it == self).map(|(word, _)| *word);
        format!("{{{}}}", word.collect::<String>())
    }

    /// As a shell has it: what is computed and what is given are variables.
    pub fn variable(&self, all: &[Credential]) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Credential(id) => all[id.0].variable(),
            it => {
                let word = it.word(all).to_ascii_uppercase();
                format!("${}", word.trim_matches(['{', '}']))
            }
        }
    }

    /// The same within double quotes.
    pub(super) fn in_shell(&self, all: &[Credential]) -> String {
        let Self::Text(text) = self else {
            return self.variable(all);
        };
        let mut out = String::new();
        for it in text.chars() {
            if matches!(it, '"' | '\\' | '$' | '`') {
                out.push('\\');
            }
            out.push(it);
        }
        out
    }

    /// Whether it can stand in a header: it is one line, and known before the request is written.
    pub const fn fits_in_header(&self) -> bool {
        matches!(
            self,
            Self::Time
                | Self::Nonce
                | Self::BodyDigest
                | Self::BodyDigestBase64
                | Self::KeyId
                | Self::Signature
                | Self::Credential(_)
                | Self::Text(_)
        )
    }

    /// Whether it covers the body.
    pub const fn is_of_body(&self) -> bool {
        matches!(self, Self::Body | Self::BodyDigest | Self::BodyDigestBase64)
    }
}

/// Pieces as a template.
pub(super) fn template(pieces: &[Piece], all: &[Credential]) -> String {
    pieces.iter().map(|it| it.word(all)).collect()
}
