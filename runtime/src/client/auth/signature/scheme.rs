//! The signature as one of the schemes.

#[cfg(feature = "fake")]
use super::super::Flaw;
use super::super::credentials::invisible;
use super::super::{
    Authentication, CLIENT_ID, Credentials, Header, Message, Received, Trust, VerificationError,
};
use super::Signature;
use crate::client::problem::{BuildProblemKind, Problems};
#[cfg(feature = "fake")]
use crate::refusal::Refusal;

impl Authentication for Signature {
    fn require(&self, given: &Credentials, problems: &mut Problems) {
        let id = given.client_id();
        if self.client_header.is_some() || self.string_to_sign.contains(&super::Piece::ClientId) {
            if id.is_empty() {
                problems.lacks(BuildProblemKind::Credential, "no `client_id` is given");
            } else if !id.bytes().all(|byte| byte.is_ascii_graphic()) {
                problems.lacks(BuildProblemKind::Credential, invisible(CLIENT_ID));
            }
        }
        if given.signer.is_none() {
            problems.lacks(
                BuildProblemKind::Signer,
                "no `private_key` and no `signer` is given",
            );
        }
        if given.verifier.is_none() {
            problems.lacks(
                BuildProblemKind::Verifier,
                "no `platform_key` and no `verifier` is given",
            );
        }
    }

    fn to_sign(&self, message: Message<'_>, credentials: &Credentials) -> Option<Vec<u8>> {
        Some(self.text(message, credentials))
    }

    fn identity(&self, credentials: &Credentials) -> Vec<Header> {
        let header = |name| Header::secret(name, credentials.client_id());
        self.client_header.map(header).into_iter().collect()
    }

    fn proof(
        &self,
        time: &str,
        signature: Option<&[u8]>,
        credentials: &Credentials,
    ) -> Vec<Header> {
        let time = self
            .request_time_header
            .map(|name| Header::plain(name, time));
        let signature = signature.map(|signature| {
            Header::secret(self.signature_header, self.header(signature, credentials))
        });
        time.into_iter().chain(signature).collect()
    }

    fn verify(
        &self,
        answer: Received<'_>,
        credentials: &Credentials,
    ) -> Result<Trust, VerificationError> {
        super::verify::answer(self, answer, credentials)
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
    fn secret_header(&self) -> Option<&'static str> {
        Some(self.signature_header)
    }
}
