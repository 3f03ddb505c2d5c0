//! Authentication: how messages prove who sent them.
//!
//! Each scheme has a file of its own below this one, which implements [`Authentication`]. A new one
//! is such a file, a variant of [`SchemeKind`] and its line in [`Scheme::implementation`], and what the
//! builder is given for it in [`Credentials`].

mod api_key;
mod basic;
mod bearer;
mod credential;
mod credentials;
#[cfg(feature = "fake")]
mod gate;
mod headers;
mod oauth2;
mod signature;
mod token;
mod verification;

use std::fmt;
use std::time::SystemTime;

use http::HeaderMap;

use super::problem::Problems;
use super::{Clock, SignError};
#[cfg(feature = "fake")]
use crate::refusal::Refusal;

pub use api_key::{ApiKey, KeyPlace};
pub use basic::Basic;
pub use bearer::Bearer;
pub use credential::Credential;
#[cfg(feature = "fake")]
pub(crate) use credentials::FAKE_KEY;
pub(in crate::client) use credentials::KEY_ID;
pub(crate) use credentials::{CLIENT_ID, Credentials};
#[cfg(feature = "fake")]
pub(crate) use headers::required;
pub(crate) use headers::single;
#[cfg(feature = "fake")]
pub(crate) use oauth2::SECRET;
pub use oauth2::{OAuth2, SecretPlace};
#[cfg(feature = "aws-lc")]
pub(super) use signature::TOLERANT;
pub use signature::{
    PairHeader, Piece, Signature, SignatureEncoding, SignatureHeader, SignatureHeaderError,
    SignedAnswer, SignedHeader, TimeForm,
};
pub use token::Token;
pub(crate) use verification::VerificationError;
pub use verification::VerificationErrorKind;

/// A way to prove who sends: one entry of [`Api::schemes`](super::Api::schemes).
///
/// An operation names the one it uses; see [`Operation::authentication`](super::Operation).
#[derive(Debug)]
#[non_exhaustive]
pub struct Scheme {
    /// Its name in the API.
    pub id: &'static str,
    /// What it is.
    pub kind: SchemeKind,
}

/// What a [`Scheme`] is.
#[derive(Debug)]
#[non_exhaustive]
#[allow(
    clippy::large_enum_variant,
    reason = "constants, of which an API has a few"
)]
pub enum SchemeKind {
    /// A token in `Authorization`.
    Bearer(Bearer),
    /// A user and a password in `Authorization`.
    Basic(Basic),
    /// A key in a header or in the query.
    ApiKey(ApiKey),
    /// A token that the client fetches.
    OAuth2(OAuth2),
    /// A signature over a text made of the message.
    Signature(Signature),
}

impl Scheme {
    /// A token in `Authorization`.
    pub const fn bearer(id: &'static str, bearer: Bearer) -> Self {
        let kind = SchemeKind::Bearer(bearer);
        Self { id, kind }
    }

    /// A user and a password in `Authorization`.
    pub const fn basic(id: &'static str, basic: Basic) -> Self {
        let kind = SchemeKind::Basic(basic);
        Self { id, kind }
    }

    /// A key in a header or in the query.
    pub const fn api_key(id: &'static str, key: ApiKey) -> Self {
        let kind = SchemeKind::ApiKey(key);
        Self { id, kind }
    }

    /// A token that the client fetches.
    pub const fn oauth2(id: &'static str, oauth2: OAuth2) -> Self {
        let kind = SchemeKind::OAuth2(oauth2);
        Self { id, kind }
    }

    /// A scheme that signs messages.
    pub const fn signature(id: &'static str, signature: Signature) -> Self {
        let kind = SchemeKind::Signature(signature);
        Self { id, kind }
    }

    /// The settings of a scheme that signs messages.
    pub const fn as_signature(&self) -> Option<&Signature> {
        match &self.kind {
            SchemeKind::Signature(signature) => Some(signature),
            _ => None,
        }
    }

