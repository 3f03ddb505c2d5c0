//! The signature scheme: which headers carry what, and what is signed.

mod answer;
mod form;
#[cfg(feature = "fake")]
mod gate;
#[cfg(feature = "fake")]
mod matching;
mod pairs;
mod piece;
mod scheme;
mod setup;
mod templates;
mod verify;

use std::borrow::Cow;

use super::{Credential, Credentials, Message};
use crate::client::SignatureAlgorithm;

pub use answer::SignedAnswer;
pub use form::{SignatureEncoding, TimeForm};
#[cfg(feature = "aws-lc")]
pub(in crate::client) use pairs::TOLERANT;
pub use pairs::{PairHeader, SignatureHeader, SignatureHeaderError};
pub use piece::Piece;
pub use templates::SignedHeader;

use answer::Answered;
use piece::Values;
use templates::Sent;

/// How an API signs messages: a signature over a text, carried in a header.
///
/// The settings are data. Whoever signs and verifies is given to the builder: a key in this
/// process, or anything else that is a [`Signer`](crate::client::Signer).
///
/// [`Signature::by`] takes texts and headers piece by piece, for any API:
///
/// ```
/// use stipula::client::{
///     Credential, Piece, Scheme, Signature, SignatureAlgorithm, SignedAnswer, SignedHeader,
/// };
///
/// static USER: Credential = Credential::public("user");
/// static MAIN: Scheme = Scheme::signature(
///     "main",
///     Signature::by(SignatureAlgorithm::RsaSha256)
///         .string_to_sign(&[Piece::Time, Piece::Text("\n"), Piece::Body])
///         .headers(&[SignedHeader::new(
///             "Authorization",
///             &[
///                 Piece::Text("user="),
///                 Piece::Credential(&USER),
///                 Piece::Text(",time="),
///                 Piece::Time,
///                 Piece::Text(",signature="),
///                 Piece::Signature,
///             ],
///         )])
///         .answer(SignedAnswer::new("Signature", &[Piece::Time, Piece::Body]).time("Time")),
/// );
/// ```
///
/// [`Signature::new`] is the short form for one kind of header, a [`PairHeader`], that requests and
/// answers share:
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
    /// The header with the signature; of the short form only.
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
    /// What makes the signature.
    pub method: SignatureAlgorithm,
    /// The secret of an algorithm that both sides have one of.
    pub secret: Option<&'static Credential>,
    /// How the signature is written.
    pub encoding: SignatureEncoding,
    /// How the time is written.
    pub time: TimeForm,
    /// The headers of a request.
    pub headers: &'static [SignedHeader],
    /// How answers are signed, if they are.
    pub answer: Option<SignedAnswer>,
    filling: Filling,
}

/// Where the headers come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filling {
    /// The short form: names of headers.
    Pairs,
    /// Templates.
    Templates,
}

impl Signature {
    /// The bytes that are signed of a request.
    fn text(&self, message: Message<'_>, credentials: &Credentials) -> Vec<u8> {
        piece::join(self.string_to_sign, &self.values(message, credentials))
    }

    /// What a request is filled with, but for its signature.
    fn values<'a>(&self, message: Message<'a>, credentials: &'a Credentials) -> Values<'a> {
        Values {
            message,
            credentials,
            key_id: credentials.key_id(),
            key_version: credentials.key_version.unwrap_or(self.key_version),
            signature: "",
        }
    }

    /// The headers of a request, in order.
    fn sent(&self) -> Vec<Sent> {
        let headers = self.headers.iter().map(|it| Sent {
            name: it.name,
            pieces: Cow::Borrowed(it.pieces),
        });
        match self.filling {
            Filling::Templates => headers.collect(),
            Filling::Pairs => templates::pairs(self),
        }
    }

    /// How answers are signed, if they are.
    fn answered(&self) -> Option<Answered> {
        match self.filling {
            Filling::Templates => self.answer.as_ref().map(SignedAnswer::answered),
            Filling::Pairs => Some(Answered::like_requests(self)),
        }
    }

    /// Every piece of texts and headers.
    fn pieces(&self) -> impl Iterator<Item = Piece> {
        let mut all = self.string_to_sign.to_vec();
        for it in self.sent() {
            all.extend_from_slice(&it.pieces);
        }
        all.extend(self.answer.iter().flat_map(|it| it.text));
        all.into_iter()
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
            nonce: "",
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
