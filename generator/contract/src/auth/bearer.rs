//! A token in the header `Authorization`.

use serde::Serialize;

use super::{CarriedIn, Carrier, Credential, Purpose, credential::of};
use crate::CredentialId;

/// `Authorization: Bearer …`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bearer {
    /// The token.
    pub token: CredentialId,
}

impl Bearer {
    pub(super) fn carrier<'a>(&'a self, scheme: &'a str, all: &[Credential]) -> Carrier<'a> {
        let token = of(self.token, all);
        Carrier {
            purpose: Purpose::Proof(scheme),
            part: CarriedIn::Header,
            name: "Authorization",
            value: format!("Bearer {}", token.variable()),
            escaped: None,
            how: format!("Bearer token: the credential `{}`.", token.name),
        }
    }
}
