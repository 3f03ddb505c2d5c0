//! The settings of a client that the core does without.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::Arc;
use std::time::Duration;

use super::Builder;
use crate::client::{Ids, Recorder, RetryBudget, RetryPolicy, Timer};

/// Where the randomness of waits comes from.
pub(in crate::client) type Random = Box<dyn Fn() -> u64 + Send + Sync>;

/// What a client has besides its configuration, clock and transport.
pub(super) struct Extras {
    pub(super) retry: Option<RetryPolicy>,
    pub(super) budget: RetryBudget,
    pub(super) timer: Option<Box<dyn Timer>>,
    pub(super) jitter: Random,
    pub(super) timeout: Option<Duration>,
    pub(super) ids: Option<Arc<dyn Ids>>,
    pub(super) nonces: Option<Arc<dyn Ids>>,
    pub(super) recorder: Option<Recorder>,
}

impl Extras {
    pub(super) fn new() -> Self {
        Self {
            retry: None,
            budget: RetryBudget::new(),
            timer: None,
            // Good enough to spread waits, and at hand on every target.
            jitter: Box::new(|| RandomState::new().hash_one(0_u8)),
            timeout: None,
            ids: random_ids(),
            nonces: random_ids(),
            recorder: None,
        }
    }

    /// What cannot be kept without a timer.
    pub(super) fn needs_a_timer(&self) -> Option<String> {
        let setting = match (self.retry, self.timeout) {
            (Some(policy), _) if policy.retries() => "`retry` with more than one attempt",
            (_, Some(_)) => "`timeout`",
            _ => return None,
        };
        Some(format!(
            "{setting} needs a `timer`; give one, or turn on the feature `hyper` of `stipula`"
        ))
    }
}

#[cfg(feature = "aws-lc")]
#[allow(
    clippy::unnecessary_wraps,
    reason = "without the feature there are none"
)]
fn random_ids() -> Option<Arc<dyn Ids>> {
    Some(Arc::new(crate::client::RandomIds))
}

#[cfg(not(feature = "aws-lc"))]
fn random_ids() -> Option<Arc<dyn Ids>> {
    None
}

impl<T, K> Builder<T, K> {
    /// Where [`Client::new_id`](crate::client::Client::new_id) takes ids from, and where a call takes its
    /// key from that makes a repeat the same request and travels in a header.
    pub fn ids(mut self, ids: impl Ids) -> Self {
        self.extras.ids = Some(Arc::new(ids));
        self
    }

    /// Where the nonces of signed requests come from: texts that no other request has. 32 lower-case
    /// hexadecimal digits from the randomness of the operating system, unless set.
    pub fn nonces(mut self, nonces: impl Ids) -> Self {
        self.extras.nonces = Some(Arc::new(nonces));
        self
    }

    /// Writes exchanges as lines of JSON, without what is sensitive.
    pub fn record(mut self, recorder: Recorder) -> Self {
        self.extras.recorder = Some(recorder);
        self
    }

    /// When a call is sent again; [`RetryPolicy::new`] unless set.
    ///
    /// A call is repeated only when that cannot do the work twice:
    ///
    /// - after no connection, HTTP status 429 and the documented transient codes: always,
    ///   for the work was not done;
    /// - after a timeout, a broken connection, a status of unknown outcome and HTTP status 5xx:
    ///   when the operation changes nothing, or documents what a repetition gives;
    /// - after any other failure: never.
    ///
    /// Each attempt has the same body, byte for byte, with its own time and signature. Without a
    /// timer, that is with neither [`timer`](Self::timer) nor the feature `hyper`, a client
    /// that was given no policy sends once.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.extras.retry = Some(policy);
        self
    }

    /// How many further attempts all calls together may make; [`RetryBudget::new`] unless set.
    ///
    /// Clones of a client share it, so an outage is not multiplied by the calls that meet it.
    pub fn retry_budget(mut self, budget: RetryBudget) -> Self {
        self.extras.budget = budget;
        self
    }

    /// How long one attempt may take, from connecting to the last byte of the answer; 30 s unless
    /// set, or what the transport that you give has.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.extras.timeout = Some(timeout);
        self
    }

    /// Where the randomness of waits comes from: any 64 bits. For tests.
    pub fn jitter(mut self, random: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        self.extras.jitter = Box::new(random);
        self
    }

    /// What waits between attempts and ends those that take too long; the timer of tokio with the
    /// feature `hyper`.
    pub fn timer(mut self, timer: impl Timer) -> Self {
        self.extras.timer = Some(Box::new(timer));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_needs_a_timer() {
        let mut extras = Extras::new();
        assert_eq!(extras.needs_a_timer(), None);
        extras.retry = Some(RetryPolicy::none());
        assert_eq!(extras.needs_a_timer(), None);
        extras.timeout = Some(Duration::from_secs(1));
        let told = extras.needs_a_timer().unwrap_or_default();
        assert!(told.starts_with("`timeout` needs a `timer`"), "{told}");
        extras.retry = Some(RetryPolicy::new());
        let told = extras.needs_a_timer().unwrap_or_default();
        assert!(told.starts_with("`retry` with more"), "{told}");
    }
}
