//! What whoever calls is given to prove it with, by name.

use serde::Serialize;

use crate::{CredentialId, Evidence, Overrides};

/// The credential with this id.
pub(super) fn of(id: CredentialId, all: &[Credential]) -> &Credential {
    &all[id.0]
}

/// A text that the builder of a client is given, such as a token.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Credential {
    /// Itself.
    pub id: CredentialId,
    /// Its name in the spec.
    pub name: String,
    /// Names in single languages.
    pub names: Overrides,
    /// Prose.
    pub doc: String,
    /// A value from the page.
    pub sample: Option<String>,
    /// Who may see it.
    pub secrecy: Secrecy,
    /// Where it was read.
    pub evidence: Evidence,
}

/// Who may see a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Secrecy {
    /// Nobody: it reaches no error and no log.
    Secret,
    /// Everybody, such as the number of a merchant.
    Public,
}

impl Credential {
    /// As a shell calls the variable that holds it: `$SECRET_KEY`.
    pub fn variable(&self) -> String {
        let upper = self.name.chars().map(|it| match it {
            'a'..='z' | 'A'..='Z' | '0'..='9' => it.to_ascii_uppercase(),
            _ => '_',
        });
        format!("${}", upper.collect::<String>())
    }
}
