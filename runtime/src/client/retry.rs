//! When a call is sent again, as the caller sets it.

mod budget;
mod gave_up;

use std::time::Duration;

pub(super) use self::budget::Bucket;
pub use self::budget::RetryBudget;
pub use self::gave_up::GaveUp;

/// How often a call is sent, and how long it waits in between.
///
/// What may be repeated at all is not decided here but by the operation and the failure: see
/// [`Builder::retry`](super::Builder::retry).
///
/// The wait before a further attempt is drawn at random from zero to `base`, then to twice `base`,
/// and so on up to `cap` ("full jitter"), so that clients do not come back all at once. A server
/// that says `Retry-After` is given that time. Where that is more than `cap`, or would end after
/// `total`, there is no further attempt: the call ends with an error that says so, and whose
/// [`retry_after`](super::Error::retry_after) says when to come back. What all calls of a client
/// repeat together is bounded by its [`RetryBudget`].
///
/// ```
/// use std::time::Duration;
/// use stipula::client::RetryPolicy;
///
/// let patient = RetryPolicy::new().attempts(5).total(Duration::from_secs(120));
/// assert!(patient.retries() && !RetryPolicy::none().retries());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryPolicy {
    pub(super) attempts: u32,
    pub(super) base: Duration,
    pub(super) factor: u32,
    pub(super) cap: Duration,
    pub(super) jitter: Jitter,
    pub(super) total: Duration,
}

/// How the wait before a further attempt is drawn at random.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Jitter {
    /// Anything from zero to the longest wait.
    Full,
    /// The longest wait, each time.
    None,
}

impl RetryPolicy {
    /// 3 attempts, 200 ms base, doubled, 5 s cap, full jitter, 60 s in all.
    ///
    /// The time in all is longer than the 30 s that one attempt may take, so that an answer lost
    /// by a timeout is asked for once more.
    pub const fn new() -> Self {
        Self {
            attempts: 3,
            base: Duration::from_millis(200),
            factor: 2,
            cap: Duration::from_secs(5),
            jitter: Jitter::Full,
            total: Duration::from_mins(1),
        }
    }

    /// One attempt, whatever happens.
    pub const fn none() -> Self {
        Self::new().attempts(1)
    }

    /// The most attempts, the first one included; 0 counts as 1.
    #[must_use]
    pub const fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The longest wait before the second attempt.
    #[must_use]
    pub const fn base(mut self, base: Duration) -> Self {
        self.base = base;
        self
    }

    /// By how much the longest wait grows with every attempt.
    #[must_use]
    pub const fn factor(mut self, factor: u32) -> Self {
        self.factor = factor;
        self
    }

    /// The longest wait before any attempt. A server that asks for more gets no further attempt.
    #[must_use]
    pub const fn cap(mut self, cap: Duration) -> Self {
        self.cap = cap;
        self
    }

    /// How waits are drawn at random; [`Jitter::Full`] unless set.
    #[must_use]
    pub const fn jitter(mut self, jitter: Jitter) -> Self {
        self.jitter = jitter;
        self
    }

    /// The time in all, waits included, after which no attempt begins any more.
    ///
    /// The last attempt may end later, by the timeout of one attempt.
    #[must_use]
    pub const fn total(mut self, total: Duration) -> Self {
        self.total = total;
        self
    }

    /// Whether there is ever a second attempt.
    pub const fn retries(&self) -> bool {
        self.attempts > 1
    }

    /// The longest wait after the attempt with this number, counted from 1.
    pub(super) fn longest(&self, made: u32) -> Duration {
        let growth = self.factor.saturating_pow(made.saturating_sub(1));
        self.base.saturating_mul(growth).min(self.cap)
    }

    /// The wait after the attempt with this number; `random` is any 64 bits. None where the server asks
    /// for more than the cap.
    pub(super) fn wait(&self, made: u32, asked: Option<Duration>, random: u64) -> Option<Duration> {
        let longest = self.longest(made);
        let own = match self.jitter {
            Jitter::Full => part(longest, random),
            Jitter::None => longest,
        };
        let wait = own.max(asked.unwrap_or_default());
        (wait <= self.cap).then_some(wait)
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self::new()
    }
}

/// As much of `whole` as `random` is of the largest number.
fn part(whole: Duration, random: u64) -> Duration {
    let nanos = whole.as_nanos().min(u128::from(u64::MAX));
    let part = (nanos * u128::from(random)) >> 64;
    // A part is not larger than the whole, which was made to fit.
    Duration::from_nanos(u64::try_from(part).unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_up_to_the_cap() {
        let policy = RetryPolicy::new().jitter(Jitter::None);
        let waits: Vec<u128> = (1..8)
            .map(|made| policy.wait(made, None, 0).unwrap().as_millis())
            .collect();
        assert_eq!(waits, [200, 400, 800, 1600, 3200, 5000, 5000]);
        assert_eq!(policy.wait(u32::MAX, None, 0), Some(Duration::from_secs(5)));
    }

    #[test]
    fn jitter_spreads_over_the_whole_wait() {
        let policy = RetryPolicy::new();
        let drawn = |random| policy.wait(1, None, random).unwrap().as_millis();
        assert_eq!((drawn(0), drawn(1 << 63), drawn(u64::MAX)), (0, 100, 199));
    }

    #[test]
    fn the_server_is_heard_up_to_the_cap() {
        let policy = RetryPolicy::new();
        let asked = |seconds| policy.wait(1, Some(Duration::from_secs(seconds)), 0);
        assert_eq!(asked(2), Some(Duration::from_secs(2)));
        assert_eq!(asked(5), Some(Duration::from_secs(5)));
        assert_eq!(asked(6), None);
    }
}
