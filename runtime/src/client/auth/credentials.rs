//! What a client or the fake proves itself with.

use std::fmt;
use std::sync::Arc;

use crate::client::{Signer, Verifier};

/// What the builder is given for the schemes of its API; each takes what it needs.
#[derive(Clone, Default)]
pub(crate) struct Credentials {
    pub(crate) client_id: String,
    /// Unless that of the scheme.
    pub(crate) key_version: Option<u32>,
    pub(crate) signer: Option<Arc<dyn Signer>>,
    pub(crate) verifier: Option<Arc<dyn Verifier>>,
}

#[cfg(feature = "fake")]
impl Credentials {
    /// Those of one end of a fake.
    pub(crate) fn throw_away(
        client_id: &str,
        signer: Arc<dyn Signer>,
        verifier: Arc<dyn Verifier>,
    ) -> Self {
        Self {
            client_id: client_id.to_owned(),
            key_version: None,
            signer: Some(signer),
            verifier: Some(verifier),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(..)")
    }
}
