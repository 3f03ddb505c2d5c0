//! Settings of a fake, and what may fail.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use super::{Received, Table};

/// Sees each request after it was judged.
type Watcher = Box<dyn Fn(&Received) + Send + Sync>;

/// Whether a request has to prove who sent it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Proofs {
    Needed,
    Ignored,
}

/// Whether a body that breaks rules is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    Kept,
    Told,
}

/// Settings of a fake, before it starts.
#[must_use = "nothing happens before `start`"]
pub struct Settings {
    pub(super) table: &'static Table,
    pub(super) port: u16,
    pub(super) client_id: String,
    pub(super) proofs: Proofs,
    pub(super) rules: Rules,
    pub(super) keep: usize,
    pub(super) token_lifetime: Duration,
    pub(super) watcher: Option<Watcher>,
}

impl Settings {
    pub(super) fn new(table: &'static Table) -> Self {
        Self {
            table,
            port: 0,
            client_id: "FAKE0CLIENT0ID".to_owned(),
            proofs: Proofs::Needed,
            rules: Rules::Kept,
            keep: 10_000,
            token_lifetime: Duration::from_hours(1),
            watcher: None,
        }
    }

    /// The port; a free one unless set.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// The client id that requests must have.
    pub fn client_id(mut self, id: impl Into<String>) -> Self {
        self.client_id = id.into();
        self
    }

    /// Takes requests without looking at who sent them; for people with curl.
    ///
    /// Nobody checks then client id, time and signature, or what else the API asks for.
    pub fn without_authentication(mut self) -> Self {
        self.proofs = Proofs::Ignored;
        self
    }

    /// Takes a body that breaks rules, and tells them as warnings.
    pub fn without_validation(mut self) -> Self {
        self.rules = Rules::Told;
        self
    }

    /// How many requests are kept for [`Fake::requests`](super::Fake::requests); 10,000 unless set.
    pub fn keep(mut self, requests: usize) -> Self {
        self.keep = requests;
        self
    }

    /// How long the tokens live that it hands out, as it tells; an hour unless set.
    ///
    /// It takes them longer: [`Fake::revoke_tokens`](super::Fake::revoke_tokens) ends them.
    pub fn token_lifetime(mut self, lifetime: Duration) -> Self {
        self.token_lifetime = lifetime;
        self
    }

    /// Sees each request after it was judged, for a log.
    pub fn watch(mut self, watcher: impl Fn(&Received) + Send + Sync + 'static) -> Self {
        self.watcher = Some(Box::new(watcher));
        self
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("api", &self.table.api.name)
            .field("port", &self.port)
            .field("proofs", &self.proofs)
            .field("rules", &self.rules)
            .finish_non_exhaustive()
    }
}

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FakeErrorKind {
    /// No throw-away keys could be made.
    Keys,
    /// No server could be started, for instance because the port is taken.
    Server,
    /// What is to be played again was not recorded from this API.
    Recording,
}

/// The fake did not start, or cannot play what was recorded.
#[derive(Debug)]
pub struct FakeError {
    kind: FakeErrorKind,
    what: &'static str,
    source: Option<std::io::Error>,
}

impl FakeError {
    pub(super) fn new(
        kind: FakeErrorKind,
        what: &'static str,
        source: Option<std::io::Error>,
    ) -> Self {
        Self { kind, what, source }
    }

    /// What went wrong.
    pub fn kind(&self) -> FakeErrorKind {
        self.kind
    }
}

impl fmt::Display for FakeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failed = match self.kind {
            FakeErrorKind::Keys | FakeErrorKind::Server => "the fake did not start",
            FakeErrorKind::Recording => "the recording cannot be played",
        };
        write!(f, "{failed}: {}", self.what)?;
        match &self.source {
            Some(source) => write!(f, ": {source}"),
            None => Ok(()),
        }
    }
}

impl StdError for FakeError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| source as _)
    }
}
