//! What an API is, as constant data.

#[cfg(feature = "aws-lc")]
use super::SignatureAlgorithm;
use super::{Credential, Encrypted, Encryption, Envelope, Scheme, Sealed};

/// One API: where it lives, how its answers look, how messages prove who sent them.
///
/// Generated code states it with the constructors, so that it also compiles with the next minor
/// version of this crate:
///
/// ```
/// use stipula::client::{Api, Envelope, Environment, Operation, Piece, Repeat, Scheme, Signature};
///
/// static MAIN: Scheme = Scheme::signature(
///     "main",
///     Signature::new("RSA256", "Signature").string_to_sign(&[Piece::Body]),
/// );
///
/// static SHOP: Api = Api::new("shop")
///     .environments(&[Environment::new("production", "https://api.example.com")])
///     .envelope(Envelope::new().status(&["status"]).success(&["S"]))
///     .schemes(&[&MAIN]);
///
/// static CREATE: Operation = Operation::new(&SHOP, "createItem")
///     .endpoint("POST", "/v1/item/create")
///     .authentication(&MAIN)
///     .repeat(Repeat::done("HAS_EXIST"))
///     .transient(&["SYSTEM_BUSY"]);
///
/// assert_eq!(CREATE.api.name, "shop");
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub struct Api {
    /// Its name, for messages.
    pub name: &'static str,
    /// Where it can be reached.
    pub environments: &'static [Environment],
    /// Where an answer says how it went.
    pub envelope: Envelope,
    /// What the builder is given by name.
    pub credentials: &'static [&'static Credential],
    /// How messages prove who sent them; the first is that of raw calls.
    pub schemes: &'static [&'static Scheme],
    /// The content type of a request.
    pub content_type: &'static str,
    /// Headers that every request carries, each with its text.
    pub headers: &'static [(&'static str, &'static str)],
    /// Parameters of the query that every request carries, each with its text.
    pub query: &'static [(&'static str, &'static str)],
    /// Headers that may name the trace of a call, best first.
    pub trace_headers: &'static [&'static str],
    /// How bodies are encrypted, if it says so.
    pub encryption: Option<Encryption>,
    /// How members of answers and notifications are sealed, if some are.
    pub sealed: Option<Sealed>,
    /// How members of requests are encrypted, if some are.
    pub encrypted: Option<Encrypted>,
}

/// A place where an API can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Environment {
    /// Its name, for [`Builder::environment`](super::Builder::environment).
    pub name: &'static str,
    /// Scheme, host and the path that all operations share, without a slash at the end. A credential
    /// in braces, as in `https://api.example.com/bot{token}`, is put in when the client is built.
    pub base_url: &'static str,
}

impl Api {
    /// An API of this name, whose answers all count as success and which proves nothing.
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            environments: &[],
            envelope: Envelope::new(),
            credentials: &[],
            schemes: &[],
            content_type: "application/json",
            headers: &[],
            query: &[],
            trace_headers: &[],
            encryption: None,
            sealed: None,
            encrypted: None,
        }
    }

    /// By what its messages are signed: a client has one key for all of them.
    #[cfg(feature = "aws-lc")]
    pub(crate) fn algorithm(&self) -> SignatureAlgorithm {
        let mut signatures = self.schemes.iter().filter_map(|it| it.as_signature());
        signatures
            .next()
            .map_or(SignatureAlgorithm::RsaSha256, |it| it.method)
    }

    /// Sets where it can be reached.
    #[must_use]
    pub const fn environments(mut self, environments: &'static [Environment]) -> Self {
        self.environments = environments;
        self
    }

    /// Sets where an answer says how it went.
    #[must_use]
    pub const fn envelope(mut self, envelope: Envelope) -> Self {
        self.envelope = envelope;
        self
    }

    /// Sets what the builder is given by name.
    #[must_use]
    pub const fn credentials(mut self, credentials: &'static [&'static Credential]) -> Self {
        self.credentials = credentials;
        self
    }

    /// Sets how messages prove who sent them; the first is that of raw calls.
    ///
    /// A client needs the credentials of each.
    #[must_use]
    pub const fn schemes(mut self, schemes: &'static [&'static Scheme]) -> Self {
        self.schemes = schemes;
        self
    }

    /// Sets the content type of a request; `application/json` unless set.
    #[must_use]
    pub const fn content_type(mut self, content_type: &'static str) -> Self {
        self.content_type = content_type;
        self
    }

    /// Sets headers that every request carries, each with its text.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }

    /// Sets parameters of the query that every request carries, each with its text. They are a part of
    /// what is signed.
    #[must_use]
    pub const fn query(mut self, query: &'static [(&'static str, &'static str)]) -> Self {
        self.query = query;
        self
    }

    /// Sets the headers that may name the trace of a call, best first.
    #[must_use]
    pub const fn trace_headers(mut self, names: &'static [&'static str]) -> Self {
        self.trace_headers = names;
        self
    }

    /// Sets how members of answers and notifications are sealed.
    #[must_use]
    pub const fn sealed(mut self, sealed: Sealed) -> Self {
        self.sealed = Some(sealed);
        self
    }

    /// Sets how members of requests are encrypted.
    #[must_use]
    pub const fn encrypted(mut self, encrypted: Encrypted) -> Self {
        self.encrypted = Some(encrypted);
        self
    }

    /// Sets how bodies are encrypted.
    #[must_use]
    pub const fn encryption(mut self, encryption: Encryption) -> Self {
        self.encryption = Some(encryption);
        self
    }
}

impl Environment {
    /// A place of this name, with its base address.
    pub const fn new(name: &'static str, base_url: &'static str) -> Self {
        Self { name, base_url }
    }
}
