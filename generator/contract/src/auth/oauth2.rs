//! A token that the client fetches with its id and its secret.

use serde::Serialize;

use super::{CarriedIn, Carrier, Credential, Purpose, credential::of};
use crate::CredentialId;

/// OAuth 2.0 with the grant `client_credentials`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OAuth2 {
    /// Where tokens are fetched: an address, or a path below that of the environment.
    pub token_url: String,
    /// The id of the client.
    pub client_id: CredentialId,
    /// The secret of the client.
    pub client_secret: CredentialId,
    /// What the token is to be good for.
    pub scopes: Vec<String>,
    /// What the request for a token says besides.
    pub parameters: Vec<(String, String)>,
    /// Where id and secret stand in the request for a token.
    pub place: SecretPlace,
}

/// Where a request for a token has id and secret of the client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum SecretPlace {
    /// In the header `Authorization`, as user and password.
    Header,
    /// In the form.
    Body,
}

impl OAuth2 {
    pub(super) fn carrier<'a>(&'a self, scheme: &'a str, all: &[Credential]) -> Carrier<'a> {
        Carrier {
            purpose: Purpose::Proof(scheme),
            part: CarriedIn::Header,
            name: "Authorization",
            value: "Bearer $ACCESS_TOKEN".to_owned(),
            escaped: None,
            how: self.how(all),
        }
    }

    /// How the token is made, as sentences.
    fn how(&self, all: &[Credential]) -> String {
        let place = match self.place {
            SecretPlace::Header => "in the header `Authorization`",
            SecretPlace::Body => "in the form",
        };
        let mut how = format!(
            "A token by OAuth 2.0, grant `client_credentials`: `POST {}` with the credentials `{}` and `{}` {place}.",
            self.token_url,
            of(self.client_id, all).name,
            of(self.client_secret, all).name,
        );
        let quoted = |it: &String| format!("`{it}`");
        if !self.scopes.is_empty() {
            let scopes: Vec<_> = self.scopes.iter().map(quoted).collect();
            how.extend([" Scopes: ", &scopes.join(", "), "."]);
        }
        if !self.parameters.is_empty() {
            let pairs = self.parameters.iter();
            let pairs: Vec<_> = pairs.map(|(a, b)| format!("`{a}={b}`")).collect();
            how.extend([" The form also says ", &pairs.join(", "), "."]);
        }
        how
    }
}
