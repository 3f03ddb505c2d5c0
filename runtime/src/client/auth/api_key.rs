//! A key in a header or in the query.

use super::{Authentication, Credential, Credentials, Header, Parameter};
#[cfg(feature = "fake")]
use super::{Received, gate};
use crate::client::problem::Problems;
#[cfg(feature = "fake")]
use crate::refusal::Refusal;

/// A key that stands alone in a header or in a parameter of the query.
#[derive(Debug)]
#[non_exhaustive]
pub struct ApiKey {
    /// The key.
    pub key: &'static Credential,
    /// Where it stands.
    pub place: KeyPlace,
}

/// Where an [`ApiKey`] stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyPlace {
    /// The header of this name.
    Header(&'static str),
    /// The parameter of the query of this name.
    Query(&'static str),
}

impl ApiKey {
    /// This key in the header of this name.
    pub const fn in_header(name: &'static str, key: &'static Credential) -> Self {
        let place = KeyPlace::Header(name);
        Self { key, place }
    }

    /// This key in the parameter of this name.
    pub const fn in_query(name: &'static str, key: &'static Credential) -> Self {
        let place = KeyPlace::Query(name);
        Self { key, place }
    }
}

impl Authentication for ApiKey {
    fn require(&self, given: &Credentials, problems: &mut Problems) {
        match self.place {
            KeyPlace::Header(_) => given.require_visible(self.key, problems),
            KeyPlace::Query(_) => given.require(self.key, problems),
        }
    }

    fn identity(&self, credentials: &Credentials) -> Vec<Header> {
        match self.place {
            KeyPlace::Header(name) => {
                vec![Header::secret(name, credentials.text(self.key.name()))]
            }
            KeyPlace::Query(_) => Vec::new(),
        }
    }

    fn parameter<'a>(&self, credentials: &'a Credentials) -> Option<Parameter<'a>> {
        match self.place {
            KeyPlace::Header(_) => None,
            KeyPlace::Query(name) => Some(Parameter {
                name,
                value: credentials.text(self.key.name()),
            }),
        }
    }

    #[cfg(feature = "fake")]
    fn admit(&self, request: Received<'_>, credentials: &Credentials) -> Result<(), Refusal> {
        match self.place {
            KeyPlace::Header(name) => {
                gate::header(request, name, credentials.text(self.key.name()))
            }
            KeyPlace::Query(name) => {
                gate::parameter(request, name, credentials.text(self.key.name()))
            }
        }
    }

    #[cfg(feature = "fake")]
    fn secret_headers(&self) -> Vec<&'static str> {
        match self.place {
            KeyPlace::Header(name) => vec![name],
            KeyPlace::Query(_) => Vec::new(),
        }
    }

    #[cfg(feature = "fake")]
    fn secret_parameter(&self) -> Option<&'static str> {
        match self.place {
            KeyPlace::Header(_) => None,
            KeyPlace::Query(name) => Some(name),
        }
    }
}
