//! Where a client sends to.

use std::fmt;

/// Where requests go.
///
/// A credential may be a part of the address, so what is sent is apart from what may be shown.
#[derive(Clone)]
pub(super) struct Address {
    /// As errors and logs show it.
    pub(super) shown: String,
    /// Scheme and host.
    pub(super) origin: String,
    /// What stands before the path of every operation.
    pub(super) prefix: String,
    /// Whether the API documents the prefix, so that it belongs to what is signed.
    pub(super) documented: bool,
}

impl Address {
    /// The part of the prefix that is signed.
    pub(super) fn signed(&self) -> &str {
        if self.documented { &self.prefix } else { "" }
    }
}

// Without what may hold a credential.
impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}
