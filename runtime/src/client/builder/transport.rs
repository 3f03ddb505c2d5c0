//! What carries requests and waits, where nothing else is given.

#[cfg(feature = "hyper")]
use std::time::Duration;

#[cfg(feature = "hyper")]
use super::Builder;
use crate::client::problem::Problems;
#[cfg(feature = "hyper")]
use crate::client::{BuildProblemKind, HyperTransport, TokioTimer};
use crate::client::{DefaultTransport, Timer};

#[cfg(feature = "hyper")]
pub(super) fn default_transport(problems: &mut Problems) -> Option<DefaultTransport> {
    HyperTransport::new()
        .map_err(|error| problems.push(BuildProblemKind::Transport, error.to_string()))
        .ok()
}

#[cfg(not(feature = "hyper"))]
pub(super) fn default_transport(_: &mut Problems) -> Option<DefaultTransport> {
    None
}

#[cfg(feature = "hyper")]
#[allow(
    clippy::unnecessary_wraps,
    reason = "without the feature there is none"
)]
pub(super) fn default_timer() -> Option<Box<dyn Timer>> {
    Some(Box::new(TokioTimer::new()))
}

#[cfg(not(feature = "hyper"))]
pub(super) fn default_timer() -> Option<Box<dyn Timer>> {
    None
}

#[cfg(feature = "hyper")]
impl<K> Builder<DefaultTransport, K> {
    /// How long a connection may take to come about: its name, TCP, a proxy and TLS together; 10 s unless set.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        if let Some(own) = &mut self.transport {
            *own = own.reconnecting(timeout);
        }
        self
    }
}
