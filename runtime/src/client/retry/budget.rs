//! How many further attempts the calls of one client may make together.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What one further attempt takes out of a bucket. Parts of it come back.
const ATTEMPT: u64 = 100 * 60 * 1000;

/// How many further attempts the calls of one client may make together.
///
/// A policy bounds what one call adds to an outage; a budget bounds what all calls add. It is a bucket
/// that holds 100 further attempts at first. Each takes one out. One comes back with ten calls that
/// got an answer, and one every second. When it is empty, calls are sent once: their errors say so,
/// and [`Error::gave_up`](crate::client::Error::gave_up) is [`GaveUp::Budget`](crate::client::GaveUp::Budget).
///
/// ```
/// use stipula::client::RetryBudget;
///
/// // Up to 20 at once, then one for each five calls that got an answer, and none by time alone.
/// let own = RetryBudget::new().capacity(20).percent(20).per_minute(0);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RetryBudget {
    capacity: u32,
    percent: u32,
    per_minute: u32,
}

impl RetryBudget {
    /// 100 further attempts, of which 10 come back with 100 answers, and 60 in a minute.
    pub const fn new() -> Self {
        Self {
            capacity: 100,
            percent: 10,
            per_minute: 60,
        }
    }

    /// Only the policy of each call bounds its attempts.
    pub const fn unlimited() -> Self {
        Self::new().capacity(u32::MAX).per_minute(u32::MAX)
    }

    /// The most further attempts at once; 0 for none.
    #[must_use]
    pub const fn capacity(mut self, attempts: u32) -> Self {
        self.capacity = attempts;
        self
    }

    /// How many further attempts come back with a hundred calls that got an answer.
    #[must_use]
    pub const fn percent(mut self, attempts: u32) -> Self {
        self.percent = attempts;
        self
    }

    /// How many further attempts come back in a minute.
    #[must_use]
    pub const fn per_minute(mut self, attempts: u32) -> Self {
        self.per_minute = attempts;
        self
    }
}

impl Default for RetryBudget {
    fn default() -> Self {
        Self::new()
    }
}

/// What is left of a budget.
pub(in crate::client) struct Bucket {
    budget: RetryBudget,
    level: Mutex<Level>,
}

struct Level {
    /// In parts of [`ATTEMPT`].
    left: u64,
    /// When time was last counted.
    at: Duration,
}

impl Bucket {
    /// A full one.
    pub(in crate::client) fn new(budget: RetryBudget) -> Self {
        let level = Level {
            left: u64::from(budget.capacity) * ATTEMPT,
            at: Duration::ZERO,
        };
        Self {
            budget,
            level: Mutex::new(level),
        }
    }

    /// Takes out a further attempt, if there is one.
    pub(in crate::client) fn take(&self, now: Duration) -> bool {
        let mut level = self.level();
        let passed = now.saturating_sub(level.at).as_millis();
        let passed = u64::try_from(passed).unwrap_or(u64::MAX);
        level.at = now.max(level.at);
        let back = passed.saturating_mul(u64::from(self.budget.per_minute) * ATTEMPT / 60_000);
        self.put(&mut level, back);
        let rest = level.left.checked_sub(ATTEMPT);
        level.left = rest.unwrap_or(level.left);
        rest.is_some()
    }

    /// A call got an answer.
    pub(in crate::client) fn answered(&self) {
        let back = u64::from(self.budget.percent) * (ATTEMPT / 100);
        self.put(&mut self.level(), back);
    }

    fn put(&self, level: &mut Level, back: u64) {
        let most = u64::from(self.budget.capacity) * ATTEMPT;
        level.left = level.left.saturating_add(back).min(most);
    }

    /// Nothing panics while it is held, and each level is a good one.
    fn level(&self) -> MutexGuard<'_, Level> {
        self.level.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(bucket: &Bucket, now: Duration) -> usize {
        (0..1000).take_while(|_| bucket.take(now)).count()
    }

    #[test]
    fn what_is_taken_comes_back_with_answers_and_time() {
        let bucket = Bucket::new(RetryBudget::new());
        assert_eq!(taken(&bucket, Duration::ZERO), 100);
        for _ in 0..29 {
            bucket.answered();
        }
        assert_eq!(taken(&bucket, Duration::ZERO), 2);
        bucket.answered();
        assert_eq!(taken(&bucket, Duration::ZERO), 1);
        assert_eq!(taken(&bucket, Duration::from_millis(2_500)), 2);
        assert_eq!(taken(&bucket, Duration::from_secs(3)), 1);
        assert_eq!(taken(&bucket, Duration::from_hours(2)), 100);
    }

    #[test]
    fn no_clock_that_goes_back_gives_anything() {
        let bucket = Bucket::new(RetryBudget::new().capacity(1));
        assert!(bucket.take(Duration::from_secs(9)));
        assert!(!bucket.take(Duration::from_secs(1)));
        assert!(bucket.take(Duration::from_secs(10)));
    }

    #[test]
    fn the_ends_of_the_scale() {
        let none = Bucket::new(RetryBudget::new().capacity(0));
        none.answered();
        assert!(!none.take(Duration::MAX));
        let all = Bucket::new(RetryBudget::unlimited());
        assert_eq!(taken(&all, Duration::MAX), 1000);
        all.answered();
    }
}
