//! Without the feature `tracing`: nothing, and no cost.

use std::time::Duration;

use super::target::Target;
use super::{Config, Error, Response};

/// Stands where the span of a call would be.
pub(super) struct CallSpan;

#[allow(
    clippy::unused_self,
    reason = "with the feature there is something to say"
)]
impl CallSpan {
    pub(super) fn new(_to: &Target<'_>, _config: &Config) -> Self {
        Self
    }

    pub(super) fn attempt(&self, _attempt: u32, _failure: Option<&Error>, _wait: Option<Duration>) {
    }

    pub(super) fn done<D>(&self, _response: &Response<D>, _took: Duration) {}

    pub(super) fn failed(&self, _error: &Error, _took: Duration) {}

    pub(super) fn around<F>(&self, work: F) -> F {
        work
    }

    #[cfg(feature = "blocking")]
    pub(super) fn during<A>(&self, work: impl FnOnce() -> A) -> A {
        work()
    }
}
