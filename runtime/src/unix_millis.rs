//! Moments as they travel: milliseconds since 1970.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A moment in milliseconds since 1970-01-01T00:00:00Z.
///
/// ```
/// use stipula::UnixMillis;
/// let start = UnixMillis(1_716_340_941_000);
/// assert_eq!(serde_json::to_string(&start).unwrap(), "1716340941000");
/// ```
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct UnixMillis(pub i64);

impl UnixMillis {
    /// The moment as the system knows it; `None` where the system cannot say it.
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_millis(self.0.unsigned_abs());
        if self.0 < 0 {
            UNIX_EPOCH.checked_sub(distance)
        } else {
            UNIX_EPOCH.checked_add(distance)
        }
    }
}

impl fmt::Display for UnixMillis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<i64> for UnixMillis {
    fn from(millis: i64) -> Self {
        Self(millis)
    }
}

impl From<UnixMillis> for i64 {
    fn from(moment: UnixMillis) -> Self {
        moment.0
    }
}

impl From<SystemTime> for UnixMillis {
    /// Drops what is below a millisecond; a moment beyond the range becomes its end.
    fn from(time: SystemTime) -> Self {
        let millis = |distance: Duration| i64::try_from(distance.as_millis()).unwrap_or(i64::MAX);
        Self(match time.duration_since(UNIX_EPOCH) {
            Ok(after) => millis(after),
            Err(before) => -millis(before.duration()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips_through_system_time() {
        for millis in [0, 1, -1, 1_716_340_941_000] {
            let moment = UnixMillis(millis);
            assert_eq!(UnixMillis::from(moment.to_system_time().unwrap()), moment);
        }
    }

    #[test]
    fn reads_numbers_only() {
        assert_eq!(
            serde_json::from_str::<UnixMillis>("5").unwrap(),
            UnixMillis(5)
        );
        assert!(serde_json::from_str::<UnixMillis>("\"5\"").is_err());
    }
}
