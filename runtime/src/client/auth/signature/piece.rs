//! Pieces of texts and headers, and how they are put together.

use super::super::{Credential, Credentials, Message};
use crate::client::digest;

/// A piece of a text that is signed, or of a header that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Piece {
    /// The HTTP method.
    Method,
    /// The path with the query, as sent.
    Path,
    /// The path without the query, as sent.
    PathAlone,
    /// The query as sent, without its `?`; empty where there is none.
    Query,
    /// The query with its parameters sorted by their bytes, each written as it is sent.
    SortedQuery,
    /// The client id.
    ClientId,
    /// The text of the time.
    Time,
    /// A text that no other message has.
    Nonce,
    /// The bytes of the body; none where there is no body.
    Body,
    /// SHA-256 of the body, in lower-case hexadecimal digits.
    BodyDigest,
    /// SHA-256 of the body, in base64.
    BodyDigestBase64,
    /// The id of the key that signs: of a request what
    /// [`Builder::key_id`](crate::client::Builder::key_id) was given, of an answer what it names.
    KeyId,
    /// The version of the key that signs.
    KeyVersion,
    /// The signature; in headers only.
    Signature,
    /// What the client was given by this name.
    Credential(&'static Credential),
    /// This text.
    Text(&'static str),
}

/// What pieces are filled with.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) message: Message<'a>,
    pub(super) credentials: &'a Credentials,
    pub(super) key_id: &'a str,
    pub(super) key_version: u32,
    /// As it is written; empty in a text to sign.
    pub(super) signature: &'a str,
}

/// Puts the pieces together, byte by byte.
pub(super) fn join(pieces: &[Piece], values: &Values<'_>) -> Vec<u8> {
    let message = values.message;
    let mut out = Vec::with_capacity(message.body.len().saturating_add(256));
    for piece in pieces {
        match *piece {
            Piece::Method => out.extend(message.method.bytes()),
            Piece::Path => out.extend(message.path.bytes()),
            Piece::PathAlone => out.extend(parts(message.path).0.bytes()),
            Piece::Query => out.extend(parts(message.path).1.bytes()),
            Piece::SortedQuery => out.extend(sorted(parts(message.path).1).bytes()),
            Piece::ClientId => out.extend(values.credentials.client_id().bytes()),
            Piece::Time => out.extend(message.time.bytes()),
            Piece::Nonce => out.extend(message.nonce.bytes()),
            Piece::Body => out.extend_from_slice(message.body),
            Piece::BodyDigest => out.extend(digest::sha256_hex(message.body).bytes()),
            Piece::BodyDigestBase64 => out.extend(digest::sha256_base64(message.body).bytes()),
            Piece::KeyId => out.extend(values.key_id.bytes()),
            Piece::KeyVersion => out.extend(values.key_version.to_string().bytes()),
            Piece::Signature => out.extend(values.signature.bytes()),
            Piece::Credential(it) => out.extend(values.credentials.text(it.name()).bytes()),
            Piece::Text(text) => out.extend(text.bytes()),
        }
    }
    out
}

fn parts(path: &str) -> (&str, &str) {
    path.split_once('?').unwrap_or((path, ""))
}

fn sorted(query: &str) -> String {
    let mut all: Vec<&str> = query.split('&').collect();
    all.sort_unstable();
    all.join("&")
}

impl Piece {
    /// Whether it says something that the request or the answer is about.
    pub(super) const fn is_of_path(self) -> bool {
        matches!(
            self,
            Self::Path | Self::PathAlone | Self::Query | Self::SortedQuery
        )
    }

    pub(super) const fn is_digest(self) -> bool {
        matches!(self, Self::BodyDigest | Self::BodyDigestBase64)
    }

    /// Whether it is the same in every request of a client.
    pub(super) const fn is_fixed(self) -> bool {
        matches!(
            self,
            Self::ClientId | Self::KeyId | Self::KeyVersion | Self::Credential(_) | Self::Text(_)
        )
    }

    /// Whether a header with it is kept out of `Debug`.
    pub(super) fn is_sensitive(self) -> bool {
        match self {
            Self::ClientId | Self::Signature => true,
            Self::Credential(it) => it.is_secret(),
            _ => false,
        }
    }

    /// As a spec has it.
    #[cfg(feature = "fake")]
    pub(super) fn word(self) -> String {
        let word = match self {
            Self::Text(text) => return text.replace('\n', "\\n"),
            Self::Method => "method",
            Self::Path => "path_and_query",
            Self::PathAlone => "path",
            Self::Query => "query",
            Self::SortedQuery => "sorted_query",
            Self::ClientId => "client_id",
            Self::Time => "time",
            Self::Nonce => "nonce",
            Self::Body => "body",
            Self::BodyDigest => "body_digest",
            Self::BodyDigestBase64 => "body_digest_base64",
            Self::KeyId => "key_id",
            Self::KeyVersion => "key_version",
            Self::Signature => "signature",
            Self::Credential(it) => it.name(),
        };
        format!("{{{word}}}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static USER: Credential = Credential::public("user");

    #[cfg(feature = "aws-lc")]
    #[test]
    fn every_piece() {
        let mut credentials = Credentials::default();
        credentials.give("user", "u1");
        credentials.give("client_id", "c1");
        let message = Message {
            method: "GET",
            path: "/a/b%20c?z=1&a=2&a=1",
            time: "12",
            nonce: "n",
            body: b"abc",
        };
        let values = Values {
            message,
            credentials: &credentials,
            key_id: "k",
            key_version: 3,
            signature: "s=",
        };
        // Python: hashlib.sha256(b"abc")
        let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        for (piece, text) in [
            (Piece::Method, "GET"),
            (Piece::Path, "/a/b%20c?z=1&a=2&a=1"),
            (Piece::PathAlone, "/a/b%20c"),
            (Piece::Query, "z=1&a=2&a=1"),
            (Piece::SortedQuery, "a=1&a=2&z=1"),
            (Piece::ClientId, "c1"),
            (Piece::Time, "12"),
            (Piece::Nonce, "n"),
            (Piece::Body, "abc"),
            (Piece::BodyDigest, digest),
            (
                Piece::BodyDigestBase64,
                "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
            ),
            (Piece::KeyId, "k"),
            (Piece::KeyVersion, "3"),
            (Piece::Signature, "s="),
            (Piece::Credential(&USER), "u1"),
            (Piece::Text("t\n"), "t\n"),
        ] {
            let joined = String::from_utf8(join(&[piece], &values)).unwrap();
            assert_eq!(joined, text, "{piece:?}");
        }
    }

    #[test]
    fn no_query_is_an_empty_one() {
        let message = Message {
            method: "GET",
            path: "/a",
            time: "",
            nonce: "",
            body: b"\xff",
        };
        let values = Values {
            message,
            credentials: &Credentials::default(),
            key_id: "",
            key_version: 1,
            signature: "",
        };
        let pieces = [
            Piece::PathAlone,
            Piece::Text("?"),
            Piece::Query,
            Piece::SortedQuery,
            Piece::Text("\n"),
            Piece::Body,
        ];
        assert_eq!(join(&pieces, &values), b"/a?\n\xff");
    }
}
