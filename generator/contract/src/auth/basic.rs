//! A user and a password in the header `Authorization`.

use serde::Serialize;

use super::{CarriedIn, Carrier, Credential, Purpose, credential::of};
use crate::CredentialId;

/// `Authorization: Basic …`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Basic {
    /// The user.
    pub user: CredentialId,
    /// The password; none where a key is the user.
    pub password: Option<CredentialId>,
}

impl Basic {
    pub(super) fn carrier<'a>(&'a self, scheme: &'a str, all: &[Credential]) -> Carrier<'a> {
        let user = of(self.user, all);
        let password = self.password.map(|it| of(it, all));
        let shown = password.map_or_else(String::new, Credential::variable);
        let how = match password {
            Some(password) => format!(
                "Basic authentication: the credential `{}` as user, `{}` as password.",
                user.name, password.name
            ),
            None => format!(
                "Basic authentication: the credential `{}` as user, without a password.",
                user.name
            ),
        };
        Carrier {
            purpose: Purpose::Proof(scheme),
            part: CarriedIn::Header,
            name: "Authorization",
            value: format!(
                "Basic $(printf %s \"{}:{shown}\" | base64 -w0)",
                user.variable()
            ),
            escaped: None,
            how,
        }
    }
}
