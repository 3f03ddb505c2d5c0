//! A token in the header `Authorization`.

use serde::Serialize;

use super::{Carrier, CredentialId, Part, Purpose};
use crate::Api;

/// `Authorization: Bearer …`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bearer {
    /// The token.
    pub token: CredentialId,
}

impl Bearer {
    pub(super) fn carrier<'a>(&'a self, scheme: &'a str, api: &Api) -> Carrier<'a> {
        let token = api.credential(self.token);
        Carrier {
            purpose: Purpose::Proof(scheme),
            part: Part::Header,
            name: "Authorization",
            value: format!("Bearer {}", token.variable()),
            how: format!("Bearer token: the credential `{}`.", token.name),
        }
    }
}
