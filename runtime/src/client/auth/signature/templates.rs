//! Headers of a signed request, made of pieces.

use std::borrow::Cow;

use super::super::Header;
use super::piece::{self, Values};
use super::{Piece, Signature};

/// A header that goes with a signed request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedHeader {
    /// Its name.
    pub name: &'static str,
    /// Its value, piece by piece.
    pub pieces: &'static [Piece],
}

impl SignedHeader {
    /// A header of this name, with this value.
    pub const fn new(name: &'static str, pieces: &'static [Piece]) -> Self {
        Self { name, pieces }
    }
}

/// A header of a request, wherever it comes from.
pub(super) struct Sent {
    pub(super) name: &'static str,
    pub(super) pieces: Cow<'static, [Piece]>,
}

impl Sent {
    /// Whether it can be written before anything is signed.
    pub(super) fn is_fixed(&self) -> bool {
        self.pieces.iter().all(|it| it.is_fixed())
    }

    pub(super) fn is_sensitive(&self) -> bool {
        self.pieces.iter().any(|it| it.is_sensitive())
    }

    pub(super) fn is_signature(&self) -> bool {
        self.pieces.contains(&Piece::Signature)
    }

    pub(super) fn header(&self, values: &Values<'_>) -> Header {
        let value = piece::join(&self.pieces, values);
        Header {
            name: self.name,
            // A body does not stand in a header, and everything else is text.
            value: String::from_utf8_lossy(&value).into_owned(),
            sensitive: self.is_sensitive(),
        }
    }
}

/// The headers of the short form.
pub(super) fn pairs(it: &Signature) -> Vec<Sent> {
    let one = |name: Option<&'static str>, pieces: &'static [Piece]| {
        name.map(|name| Sent {
            name,
            pieces: Cow::Borrowed(pieces),
        })
    };
    let client = one(it.client_header, &[Piece::ClientId]);
    let time = one(it.request_time_header, &[Piece::Time]);
    let all = client.into_iter().chain(time);
    all.chain([signature_pairs(it)]).collect()
}

/// The header with the signature of the short form: three pairs, without blanks.
pub(super) fn signature_pairs(it: &Signature) -> Sent {
    let text = Piece::Text;
    let pieces = vec![
        text(it.form.algorithm),
        text("="),
        text(it.algorithm),
        text(","),
        text(it.form.key_version),
        text("="),
        Piece::KeyVersion,
        text(","),
        text(it.form.value),
        text("="),
        Piece::Signature,
    ];
    Sent {
        name: it.signature_header,
        pieces: Cow::Owned(pieces),
    }
}
