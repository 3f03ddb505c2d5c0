//! Why a call that could have been sent again was not.

use std::fmt;
use std::time::Duration;

/// Why a call that could have been sent again was not.
///
/// ```
/// use stipula::client::{Error, GaveUp};
///
/// /// When to come back, if the server named a time that the call could not wait for.
/// fn come_back(error: &Error) -> Option<std::time::Duration> {
///     match error.gave_up() {
///         Some(GaveUp::Wait { asked, .. }) => Some(asked),
///         _ => None,
///     }
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GaveUp {
    /// Its policy has no further attempt.
    Attempts,
    /// The server asks for a longer wait than the policy has.
    #[non_exhaustive]
    Wait {
        /// What the server asks for.
        asked: Duration,
        /// [`RetryPolicy::cap`](super::RetryPolicy::cap).
        cap: Duration,
    },
    /// The next attempt would begin after the time that the policy has in all.
    #[non_exhaustive]
    Total {
        /// [`RetryPolicy::total`](super::RetryPolicy::total).
        total: Duration,
    },
    /// The calls of this client make too many further attempts; see
    /// [`RetryBudget`](super::RetryBudget).
    Budget,
}

/// The end of a sentence. Nothing is to be said of a policy whose attempts were all made.
impl fmt::Display for GaveUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attempts => Ok(()),
            Self::Wait { asked, cap } => write!(
                f,
                "; the server asks to wait {asked:?}, and the longest wait of a call is {cap:?}"
            ),
            Self::Total { total } => {
                write!(f, "; the next attempt would begin after {total:?} in all")
            }
            Self::Budget => f.write_str(
                "; it was not sent again, for the budget of further attempts of this client is spent",
            ),
        }
    }
}