    /// The settings of a scheme whose token is fetched.
    pub const fn as_oauth2(&self) -> Option<&OAuth2> {
        match &self.kind {
            SchemeKind::OAuth2(oauth2) => Some(oauth2),
            _ => None,
        }
    }

    /// What implements it.
    pub(crate) fn implementation(&self) -> &dyn Authentication {
        match &self.kind {
            SchemeKind::Bearer(bearer) => bearer,
            SchemeKind::Basic(basic) => basic,
            SchemeKind::ApiKey(key) => key,
            SchemeKind::OAuth2(oauth2) => oauth2,
            SchemeKind::Signature(signature) => signature,
        }
    }
}

/// What every scheme can do, for both ends: the client and the fake.
///
/// Nothing here does I/O. The credentials are those of the end that asks. What has a body here is
/// for schemes that sign nothing.
pub(crate) trait Authentication: fmt::Debug + Sync {
    /// Tells what a client lacks for this scheme.
    fn require(&self, given: &Credentials, problems: &mut Problems);

    /// Tells what whoever only verifies lacks for this scheme.
    fn require_to_verify(&self, _given: &Credentials, _problems: &mut Problems) {}

    /// The headers that say who sends.
    fn identity(&self, credentials: &Credentials) -> Vec<Header>;

    /// The parameter of the query that says who sends.
    fn parameter<'a>(&self, _credentials: &'a Credentials) -> Option<Parameter<'a>> {
        None
    }

    /// The text of the time of a message.
    fn time(&self, clock: &dyn Clock) -> String {
        clock.text()
    }

    /// Whether a request carries a text that no other has.
    fn needs_nonce(&self) -> bool {
        false
    }

    /// Whether the proof of an answer can be checked only by who knows the path of the request.
    fn needs_path_of_answer(&self) -> bool {
        false
    }

    /// The bytes that a signature is needed over, if one is.
    fn to_sign(&self, _message: Message<'_>, _credentials: &Credentials) -> Option<Vec<u8>> {
        None
    }

    /// The signature over these bytes, by what the client was given.
    fn sign(&self, bytes: &[u8], credentials: &Credentials) -> Result<Vec<u8>, SignError> {
        match &credentials.signer {
            Some(signer) => signer.sign(bytes),
            None => Err(credentials.unsigned()),
        }
    }

    /// The headers that prove it; the signature is that of [`to_sign`](Self::to_sign).
    fn proof(&self, _: Message<'_>, _signature: Option<&[u8]>, _: &Credentials) -> Vec<Header> {
        Vec::new()
    }

    /// Whether an answer is proven to be the platform's.
    fn verify(
        &self,
        _answer: Received<'_>,
        _: &Credentials,
        _now: SystemTime,
    ) -> Result<Trust, VerificationError> {
        Ok(Trust::Channel)
    }

    /// The header by which an answer is seen to have a proof.
    fn answer_header(&self) -> Option<&'static str> {
        None
    }

    /// Whether an answer without proof may have this status.
    fn accepts_unproven(&self, _status: &str) -> bool {
        false
    }

    /// The gate of the fake: whether a request proves who sent it.
    #[cfg(feature = "fake")]
    fn admit(&self, request: Received<'_>, credentials: &Credentials) -> Result<(), Refusal>;

    /// The headers that prove an answer of the fake.
    #[cfg(feature = "fake")]
    fn attest(&self, _answer: Message<'_>, _: &Credentials, _flaw: Flaw) -> Vec<Header> {
        Vec::new()
    }

    /// The headers of a request that are not recorded.
    #[cfg(feature = "fake")]
    fn secret_headers(&self) -> Vec<&'static str> {
        Vec::new()
    }

    /// The parameter of the query whose value is not recorded.
    #[cfg(feature = "fake")]
    fn secret_parameter(&self) -> Option<&'static str> {
        None
    }
}

/// The parts of a message that can be signed.
#[derive(Clone, Copy)]
pub(crate) struct Message<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) time: &'a str,
    pub(crate) nonce: &'a str,
    pub(crate) body: &'a [u8],
}

