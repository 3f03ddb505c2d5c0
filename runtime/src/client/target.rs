//! What the core needs to know of one call.

use std::borrow::Cow;

use super::{BodyForm, Config, Operation, Parameter, Repeat, Scheme, SealedMember, fixed};

/// What the core needs to know of an operation; raw calls make one on the spot.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub(super) struct Target<'a> {
    pub(super) name: &'a str,
    pub(super) method: &'a str,
    pub(super) path: Cow<'a, str>,
    /// Hosts that may be asked, where a member is the whole address.
    pub(super) hosts: &'static [&'static str],
    /// Scheme and host, where the path does not stand below the base address.
    pub(super) origin: Option<String>,
    /// Nothing of the client goes with it: neither a proof nor a header.
    pub(super) bare: bool,
    /// Redirects are followed.
    pub(super) follows: bool,
    pub(super) parameters: &'static [Parameter],
    /// Headers that are members of the request.
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) form: BodyForm,
    /// The content type of the body, where it has one of its own.
    pub(super) content_type: Option<String>,
    pub(super) authentication: Option<&'static Scheme>,
    /// Answers are taken without a proof.
    pub(super) unsigned_answer: bool,
    /// Members of its request that are encrypted.
    pub(super) to_encrypt: &'static [&'static [&'static str]],
    /// The header that says under which key they are, and its value.
    pub(super) encrypted_under: Option<(&'static str, String)>,
    /// Members of its answer that travel sealed.
    pub(super) sealed: &'static [SealedMember],
    /// Names of members whose values are never shown.
    pub(super) sensitive: &'static [&'static str],
    /// Whether the path is the one that was sent, without braces.
    pub(super) is_path_known: bool,
    pub(super) safe: bool,
    pub(super) repeat: Repeat,
    /// The header that makes a repeat the same request.
    pub(super) idempotency_header: Option<&'static str>,
    /// The key that the caller gave; when the request is written, the one that all attempts have.
    pub(super) idempotency_key: Option<String>,
    pub(super) transient: &'static [&'static str],
    /// The caller takes the risk that the work is done twice.
    pub(super) anyway: bool,
    /// An earlier attempt may have been carried out, its answer was lost.
    pub(super) after_loss: bool,
    /// The body is to be encrypted, and so may the answer be.
    pub(super) encrypted: bool,
}

impl<'a> Target<'a> {
    pub(super) fn of(operation: &'static Operation) -> Target<'static> {
        Target {
            name: operation.name,
            method: operation.method,
            path: match operation.hosts {
                [] => fixed::with_query(operation.api, operation.path),
                // Whoever handed out the address has said all of it.
                _ => operation.path.into(),
            },
            hosts: operation.hosts,
            origin: None,
            bare: false,
            follows: operation.follows_redirects && matches!(operation.method, "GET" | "HEAD"),
            parameters: operation.parameters,
            headers: Vec::new(),
            form: operation.body,
            content_type: None,
            authentication: operation.authentication,
            unsigned_answer: operation.unsigned_answer,
            to_encrypt: operation.encrypted,
            encrypted_under: None,
            sealed: operation.sealed,
            sensitive: operation.sensitive,
            // Braces in it, or a query, come from members of the request.
            is_path_known: !operation.parameters.iter().any(Parameter::is_of_address),
            safe: operation.safe,
            repeat: operation.repeat,
            idempotency_header: operation.idempotency_header,
            idempotency_key: None,
            transient: operation.transient,
            anyway: false,
            after_loss: false,
            encrypted: false,
        }
    }

    /// A raw call: it proves who calls as the API does first of all.
    pub(super) fn raw(method: &'a str, path: &'a str, config: &Config) -> Self {
        Target {
            name: path,
            method,
            path: fixed::with_query(config.api, path),
            hosts: &[],
            origin: None,
            bare: false,
            follows: false,
            parameters: &[],
            headers: Vec::new(),
            form: BodyForm::Json,
            content_type: None,
            authentication: config.api.schemes.first().copied(),
            unsigned_answer: false,
            to_encrypt: &[],
            encrypted_under: None,
            sealed: &[],
            sensitive: &[],
            is_path_known: true,
            safe: false,
            repeat: Repeat::Undocumented,
            idempotency_header: None,
            idempotency_key: None,
            transient: &[],
            anyway: false,
            after_loss: false,
            encrypted: config.encrypt,
        }
    }

    /// For the functions that get nothing but a configuration.
    pub(super) fn set(operation: &'static Operation, config: &Config) -> Target<'static> {
        Target {
            encrypted: config.encrypt,
            ..Target::of(operation)
        }
    }

    /// The path as it is signed: what the API documents of it, without what only another base address
    /// has before it.
    pub(super) fn signed_path(&self, config: &Config) -> String {
        match self.origin {
            Some(_) => self.path.to_string(),
            None => format!("{}{}", config.address.signed(), self.path),
        }
    }

    /// What proves who sends it, if something does.
    pub(super) fn scheme(&self) -> Option<&'static Scheme> {
        self.authentication.filter(|_| !self.bare)
    }

    /// Whether it may be sent again after a lost answer: the work is not done twice, or the caller
    /// accepts that.
    pub(super) fn may_repeat(&self) -> bool {
        self.safe || self.anyway || self.repeat != Repeat::Undocumented
    }
}
