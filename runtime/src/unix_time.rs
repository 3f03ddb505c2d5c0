//! Moments as they travel: milliseconds or seconds since 1970.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

/// A count of units since 1970-01-01T00:00:00Z.
macro_rules! moment {
    ($(#[$doc:meta])* $name:ident, $unit:literal, $of:path, $in:path) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl $name {
            /// The moment as the system knows it; `None` where the system cannot say it.
            pub fn to_system_time(self) -> Option<SystemTime> {
                let distance = $of(self.0.unsigned_abs());
                if self.0 < 0 {
                    UNIX_EPOCH.checked_sub(distance)
                } else {
                    UNIX_EPOCH.checked_add(distance)
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<i64> for $name {
            fn from(count: i64) -> Self {
                Self(count)
            }
        }

        impl From<$name> for i64 {
            fn from(moment: $name) -> Self {
                moment.0
            }
        }

        impl From<SystemTime> for $name {
            #[doc = concat!("Drops what is below a ", $unit, "; a moment beyond the range becomes its end.")]
            fn from(time: SystemTime) -> Self {
                let count = |distance: Duration| i64::try_from($in(&distance)).unwrap_or(i64::MAX);
                Self(match time.duration_since(UNIX_EPOCH) {
                    Ok(after) => count(after),
                    Err(before) => -count(before.duration()),
                })
            }
        }
    };
}

moment!(
    /// A moment in milliseconds since 1970-01-01T00:00:00Z.
    ///
    /// ```
    /// use stipula::UnixMillis;
    /// let start = UnixMillis(1_716_340_941_000);
    /// assert_eq!(serde_json::to_string(&start).unwrap(), "1716340941000");
    /// ```
    UnixMillis,
    "millisecond",
    Duration::from_millis,
    Duration::as_millis
);

moment!(
    /// A moment in seconds since 1970-01-01T00:00:00Z.
    ///
    /// ```
    /// use stipula::UnixSeconds;
    /// let start = UnixSeconds(1_716_340_941);
    /// assert_eq!(serde_json::to_string(&start).unwrap(), "1716340941");
    /// ```
    UnixSeconds,
    "second",
    Duration::from_secs,
    Duration::as_secs
);

#[cfg(test)]
mod tests {
    use serde_json::from_str;

    use super::*;

    #[test]
    fn round_trips_through_system_time() {
        for count in [0, 1, -1, 1_716_340_941_000] {
            let moment = UnixMillis(count);
            assert_eq!(UnixMillis::from(moment.to_system_time().unwrap()), moment);
        }
        for count in [0, 1, -1, 1_716_340_941] {
            let moment = UnixSeconds(count);
            assert_eq!(UnixSeconds::from(moment.to_system_time().unwrap()), moment);
        }
    }

    #[test]
    fn reads_numbers_only() {
        assert_eq!(from_str::<UnixMillis>("5").unwrap(), UnixMillis(5));
        assert_eq!(from_str::<UnixSeconds>("5").unwrap(), UnixSeconds(5));
        assert!(from_str::<UnixMillis>("\"5\"").is_err());
        assert!(from_str::<UnixSeconds>("\"5\"").is_err());
    }
}
