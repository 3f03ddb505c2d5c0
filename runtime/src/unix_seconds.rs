//! Moments as they travel: seconds since 1970.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A moment in seconds since 1970-01-01T00:00:00Z.
///
/// ```
/// use stipula::UnixSeconds;
/// let start = UnixSeconds(1_716_340_941);
/// assert_eq!(serde_json::to_string(&start).unwrap(), "1716340941");
/// ```
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct UnixSeconds(pub i64);

impl UnixSeconds {
    /// The moment as the system knows it; `None` where the system cannot say it.
    pub fn to_system_time(self) -> Option<SystemTime> {
        let distance = Duration::from_secs(self.0.unsigned_abs());
        if self.0 < 0 {
            UNIX_EPOCH.checked_sub(distance)
        } else {
            UNIX_EPOCH.checked_add(distance)
        }
    }
}

impl fmt::Display for UnixSeconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<i64> for UnixSeconds {
    fn from(seconds: i64) -> Self {
        Self(seconds)
    }
}

impl From<UnixSeconds> for i64 {
    fn from(moment: UnixSeconds) -> Self {
        moment.0
    }
}

impl From<SystemTime> for UnixSeconds {
    /// Drops what is below a second; a moment beyond the range becomes its end.
    fn from(time: SystemTime) -> Self {
        let seconds = |distance: Duration| i64::try_from(distance.as_secs()).unwrap_or(i64::MAX);
        Self(match time.duration_since(UNIX_EPOCH) {
            Ok(after) => seconds(after),
            Err(before) => -seconds(before.duration()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_trips_through_system_time() {
        for seconds in [0, 1, -1, 1_716_340_941] {
            let moment = UnixSeconds(seconds);
            assert_eq!(UnixSeconds::from(moment.to_system_time().unwrap()), moment);
        }
    }

    #[test]
    fn reads_numbers_only() {
        assert_eq!(
            serde_json::from_str::<UnixSeconds>("5").unwrap(),
            UnixSeconds(5)
        );
        assert!(serde_json::from_str::<UnixSeconds>("\"5\"").is_err());
    }
}
