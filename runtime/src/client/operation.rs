//! What an API and its operations are, as constant data.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Config, Encryption, Envelope, Signing};
use crate::Validate;

/// One operation of an API.
#[derive(Debug)]
pub struct Operation {
    /// Its name, for messages.
    pub name: &'static str,
    /// The HTTP method, in upper case.
    pub method: &'static str,
    /// The path, from the first `/`.
    pub path: &'static str,
    /// Whether it changes nothing, so that it may be repeated freely.
    pub safe: bool,
    /// What a second request with the same business key gives.
    pub repeat: Repeat,
    /// Result codes after which the same request may succeed later.
    pub transient: &'static [&'static str],
    /// The API it belongs to.
    pub api: &'static Api,
}

/// What a second request with the same business key gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// Nobody says; so it is not repeated by itself.
    Undocumented,
    /// A result code that says the first one was carried out.
    Done {
        /// That code.
        code: &'static str,
    },
}

/// One API: where it lives, how its answers look, how messages are signed.
#[derive(Debug)]
pub struct Api {
    /// Its name, for messages.
    pub name: &'static str,
    /// Where it can be reached.
    pub environments: &'static [Environment],
    /// Where an answer says how it went.
    pub envelope: Envelope,
    /// How requests are signed and answers verified.
    pub signing: Signing,
    /// How bodies are encrypted, if it says so.
    pub encryption: Option<Encryption>,
}

/// A place where an API can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Environment {
    /// Its name, for [`Builder::environment`](super::Builder::environment).
    pub name: &'static str,
    /// Scheme and host, without a path.
    pub base_url: &'static str,
}

/// A body that belongs to an operation.
#[diagnostic::on_unimplemented(message = "`{Self}` is not the request of an operation")]
pub trait Request: Validate + Serialize {
    /// The operation.
    const OPERATION: &'static Operation;
    /// What a successful answer holds.
    type Response: DeserializeOwned;
}

/// What the core needs to know of an operation; raw calls make one on the spot.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Target<'a> {
    pub(super) name: &'a str,
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    pub(super) safe: bool,
    pub(super) repeat: Repeat,
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
            path: operation.path,
            safe: operation.safe,
            repeat: operation.repeat,
            transient: operation.transient,
            anyway: false,
            after_loss: false,
            encrypted: false,
        }
    }

    pub(super) fn raw(method: &'a str, path: &'a str) -> Self {
        Target {
            name: path,
            method,
            path,
            safe: false,
            repeat: Repeat::Undocumented,
            transient: &[],
            anyway: false,
            after_loss: false,
            encrypted: false,
        }
    }

    /// For the functions that get nothing but a configuration.
    pub(super) fn set(operation: &'static Operation, config: &Config) -> Target<'static> {
        Target {
            encrypted: config.encrypt,
            ..Target::of(operation)
        }
    }

    /// Whether it may be sent again after a lost answer: the work is not done twice, or the caller
    /// accepts that.
    pub(super) fn may_repeat(&self) -> bool {
        self.safe || self.anyway || self.repeat != Repeat::Undocumented
    }
}
