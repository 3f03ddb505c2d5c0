//! A token that the client fetches for itself: client credentials, as RFC 6749 says in section 4.4.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use http::header::AUTHORIZATION;

use super::{Authentication, Credential, Credentials, Header, Token};
#[cfg(feature = "fake")]
use super::{Received, gate};
use crate::client::problem::Problems;
use crate::client::wire::percent;
#[cfg(feature = "fake")]
use crate::refusal::Refusal;

/// OAuth 2.0 with the grant `client_credentials`: the client fetches a token with its id and its secret,
/// and sends it as `Authorization: Bearer …`.
///
/// A [`Client`](crate::client::Client) does so by itself. It fetches one token for all of its clones,
/// keeps it in memory until shortly before it ends, and fetches another one after an answer with HTTP
/// status 401, once per call. Whoever sends by another way makes the request with
/// [`request`](Self::request), reads its answer with [`interpret`](Self::interpret), and gives the token
/// to [`Unsigned::finish`](crate::client::Unsigned::finish).
#[derive(Debug)]
#[non_exhaustive]
pub struct OAuth2 {
    /// Where tokens are fetched: an address, or a path below that of the environment.
    pub token_url: &'static str,
    /// The id of the client.
    pub client_id: &'static Credential,
    /// The secret of the client.
    pub client_secret: &'static Credential,
    /// What the token is to be good for.
    pub scopes: &'static [&'static str],
    /// What the request for a token says besides, as names and values of the form.
    pub parameters: &'static [(&'static str, &'static str)],
    /// Where id and secret stand in the request for a token.
    pub place: SecretPlace,
}

/// Where a request for a token has id and secret of the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecretPlace {
    /// In the header `Authorization`, as user and password.
    Header,
    /// In the form, as `client_id` and `client_secret`.
    Body,
}

impl OAuth2 {
    /// A token from this address, or from this path below the address of the environment.
    pub const fn new(
        token_url: &'static str,
        client_id: &'static Credential,
        client_secret: &'static Credential,
    ) -> Self {
        Self {
            token_url,
            client_id,
            client_secret,
            scopes: &[],
            parameters: &[],
            place: SecretPlace::Header,
        }
    }

    /// Sets what the token is to be good for.
    #[must_use]
    pub const fn scopes(mut self, scopes: &'static [&'static str]) -> Self {
        self.scopes = scopes;
        self
    }

    /// Sets what the request for a token says besides.
    #[must_use]
    pub const fn parameters(mut self, all: &'static [(&'static str, &'static str)]) -> Self {
        self.parameters = all;
        self
    }

    /// Puts id and secret into the form of the request for a token.
    #[must_use]
    pub const fn in_body(mut self) -> Self {
        self.place = SecretPlace::Body;
        self
    }

    /// The form of the request for a token.
    pub(crate) fn form(&self, credentials: &Credentials) -> String {
        let scopes = self.scopes.join(" ");
        let mut pairs = vec![("grant_type", "client_credentials")];
        if !scopes.is_empty() {
            pairs.push(("scope", &scopes));
        }
        pairs.extend(self.parameters);
        if self.place == SecretPlace::Body {
            pairs.push(("client_id", credentials.text(self.client_id.name())));
            pairs.push((SECRET, credentials.text(self.client_secret.name())));
        }
        let written = pairs
            .into_iter()
            .map(|(name, value)| format!("{}={}", percent::in_form(name), percent::in_form(value)));
        written.collect::<Vec<_>>().join("&")
    }

    /// The header of the request for a token; both parts are encoded as in a form first.
    pub(crate) fn client(&self, credentials: &Credentials) -> Option<String> {
        if self.place == SecretPlace::Body {
            return None;
        }
        let part = |it: &Credential| percent::in_form(credentials.text(it.name()));
        let pair = format!("{}:{}", part(self.client_id), part(self.client_secret));
        Some(format!("Basic {}", BASE64_STANDARD.encode(pair)))
    }

    /// The header that proves a request.
    pub(crate) fn bearer(token: &Token) -> Header {
        let value = format!("Bearer {}", token.text());
        Header::secret(AUTHORIZATION.as_str(), value)
    }

    /// The path at which the fake plays the server of tokens.
    #[cfg(feature = "fake")]
    pub(crate) fn path(&self) -> String {
        let uri = self.token_url.parse::<http::Uri>();
        uri.map_or_else(|_| self.token_url.to_owned(), |it| it.path().to_owned())
    }
}

/// The name of the secret in a form.
pub(crate) const SECRET: &str = "client_secret";

impl Authentication for OAuth2 {
    fn require(&self, given: &Credentials, problems: &mut Problems) {
        given.require(self.client_id, problems);
        given.require(self.client_secret, problems);
    }

    fn identity(&self, _: &Credentials) -> Vec<Header> {
        Vec::new()
    }

    #[cfg(feature = "fake")]
    fn admit(&self, request: Received<'_>, credentials: &Credentials) -> Result<(), Refusal> {
        gate::token(request, credentials)
    }

    #[cfg(feature = "fake")]
    fn secret_headers(&self) -> Vec<&'static str> {
        vec!["authorization"]
    }
}
