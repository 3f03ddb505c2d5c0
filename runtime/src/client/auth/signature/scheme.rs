//! The signature as one of the schemes.

use std::time::SystemTime;

#[cfg(feature = "fake")]
use super::super::Flaw;
use super::super::credentials::{Credentials, KEY_ID, invisible};
use super::super::{
    Authentication, CLIENT_ID, Header, Message, Received, Trust, VerificationError,
};
use super::piece::Values;
use super::templates::Sent;
use super::{Piece, Signature};
use crate::client::problem::{BuildProblemKind, Problems};
use crate::client::{Clock, SignError, digest};
#[cfg(feature = "fake")]
use crate::refusal::Refusal;

impl Signature {
    /// Tells that something is missing that only a key or a secret can give.
    fn require_keys(&self, given: &Credentials, problems: &mut Problems) {
        let (signer, verifier) = (given.lacks_signer(), given.verifier.is_none());
        if self.method.is_shared() {
            match self.secret {
                Some(secret) if signer && digest::IS_THERE => given.require(secret, problems),
                _ if signer => problems.lacks(
                    BuildProblemKind::Signer,
                    "no `signer` is given; give one, or turn on the feature `aws-lc` of `stipula`",
                ),
                _ => {}
            }
            return;
        }
        if signer {
            problems.lacks(
                BuildProblemKind::Signer,
                "no `private_key` and no `signer` is given",
            );
        }
        if verifier && self.answered().is_some() {
            problems.lacks(
                BuildProblemKind::Verifier,
                "no `platform_key` and no `verifier` is given",
            );
        }
    }

    /// Tells what a piece needs.
    fn require_piece(&self, piece: Piece, given: &Credentials, problems: &mut Problems) {
        let text = match piece {
            Piece::ClientId => CLIENT_ID,
            Piece::KeyId if self.signs(piece) => KEY_ID,
            Piece::Credential(it) if self.heads(piece) => {
                return given.require_visible(it, problems);
            }
            Piece::Credential(it) => return given.require(it, problems),
            it if it.is_digest() && !digest::IS_THERE => {
                let why = "a digest of the body needs the feature `aws-lc` of `stipula`";
                return problems.lacks(BuildProblemKind::Signer, why);
            }
            _ => return,
        };
        if given.text(text).is_empty() {
            let why = format!("no `{text}` is given");
            problems.lacks(BuildProblemKind::Credential, why);
        } else if !given.text(text).bytes().all(|it| it.is_ascii_graphic()) {
            problems.lacks(BuildProblemKind::Credential, invisible(text));
        }
    }

    /// Whether requests have the piece in the text or in a header.
    fn signs(&self, piece: Piece) -> bool {
        self.string_to_sign.contains(&piece) || self.heads(piece)
    }

    /// Whether a header of a request has the piece.
    fn heads(&self, piece: Piece) -> bool {
        self.sent().iter().any(|it| it.pieces.contains(&piece))
    }
}

impl Authentication for Signature {
    fn require(&self, given: &Credentials, problems: &mut Problems) {
        let mut told = Vec::new();
        for piece in self.pieces() {
            if !told.contains(&piece) {
                self.require_piece(piece, given, problems);
                told.push(piece);
            }
        }
        self.require_keys(given, problems);
    }

    fn require_to_verify(&self, given: &Credentials, problems: &mut Problems) {
        let Some(form) = self.answered() else { return };
        let client = form.client.map(|_| Piece::ClientId);
        for piece in form.of.text.iter().copied().chain(client) {
            self.require_piece(piece, given, problems);
        }
        match self.secret {
            _ if given.verifier.is_some() => {}
            Some(secret) if digest::IS_THERE => given.require(secret, problems),
            Some(_) => problems.lacks(
                BuildProblemKind::Verifier,
                "no `verifier` is given; give one, or turn on the feature `aws-lc` of `stipula`",
            ),
            None => problems.lacks(
                BuildProblemKind::Verifier,
                "no `platform_key` and no `verifier` is given",
            ),
        }
    }

    fn time(&self, clock: &dyn Clock) -> String {
        self.time.text(clock)
    }

    fn needs_nonce(&self) -> bool {
        self.signs(Piece::Nonce)
    }

    fn answer_header(&self) -> Option<&'static str> {
        self.answered().map(|it| it.of.signature_header)
    }

    fn needs_path_of_answer(&self) -> bool {
        self.answered().is_some_and(|it| it.needs_path())
    }

    fn to_sign(&self, message: Message<'_>, credentials: &Credentials) -> Option<Vec<u8>> {
        Some(self.text(message, credentials))
    }

    fn sign(&self, bytes: &[u8], credentials: &Credentials) -> Result<Vec<u8>, SignError> {
        let secret = self.secret.map(|it| credentials.text(it.name()));
        match (&credentials.signer, secret) {
            (Some(signer), _) => signer.sign(bytes),
            _ if credentials.async_signer.is_some() => Err(credentials.unsigned()),
            (None, Some(secret)) => digest::mac(self.method, secret.as_bytes(), bytes)
                .ok_or_else(|| SignError::new("nothing here can make the code of the message")),
            (None, None) => Err(credentials.unsigned()),
        }
    }

    fn identity(&self, credentials: &Credentials) -> Vec<Header> {
        let values = self.values(Message::NONE, credentials);
        let headers = self.sent().into_iter().filter(Sent::is_fixed);
        headers.map(|it| it.header(&values)).collect()
    }

    fn proof(
        &self,
        message: Message<'_>,
        signature: Option<&[u8]>,
        credentials: &Credentials,
    ) -> Vec<Header> {
        let written = signature.map(|it| self.encoding.write(it));
        let values = Values {
            signature: written.as_deref().unwrap_or_default(),
            ..self.values(message, credentials)
        };
        let headers = self.sent().into_iter();
        let headers = headers.filter(|it| !it.is_fixed());
        let headers = headers.filter(|it| written.is_some() || !it.is_signature());
        headers.map(|it| it.header(&values)).collect()
    }

    fn verify(
        &self,
        answer: Received<'_>,
        credentials: &Credentials,
        now: SystemTime,
    ) -> Result<Trust, VerificationError> {
        match self.answered() {
            Some(form) => super::verify::answer(self, &form, answer, credentials, now),
            None => Ok(Trust::Channel),
        }
    }

    fn accepts_unproven(&self, status: &str) -> bool {
        self.accept_unsigned.contains(&status)
    }

    #[cfg(feature = "fake")]
    fn admit(&self, request: Received<'_>, credentials: &Credentials) -> Result<(), Refusal> {
        super::gate::admit(self, request, credentials)
    }

    #[cfg(feature = "fake")]
    fn attest(&self, answer: Message<'_>, credentials: &Credentials, flaw: Flaw) -> Vec<Header> {
        super::gate::attest(self, answer, credentials, flaw)
    }

    #[cfg(feature = "fake")]
    fn secret_headers(&self) -> Vec<&'static str> {
        let hidden = |it: &Sent| {
            let secret = |it: &Piece| matches!(it, Piece::Credential(it) if it.is_secret());
            it.is_signature() || it.pieces.iter().any(secret)
        };
        let all = self.sent().into_iter();
        all.filter(hidden).map(|it| it.name).collect()
    }
}
