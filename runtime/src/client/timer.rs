//! The seam to waiting.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

/// Waits, for retries and timeouts.
///
/// With the feature `hyper` the timer of tokio is there already.
pub trait Timer: Send + Sync + 'static {
    /// Ends after this time.
    fn sleep(&self, wait: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>>;

    /// The time since some moment that stays the same; it never goes back.
    fn elapsed(&self) -> Duration;
}

/// The timer of tokio. Needs a tokio runtime with time.
#[cfg(feature = "hyper")]
#[derive(Debug, Clone, Copy)]
pub struct TokioTimer {
    start: tokio::time::Instant,
}

#[cfg(feature = "hyper")]
impl TokioTimer {
    /// A timer that counts from now.
    pub fn new() -> Self {
        Self {
            start: tokio::time::Instant::now(),
        }
    }
}

#[cfg(feature = "hyper")]
impl Default for TokioTimer {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(feature = "hyper")]
impl Timer for TokioTimer {
    fn sleep(&self, wait: Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> {
        Box::pin(tokio::time::sleep(wait))
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }
}
