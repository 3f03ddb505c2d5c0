//! A user and a password in the header `Authorization`, as RFC 7617 says.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::header::AUTHORIZATION;

use super::{Authentication, Credential, Credentials, Header};
#[cfg(feature = "fake")]
use super::{Received, gate};
use crate::client::problem::{BuildProblemKind, Problems};
#[cfg(feature = "fake")]
use crate::refusal::Refusal;

/// A user and a password: `Authorization: Basic …`, written in UTF-8.
#[derive(Debug)]
#[non_exhaustive]
pub struct Basic {
    /// The user.
    pub user: &'static Credential,
    /// The password; none where the API takes a key as the user, and nothing after the colon.
    pub password: Option<&'static Credential>,
}

impl Basic {
    /// This user, without a password.
    pub const fn new(user: &'static Credential) -> Self {
        let password = None;
        Self { user, password }
    }

    /// Sets the password.
    #[must_use]
    pub const fn password(mut self, password: &'static Credential) -> Self {
        self.password = Some(password);
        self
    }

    fn value(&self, credentials: &Credentials) -> String {
        let user = credentials.text(self.user.name());
        let password = self.password.map_or("", |it| credentials.text(it.name()));
        let pair = BASE64_STANDARD.encode(format!("{user}:{password}"));
        format!("Basic {pair}")
    }
}

impl Authentication for Basic {
    fn require(&self, given: &Credentials, problems: &mut Problems) {
        given.require(self.user, problems);
        if let Some(password) = self.password {
            given.require(password, problems);
        }
        let name = self.user.name();
        if given.text(name).contains(':') {
            let why = format!("`{name}` holds a colon, which ends the user name");
            problems.push(BuildProblemKind::Credential, why);
        }
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
