//! The signed-header scheme: which headers carry what, and what is signed.

mod header;
pub(super) mod pairs;

pub use header::{SignatureHeader, SignatureHeaderError};

/// How an API signs messages: a signature over a text, carried in a header.
#[derive(Debug)]
pub struct Signing {
    /// The header with the client id.
    pub client_header: &'static str,
    /// The header with the time of a request.
    pub request_time_header: &'static str,
    /// The header with the time of an answer.
    pub response_time_header: &'static str,
    /// The header with the signature.
    pub signature_header: &'static str,
    /// Headers that may name the trace of a call, best first.
    pub trace_headers: &'static [&'static str],
    /// What is signed, piece by piece.
    pub string_to_sign: &'static [Piece],
    /// The name of the algorithm, as written.
    pub algorithm: &'static str,
    /// Other names for it, read in any case.
    pub algorithm_aliases: &'static [&'static str],
    /// Algorithms that are known but not supported, each with the reason.
    pub refused: &'static [(&'static str, &'static str)],
    /// The key version when the user gives none.
    pub key_version: u32,
    /// The statuses an answer without signature may have.
    pub accept_unsigned: &'static [&'static str],
    /// The content type of a request.
    pub content_type: &'static str,
}

/// A piece of the text that is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// The HTTP method.
    Method,
    /// The path with the query, as sent.
    Path,
    /// The client id.
    ClientId,
    /// The text of the time header.
    Time,
    /// The bytes of the body.
    Body,
    /// This text.
    Text(&'static str),
}

/// The parts of one message that are signed.
#[derive(Clone, Copy)]
pub(crate) struct Message<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) client_id: &'a str,
    pub(crate) time: &'a str,
    pub(crate) body: &'a [u8],
}

impl Signing {
    /// The bytes that are signed.
    pub(crate) fn string_to_sign(&self, message: Message<'_>) -> Vec<u8> {
        let mut out = Vec::with_capacity(message.body.len() + 256);
        for piece in self.string_to_sign {
            out.extend_from_slice(match piece {
                Piece::Method => message.method.as_bytes(),
                Piece::Path => message.path.as_bytes(),
                Piece::ClientId => message.client_id.as_bytes(),
                Piece::Time => message.time.as_bytes(),
                Piece::Body => message.body,
                Piece::Text(text) => text.as_bytes(),
            });
        }
        out
    }

    /// Refuses an algorithm that is not ours, with the reason.
    pub(crate) fn check_algorithm(&self, name: &str) -> Result<(), String> {
        let same = |other: &str| other.eq_ignore_ascii_case(name);
        if same(self.algorithm) || self.algorithm_aliases.iter().any(|alias| same(alias)) {
            return Ok(());
        }
        if let Some((known, reason)) = self.refused.iter().find(|(known, _)| same(known)) {
            return Err(format!("algorithm `{known}` is not supported: {reason}"));
        }
        Err(format!(
            "the algorithm is neither `{}` nor one of its other names",
            self.algorithm
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_the_pieces_byte_by_byte() {
        let signing = Signing {
            string_to_sign: &[
                Piece::Method,
                Piece::Text(" "),
                Piece::Path,
                Piece::Text("\n"),
                Piece::ClientId,
                Piece::Text("."),
                Piece::Time,
                Piece::Text("."),
                Piece::Body,
            ],
            ..plain()
        };
        let message = Message {
            method: "POST",
            path: "/a?b",
            client_id: "id",
            time: "now",
            body: b"\xff",
        };
        assert_eq!(signing.string_to_sign(message), b"POST /a?b\nid.now.\xff");
    }

    #[test]
    fn names_of_algorithms() {
        let signing = Signing {
            algorithm: "RSA256",
            algorithm_aliases: &["sha256withrsa"],
            refused: &[("EC1", "no curve is documented")],
            ..plain()
        };
        assert!(signing.check_algorithm("rsa256").is_ok());
        assert!(signing.check_algorithm("SHA256withRSA").is_ok());
        let refused = signing.check_algorithm("ec1").unwrap_err();
        assert_eq!(
            refused,
            "algorithm `EC1` is not supported: no curve is documented"
        );
        assert!(signing.check_algorithm("none").is_err());
    }

    fn plain() -> Signing {
        Signing {
            client_header: "",
            request_time_header: "",
            response_time_header: "",
            signature_header: "",
            trace_headers: &[],
            string_to_sign: &[],
            algorithm: "",
            algorithm_aliases: &[],
            refused: &[],
            key_version: 1,
            accept_unsigned: &[],
            content_type: "",
        }
    }
}
