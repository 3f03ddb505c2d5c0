//! The settings that the core needs to make and read messages.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::address::Address;
use super::auth::Credentials;
use super::encryption::Sealer;
use super::members::VendorKey;
use super::{Api, Clock, IdError, Ids, Recorder, Scheme};

/// The largest request body unless set otherwise: 1 MiB.
pub const DEFAULT_MAX_REQUEST: usize = 1 << 20;

/// The largest answer unless set otherwise: 4 MiB.
pub const DEFAULT_MAX_RESPONSE: usize = 4 << 20;

/// The settings of a client, without clock and transport.
///
/// [`Builder::config`](super::Builder::config) makes one for use with
/// [`prepare`](super::prepare) and [`interpret`](super::interpret).
#[derive(Clone)]
pub struct Config {
    pub(super) api: &'static Api,
    /// Scheme and authority, without the last `/`.
    pub(super) address: Address,
    pub(super) credentials: Arc<Credentials>,
    /// Whether calls are encrypted unless they say otherwise.
    pub(super) encrypt: bool,
    pub(super) sealer: Sealer,
    /// What members of requests are encrypted under.
    pub(super) vendor_key: Option<Arc<VendorKey>>,
    pub(super) clock: Arc<dyn Clock>,
    /// Where texts come from that no other request has.
    pub(super) nonces: Option<Arc<dyn Ids>>,
    /// Where ids come from, and the keys of calls.
    pub(super) ids: Option<Arc<dyn Ids>>,
    pub(super) max_request: usize,
    pub(super) max_response: usize,
    /// Where tokens are fetched, by what the API says of it.
    pub(super) token_urls: BTreeMap<&'static str, String>,
    /// Where exchanges are written.
    pub(super) recorder: Option<Recorder>,
}

impl Config {
    /// The API.
    pub fn api(&self) -> &'static Api {
        self.api
    }

    /// Scheme, host and the path that all operations share; a secret in it is shown by its name.
    pub fn base_url(&self) -> &str {
        &self.address.shown
    }

    /// The time now, as a message with this proof says it.
    pub(super) fn time(&self, scheme: Option<&Scheme>) -> String {
        match scheme {
            Some(scheme) => scheme.implementation().time(&*self.clock),
            None => self.clock.text(),
        }
    }

    /// A fresh id.
    pub(super) fn new_id(&self) -> Result<String, IdError> {
        match &self.ids {
            Some(ids) => ids.fresh(),
            None => Err(IdError::new(
                "there is no randomness; give `Builder::ids`, or turn on the feature `aws-lc` of `stipula`",
            )),
        }
    }

    /// The client id; empty when the API needs none.
    pub fn client_id(&self) -> &str {
        self.credentials.client_id()
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("api", &self.api.name)
            .field("base_url", &self.address)
            .field("key_version", &self.credentials.key_version)
            .field("encrypt", &self.encrypt)
            .finish_non_exhaustive()
    }
}
