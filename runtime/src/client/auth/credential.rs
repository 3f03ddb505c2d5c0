//! What a client is given to prove itself with, by name.

/// A text that the builder is given, such as a token or the number of a merchant.
///
/// Generated code states each as a constant, so that a wrong name does not compile:
///
/// ```
/// use stipula::client::Credential;
///
/// static SECRET_KEY: Credential = Credential::secret("secret_key");
/// assert_eq!(SECRET_KEY.name(), "secret_key");
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Credential {
    name: &'static str,
    secrecy: Secrecy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Secrecy {
    Secret,
    Public,
}

impl Credential {
    /// One that never reaches `Debug`, errors or logs.
    pub const fn secret(name: &'static str) -> Self {
        let secrecy = Secrecy::Secret;
        Self { name, secrecy }
    }

    /// One that may be shown, such as the number of a merchant.
    pub const fn public(name: &'static str) -> Self {
        let secrecy = Secrecy::Public;
        Self { name, secrecy }
    }

    /// Its name in the API.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) fn is_secret(&self) -> bool {
        self.secrecy == Secrecy::Secret
    }
}
