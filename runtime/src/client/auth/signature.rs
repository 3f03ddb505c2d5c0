//! The signature scheme: which headers carry what, and what is signed.

#[cfg(feature = "fake")]
mod gate;
mod pairs;
mod scheme;
mod setup;
mod verify;

use super::{Credentials, Message};

#[cfg(feature = "encryption")]
pub(in crate::client) use pairs::TOLERANT;
pub use pairs::{PairHeader, SignatureHeader, SignatureHeaderError};

/// How an API signs messages: a signature over a text, carried in a header.
///
/// The settings are data. Whoever signs and verifies is given to the builder: a key in this
/// process, or anything else that is a [`Signer`](crate::client::Signer).
///
/// ```
/// use stipula::client::{Piece, Scheme, Signature};
///
/// static MAIN: Scheme = Scheme::signature(
///     "main",
///     Signature::new("RSA256", "Signature")
///         .request_time_header("Request-Time")
///         .response_time_header("Response-Time")
///         .string_to_sign(&[Piece::Time, Piece::Text("."), Piece::Body]),
/// );
/// assert_eq!(MAIN.id, "main");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Signature {
    /// The name of the algorithm, as written.
    pub algorithm: &'static str,
    /// Other names for it, read in any case.
    pub algorithm_aliases: &'static [&'static str],
    /// Algorithms that are known but not supported, each with the reason.
    pub refused: &'static [(&'static str, &'static str)],
    /// The key version when the user gives none.
    pub key_version: u32,
    /// The header with the signature.
    pub signature_header: &'static str,
    /// How that header is written.
    pub form: PairHeader,
    /// The header with the client id, if there is one.
    pub client_header: Option<&'static str>,
    /// The header with the time of a request, if there is one.
    pub request_time_header: Option<&'static str>,
    /// The header with the time of an answer, if there is one.
    pub response_time_header: Option<&'static str>,
    /// What is signed, piece by piece.
    pub string_to_sign: &'static [Piece],
    /// The statuses an answer without signature may have.
    pub accept_unsigned: &'static [&'static str],
}

/// A piece of the text that is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
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

impl Signature {
    /// The bytes that are signed.
    fn text(&self, message: Message<'_>, credentials: &Credentials) -> Vec<u8> {
        let mut out = Vec::with_capacity(message.body.len() + 256);
        for piece in self.string_to_sign {
            out.extend_from_slice(match piece {
                Piece::Method => message.method.as_bytes(),
                Piece::Path => message.path.as_bytes(),
                Piece::ClientId => credentials.client_id().as_bytes(),
                Piece::Time => message.time.as_bytes(),
                Piece::Body => message.body,
                Piece::Text(text) => text.as_bytes(),
            });
        }
        out
    }

    /// The text of the signature header.
    fn header(&self, signature: &[u8], credentials: &Credentials) -> String {
        let version = credentials.key_version.unwrap_or(self.key_version);
        self.form.write(self.algorithm, version, signature)
    }

    /// Refuses an algorithm that is not ours, with the reason.
    fn check_algorithm(&self, name: &str) -> Result<(), String> {
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
        let signature = Signature::new("", "").string_to_sign(&[
            Piece::Method,
            Piece::Text(" "),
            Piece::Path,
            Piece::Text("\n"),
            Piece::ClientId,
            Piece::Text("."),
            Piece::Time,
            Piece::Text("."),
            Piece::Body,
        ]);
        let message = Message {
            method: "POST",
            path: "/a?b",
            time: "now",
            body: b"\xff",
        };
        let mut credentials = Credentials::default();
        credentials.give("client_id", "id");
        assert_eq!(
            signature.text(message, &credentials),
            b"POST /a?b\nid.now.\xff"
        );
    }

    #[test]
    fn names_of_algorithms() {
        let signature = Signature::new("RSA256", "")
            .algorithm_aliases(&["sha256withrsa"])
            .refused(&[("EC1", "no curve is documented")]);
        assert!(signature.check_algorithm("rsa256").is_ok());
        assert!(signature.check_algorithm("SHA256withRSA").is_ok());
        let refused = signature.check_algorithm("ec1").unwrap_err();
        assert_eq!(
            refused,
            "algorithm `EC1` is not supported: no curve is documented"
        );
        assert!(signature.check_algorithm("none").is_err());
    }
}
