//! How answers are signed: the text, and the headers that say the rest.

use super::{Filling, PairHeader, Piece, Signature};

/// How answers are signed, in headers of their own.
///
/// Each header holds one thing and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedAnswer {
    /// The header with the signature.
    pub signature_header: &'static str,
    /// What is signed, piece by piece; method and path are those of the request.
    pub text: &'static [Piece],
    /// The header with the time.
    pub time_header: Option<&'static str>,
    /// The header with the nonce.
    pub nonce_header: Option<&'static str>,
    /// The header with the id of the key that signed.
    pub key_header: Option<&'static str>,
    /// How many seconds the time may be away from that of the client.
    pub fresh: Option<u32>,
}

impl SignedAnswer {
    /// A signature over this text, in this header.
    pub const fn new(signature_header: &'static str, text: &'static [Piece]) -> Self {
        Self {
            signature_header,
            text,
            time_header: None,
            nonce_header: None,
            key_header: None,
            fresh: None,
        }
    }

    /// Sets the header with the time.
    #[must_use]
    pub const fn time(mut self, header: &'static str) -> Self {
        self.time_header = Some(header);
        self
    }

    /// Sets the header with the nonce.
    #[must_use]
    pub const fn nonce(mut self, header: &'static str) -> Self {
        self.nonce_header = Some(header);
        self
    }

    /// Sets the header with the id of the key that signed; see
    /// [`Verifier::verify_by`](crate::client::Verifier::verify_by).
    #[must_use]
    pub const fn key(mut self, header: &'static str) -> Self {
        self.key_header = Some(header);
        self
    }

    /// Sets how many seconds the time may be away from that of the client, before or after.
    #[must_use]
    pub const fn fresh(mut self, seconds: u32) -> Self {
        self.fresh = Some(seconds);
        self
    }

    pub(super) fn answered(&self) -> Answered {
        Answered {
            of: *self,
            client: None,
            form: None,
        }
    }
}

/// How answers are signed, wherever it is said.
#[derive(Clone, Copy)]
pub(super) struct Answered {
    pub(super) of: SignedAnswer,
    /// The header with the client id.
    pub(super) client: Option<&'static str>,
    /// How the header with the signature is written, when it is not the signature alone.
    pub(super) form: Option<PairHeader>,
}

impl Answered {
    /// The short form: the same text in the same header as a request.
    pub(super) fn like_requests(it: &Signature) -> Self {
        debug_assert_eq!(it.filling, Filling::Pairs);
        let answer = SignedAnswer::new(it.signature_header, it.string_to_sign);
        Self {
            of: SignedAnswer {
                time_header: it.response_time_header,
                ..answer
            },
            client: it.client_header,
            form: Some(it.form),
        }
    }

    /// Whether only who knows the path of the request can verify it.
    pub(super) fn needs_path(&self) -> bool {
        self.of.text.iter().any(|it| it.is_of_path())
    }
}
