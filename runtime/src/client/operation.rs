//! What an operation is, as constant data.

use serde::Serialize;

use super::{Api, BodyForm, FromAnswer, Parameter, Scheme, SealedMember};
use crate::Validate;

/// One operation of an API; see [`Api`] for how it is stated.
#[derive(Debug)]
#[non_exhaustive]
pub struct Operation {
    /// The API it belongs to.
    pub api: &'static Api,
    /// Its name, for messages.
    pub name: &'static str,
    /// The HTTP method, in upper case.
    pub method: &'static str,
    /// The path, from the first `/`; a member that stands in it has its name in braces.
    pub path: &'static str,
    /// Hosts of the address, where a member of the request is all of it: the path is its name in braces.
    /// Empty for an operation below the base address.
    pub hosts: &'static [&'static str],
    /// Members that do not stand in the JSON of the body.
    pub parameters: &'static [Parameter],
    /// How the body is written.
    pub body: BodyForm,
    /// How it proves who calls: one of [`Api::schemes`], or nothing.
    pub authentication: Option<&'static Scheme>,
    /// Whether its answers are taken without a proof, though the scheme has one.
    pub unsigned_answer: bool,
    /// Whether a redirect is followed, where it asks for something with `GET` or `HEAD`.
    pub follows_redirects: bool,
    /// Members of its answer that travel sealed.
    pub sealed: &'static [SealedMember],
    /// Members of its request that are encrypted, each the way to it. `*` stands for each item of a list.
    pub encrypted: &'static [&'static [&'static str]],
    /// Names of members whose values are never shown, of its request and of its answer.
    pub sensitive: &'static [&'static str],
    /// Whether it changes nothing, so that it may be repeated freely.
    pub safe: bool,
    /// What a second request with the same key gives.
    pub repeat: Repeat,
    /// The header whose value makes a second request a repeat of the first, where that is no business
    /// key of the request itself.
    pub idempotency_header: Option<&'static str>,
    /// Result codes after which the same request may succeed later.
    pub transient: &'static [&'static str],
}

/// What a second request with the same key gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Repeat {
    /// Nobody says; so it is not repeated by itself.
    Undocumented,
    /// A result code that says the first one was carried out.
    Done {
        /// That code.
        code: &'static str,
    },
    /// The answer to the first one, once more.
    Same,
}

impl Operation {
    /// An operation of this name: `GET /`, open to everybody, unless the rest says otherwise.
    pub const fn new(api: &'static Api, name: &'static str) -> Self {
        Self {
            api,
            name,
            method: "GET",
            path: "/",
            hosts: &[],
            parameters: &[],
            body: BodyForm::Json,
            authentication: None,
            unsigned_answer: false,
            follows_redirects: false,
            sealed: &[],
            encrypted: &[],
            sensitive: &[],
            safe: false,
            repeat: Repeat::Undocumented,
            idempotency_header: None,
            transient: &[],
        }
    }

    /// Sets the HTTP method, in upper case, and the path, from the first `/`.
    #[must_use]
    pub const fn endpoint(mut self, method: &'static str, path: &'static str) -> Self {
        self.method = method;
        self.path = path;
        self
    }

    /// Says that the member in the braces of the path is the whole address, as an earlier answer gave it.
    /// Only these hosts are asked, by `https`, and what the base address of the client names: tests set that.
    #[must_use]
    pub const fn hosts(mut self, hosts: &'static [&'static str]) -> Self {
        self.hosts = hosts;
        self
    }

    /// Sets the members that do not stand in the JSON of the body.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [Parameter]) -> Self {
        self.parameters = parameters;
        self
    }

    /// Sets how the body is written; JSON unless set.
    #[must_use]
    pub const fn body(mut self, form: BodyForm) -> Self {
        self.body = form;
        self
    }

    /// Sets how it proves who calls: one of [`Api::schemes`].
    #[must_use]
    pub const fn authentication(mut self, scheme: &'static Scheme) -> Self {
        self.authentication = Some(scheme);
        self
    }

    /// Says that its answers are not signed, though its requests are: they are taken without a proof.
    #[must_use]
    pub const fn unsigned_answer(mut self) -> Self {
        self.unsigned_answer = true;
        self
    }

    /// Says that a redirect is followed: five at most, to `https` only, or to `http` where the base address
    /// has it. Another scheme, host or port gets neither headers nor proof. Nothing but a `GET` or a `HEAD`
    /// is followed.
    #[must_use]
    pub const fn follow_redirects(mut self) -> Self {
        self.follows_redirects = true;
        self
    }

    /// Sets the members of its request that are encrypted under the vendor's key, each the way to it; see
    /// [`Api::encrypted`].
    #[must_use]
    pub const fn encrypted(mut self, ways: &'static [&'static [&'static str]]) -> Self {
        self.encrypted = ways;
        self
    }

    /// Sets the members of its answer that travel sealed. A client needs the key of [`Api::sealed`] if
    /// it calls such an operation.
    #[must_use]
    pub const fn sealed(mut self, members: &'static [SealedMember]) -> Self {
        self.sealed = members;
        self
    }

    /// Sets the names of members whose values are never shown, of its request and of its answer.
    #[must_use]
    pub const fn sensitive(mut self, members: &'static [&'static str]) -> Self {
        self.sensitive = members;
        self
    }

    /// Says that it changes nothing, so that it may be repeated freely.
    #[must_use]
    pub const fn safe(mut self) -> Self {
        self.safe = true;
        self
    }

    /// Sets what a second request with the same key gives.
    #[must_use]
    pub const fn repeat(mut self, repeat: Repeat) -> Self {
        self.repeat = repeat;
        self
    }

    /// Sets the header whose value makes a second request a repeat of the first. A call makes its value,
    /// and keeps it; see [`Keyed`](super::Keyed).
    #[must_use]
    pub const fn idempotency_header(mut self, name: &'static str) -> Self {
        self.idempotency_header = Some(name);
        self
    }

    /// Sets the result codes after which the same request may succeed later.
    #[must_use]
    pub const fn transient(mut self, codes: &'static [&'static str]) -> Self {
        self.transient = codes;
        self
    }
}

impl BodyForm {
    /// The content type of such a body; none where there is no body.
    pub(crate) fn content_type(self, api: &'static Api) -> Option<&'static str> {
        Some(match self {
            Self::Json => api.content_type,
            Self::Form => "application/x-www-form-urlencoded",
            Self::Multipart => "multipart/form-data",
            Self::Text => "text/plain; charset=utf-8",
            Self::Bytes => "application/octet-stream",
            Self::None => return None,
        })
    }
}

impl Repeat {
    /// A result code that says the first request was carried out.
    pub const fn done(code: &'static str) -> Self {
        Self::Done { code }
    }
}

/// A body that belongs to an operation.
#[diagnostic::on_unimplemented(message = "`{Self}` is not the request of an operation")]
pub trait Request: Validate + Serialize {
    /// The operation.
    const OPERATION: &'static Operation;
    /// What a successful answer holds.
    type Response: FromAnswer;
}
