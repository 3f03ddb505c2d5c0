//! A token in the header `Authorization`, as RFC 6750 says.

use http::header::AUTHORIZATION;

use super::{Authentication, Credential, Credentials, Header};
#[cfg(feature = "fake")]
use super::{Received, gate};
use crate::client::problem::Problems;
#[cfg(feature = "fake")]
use crate::refusal::Refusal;

/// A token that whoever holds it may use: `Authorization: Bearer …`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Bearer {
    /// The token.
    pub token: &'static Credential,
}

impl Bearer {
    /// This token.
    pub const fn new(token: &'static Credential) -> Self {
        Self { token }
    }

    fn value(&self, credentials: &Credentials) -> String {
        format!("Bearer {}", credentials.text(self.token.name()))
    }
}

impl Authentication for Bearer {
    fn require(&self, given: &Credentials, problems: &mut Problems) {
        given.require_visible(self.token, problems);
    }

    fn identity(&self, credentials: &Credentials) -> Vec<Header> {
        let value = self.value(credentials);
        vec![Header::secret(AUTHORIZATION.as_str(), value)]
    }

    #[cfg(feature = "fake")]
    fn admit(&self, request: Received<'_>, credentials: &Credentials) -> Result<(), Refusal> {
        gate::header(request, AUTHORIZATION.as_str(), &self.value(credentials))
    }

    #[cfg(feature = "fake")]
    fn secret_headers(&self) -> Vec<&'static str> {
        vec!["authorization"]
    }
}