impl Message<'_> {
    /// No message: for what is the same in every one.
    pub(crate) const NONE: Self = Message {
        method: "",
        path: "",
        time: "",
        nonce: "",
        body: &[],
    };
}

/// A message that came: an answer at the client, a request at the fake.
#[derive(Clone, Copy)]
pub(crate) struct Received<'a> {
    pub(crate) method: &'a str,
    /// The path with the query, as it is signed.
    pub(crate) path: &'a str,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a [u8],
}

impl<'a> Received<'a> {
    /// The query, without its `?`.
    #[cfg(feature = "fake")]
    pub(crate) fn query(&self) -> &'a str {
        self.path.split_once('?').map_or("", |(_, query)| query)
    }

    /// What was signed, if it was at this time and with this nonce.
    pub(crate) fn at(&self, time: &'a str, nonce: &'a str) -> Message<'a> {
        Message {
            method: self.method,
            path: self.path,
            time,
            nonce,
            body: self.body,
        }
    }
}

/// A parameter of the query on its way out; what it holds is secret.
pub(crate) struct Parameter<'a> {
    pub(crate) name: &'static str,
    pub(crate) value: &'a str,
}

/// A header on its way out.
pub(crate) struct Header {
    pub(crate) name: &'static str,
    pub(crate) value: String,
    /// Kept out of `Debug`; on the wire it makes no difference.
    pub(crate) sensitive: bool,
}

impl Header {
    pub(crate) fn plain(name: &'static str, value: impl Into<String>) -> Self {
        Self {
            name,
            value: value.into(),
            sensitive: false,
        }
    }

    pub(crate) fn secret(name: &'static str, value: impl Into<String>) -> Self {
        Self {
            sensitive: true,
            ..Self::plain(name, value)
        }
    }
}

/// How far an answer is proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trust {
    /// It carries a proof, and the proof is good.
    Proven,
    /// It carries none, though the scheme has one.
    Unproven,
    /// The scheme proves no answers: what TLS says has to do.
    Channel,
}

impl Trust {
    /// Whether the answer may claim success.
    pub(crate) const fn is_enough(self) -> bool {
        !matches!(self, Self::Unproven)
    }
}

/// What is to be wrong with the proof of an answer.
#[cfg(feature = "fake")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    None,
    /// It is that of another body.
    OtherBody,
    /// It tells another time.
    OtherTime,
}

/// What completes an [`Unsigned`](super::Unsigned) request.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Proof {
    /// Nothing: the operation needs no signature.
    None,
    /// The raw signature over the bytes to sign.
    Signature(Vec<u8>),
    /// A token; see [`OAuth2`].
    Token(Token),
}

impl Proof {
    pub(super) fn signature(&self) -> Option<&[u8]> {
        match self {
            Self::None | Self::Token(_) => None,
            Self::Signature(signature) => Some(signature),
        }
    }
}

impl From<Token> for Proof {
    fn from(token: Token) -> Self {
        Self::Token(token)
    }
}

impl From<Vec<u8>> for Proof {
    fn from(signature: Vec<u8>) -> Self {
        Self::Signature(signature)
    }
}

impl From<Option<Vec<u8>>> for Proof {
    fn from(signature: Option<Vec<u8>>) -> Self {
        signature.map_or(Self::None, Self::Signature)
    }
}

impl fmt::Debug for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.write_str("None"),
            Self::Signature(bytes) => write!(f, "Signature([{} bytes])", bytes.len()),
            Self::Token(token) => token.fmt(f),
        }
    }
}

/// The proof for `bytes`, by what the client was given.
pub(super) fn sign(
    scheme: Option<&Scheme>,
    bytes: Option<&[u8]>,
    credentials: &Credentials,
) -> Result<Proof, SignError> {
    match (scheme.map(Scheme::implementation), bytes) {
        (Some(scheme), Some(bytes)) => scheme.sign(bytes, credentials).map(Proof::Signature),
        _ => Ok(Proof::None),
    }
}
