//! How many exchanges are under way at once.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// One for each exchange that may be under way.
pub(super) struct Permits {
    free: Mutex<usize>,
    changed: Condvar,
}

/// An exchange may be under way.
pub(super) struct Permit<'a>(&'a Permits);

impl Permits {
    pub(super) fn new(most: usize) -> Self {
        Self {
            free: Mutex::new(most),
            changed: Condvar::new(),
        }
    }

    /// Waits for one, no longer than this.
    pub(super) fn take(&self, limit: Duration) -> Option<Permit<'_>> {
        let waited = self
            .changed
            .wait_timeout_while(self.free(), limit, |free| *free == 0);
        let (mut free, _) = waited.unwrap_or_else(PoisonError::into_inner);
        *free = free.checked_sub(1)?;
        Some(Permit(self))
    }

    /// Nothing panics while it is held.
    fn free(&self) -> MutexGuard<'_, usize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.0.free() += 1;
        self.0.changed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_as_there_are() {
        let permits = Permits::new(2);
        let one = permits.take(Duration::ZERO);
        let two = permits.take(Duration::ZERO);
        assert!(one.is_some() && two.is_some());
        assert!(permits.take(Duration::from_millis(5)).is_none());
        drop(one);
        assert!(permits.take(Duration::ZERO).is_some());
    }
}
