//! A key in a header or in the query.

use serde::Serialize;

use super::{CarriedIn, Carrier, Credential, Purpose, credential::of};
use crate::CredentialId;

/// A key that stands alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApiKey {
    /// Where it stands.
    pub part: CarriedIn,
    /// The header, or the parameter of the query.
    pub name: String,
    /// The key.
    pub key: CredentialId,
}

impl ApiKey {
    pub(super) fn carrier<'a>(&'a self, scheme: &'a str, all: &[Credential]) -> Carrier<'a> {
        let key = of(self.key, all);
        Carrier {
            purpose: Purpose::Proof(scheme),
            part: self.part,
            name: &self.name,
            value: key.variable(),
            escaped: None,
            how: format!("The credential `{}`.", key.name),
        }
    }
}
