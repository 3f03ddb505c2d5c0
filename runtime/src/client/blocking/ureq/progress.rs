//! How far the exchange of this thread has come.
//!
//! ureq gives its connectors no room for a request, but an exchange stays on the thread that began it.

use std::cell::Cell;
use std::time::{Duration, Instant};

use ureq::Timeout;
use ureq::unversioned::transport::NextTimeout;
use ureq::unversioned::transport::time::Duration as Wait;

thread_local! {
    static NOW: Cell<Option<State>> = const { Cell::new(None) };
}

#[derive(Clone, Copy)]
struct State {
    began: Instant,
    sent: bool,
}

/// An exchange under way on this thread.
pub(super) struct Progress {
    /// The exchange that this one is a part of: a resolver may well have a client of its own.
    outer: Option<State>,
}

impl Progress {
    /// An exchange begins.
    pub(super) fn begin() -> Self {
        let state = State {
            began: Instant::now(),
            sent: false,
        };
        let outer = NOW.replace(Some(state));
        Self { outer }
    }

    /// How long it has been under way.
    #[allow(clippy::unused_self, reason = "there is an answer while this lives")]
    pub(super) fn elapsed(&self) -> Duration {
        let state = NOW.get();
        state.map(|it| it.began.elapsed()).unwrap_or_default()
    }

    /// Whether anything of the request may have left.
    #[allow(clippy::unused_self, reason = "there is an answer while this lives")]
    pub(super) fn has_sent(&self) -> bool {
        NOW.get().is_some_and(|state| state.sent)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        NOW.set(self.outer);
    }
}

/// Some of the request is about to leave.
pub(super) fn sending() {
    let state = NOW.get();
    NOW.set(state.map(|state| State {
        sent: true,
        ..state
    }));
}

/// What is left of the time for a connection, which began with the exchange.
pub(super) fn left(given: NextTimeout, budget: Duration) -> Result<NextTimeout, ureq::Error> {
    let spent = NOW.get().map(|state| state.began.elapsed());
    let left = budget.saturating_sub(spent.unwrap_or_default());
    let left = if left < *given.after {
        NextTimeout {
            after: Wait::Exact(left),
            reason: Timeout::Connect,
            ..given
        }
    } else {
        given
    };
    if left.after.is_zero() {
        return Err(ureq::Error::Timeout(left.reason));
    }
    Ok(left)
}
