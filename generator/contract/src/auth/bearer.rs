//! A token in the header `Authorization`.

use serde::Serialize;

use super::{Carrier, Credential, CredentialId, Part, Purpose};

/// `Authorization: Bearer …`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bearer {
    /// The token.
    pub token: CredentialId,
}

impl Bearer {
    pub(super) fn carrier<'a>(&'a self, scheme: &'a str, all: &[Credential]) -> Carrier<'a> {
        let token = self.token.of(all);
        Carrier {
            purpose: Purpose::Proof(scheme),
            part: Part::Header,
            name: "Authorization",
            value: format!("Bearer {}", token.variable()),
            how: format!("Bearer token: the credential `{}`.", token.name),
        }
    }
}
