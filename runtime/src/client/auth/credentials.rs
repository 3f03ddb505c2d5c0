//! What a client or the fake proves itself with.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::Credential;
use crate::client::problem::{BuildProblemKind, Problems};
use crate::client::{AsyncSigner, SignError, Signer, Verifier};

/// The name of the text that says who sends.
pub(crate) const CLIENT_ID: &str = "client_id";

/// The name of the text that says which of its keys a client signs with.
pub(crate) const KEY_ID: &str = "key_id";

/// The id of the key that a fake signs with.
#[cfg(feature = "fake")]
pub(crate) const FAKE_KEY: &str = "FAKE0PLATFORM0KEY";

/// What the builder is given for the schemes of its API; each takes what it needs.
#[derive(Clone, Default)]
pub(crate) struct Credentials {
    /// Ids, tokens and passwords, by the name that the builder has for each.
    texts: BTreeMap<&'static str, String>,
    /// What every other text is: empty, but for a fake.
    other_texts: &'static str,
    /// Tokens that a fake handed out.
    #[cfg(feature = "fake")]
    pub(crate) tokens: Vec<String>,
    /// Unless that of the scheme.
    pub(crate) key_version: Option<u32>,
    pub(crate) signer: Option<Arc<dyn Signer>>,
    /// Instead of the signer: one that waits.
    pub(crate) async_signer: Option<Arc<dyn AsyncSigner>>,
    pub(crate) verifier: Option<Arc<dyn Verifier>>,
}

impl Credentials {
    /// The text of this name; empty unless it was given.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.texts
            .get(name)
            .map_or(self.other_texts, String::as_str)
    }

    /// The id that the platform gave; empty unless it was given.
    pub(crate) fn client_id(&self) -> &str {
        self.text(CLIENT_ID)
    }

    /// The id of the key that the client signs with; empty unless it was given.
    pub(crate) fn key_id(&self) -> &str {
        self.text(KEY_ID)
    }

    /// Whether nothing was given that signs.
    pub(crate) fn lacks_signer(&self) -> bool {
        self.signer.is_none() && self.async_signer.is_none()
    }

    /// Why there is no signature by whom a caller cannot wait for.
    pub(crate) fn unsigned(&self) -> SignError {
        SignError::new(match self.async_signer {
            Some(_) => "its signer has to be waited for; take `to_sign` to it",
            None => "the client has no signer",
        })
    }

    pub(crate) fn give(&mut self, name: &'static str, text: impl Into<String>) {
        self.texts.insert(name, text.into());
    }
}

/// What schemes ask of texts that are given.
impl Credentials {
    /// Tells that a credential is missing, or empty.
    pub(crate) fn require(&self, it: &Credential, problems: &mut Problems) {
        // One that is a part of the address was told with it.
        let start = format!("no `{}` is given", it.name());
        if self.text(it.name()).is_empty() && !problems.tell(&start) {
            problems.push(BuildProblemKind::Credential, missing(it.name()));
        }
    }

    /// Tells that a credential is missing, or cannot stand in a header.
    pub(crate) fn require_visible(&self, it: &Credential, problems: &mut Problems) {
        self.require(it, problems);
        let name = it.name();
        if !self.text(name).bytes().all(|byte| byte.is_ascii_graphic()) {
            problems.push(BuildProblemKind::Credential, invisible(name));
        }
    }
}

fn missing(name: &str) -> String {
    format!("no `{name}` is given; give it with `credential`")
}

/// What is wrong with a credential that cannot stand in a header.
pub(super) fn invisible(name: &str) -> String {
    format!("`{name}` may only hold visible ASCII characters, without spaces")
}

#[cfg(feature = "fake")]
impl Credentials {
    /// Those of one end of a fake.
    pub(crate) fn throw_away(
        client_id: &str,
        other_texts: &'static str,
        signer: Option<Arc<dyn Signer>>,
        verifier: Option<Arc<dyn Verifier>>,
    ) -> Self {
        Self {
            texts: BTreeMap::from([(CLIENT_ID, client_id.to_owned())]),
            other_texts,
            tokens: Vec::new(),
            key_version: None,
            signer,
            async_signer: None,
            verifier,
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(..)")
    }
}
