//! Durations and moments, in the standard library and in crates for times.

#[cfg(feature = "chrono")]
mod chrono;
#[cfg(feature = "jiff")]
mod jiff;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::UnixMillis;

/// A field with a duration: [`Duration`](crate::Duration), `std::time::Duration`, with the feature `jiff` its `SignedDuration`, with
/// the feature `chrono` its `TimeDelta`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a duration",
    note = "durations of `jiff` and `chrono` need the feature of `stipula` with that name; ends without a unit are for numbers"
)]
pub trait AsDuration {
    /// The duration in nanoseconds, when given.
    fn as_duration_nanos(&self) -> Option<i128>;
}

/// A field with a moment: `SystemTime`, [`UnixMillis`], with the feature `jiff` its `Timestamp` and
/// `ZonedDateTime`, with the feature `chrono` its `DateTime`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a moment",
    note = "moments of `jiff` and `chrono` need the feature of `stipula` with that name; a date and a time without an offset are no moment"
)]
pub trait AsMoment {
    /// Nanoseconds since 1970-01-01T00:00:00Z, when given.
    fn as_moment_nanos(&self) -> Option<i128>;
}

impl AsDuration for Duration {
    #[inline]
    fn as_duration_nanos(&self) -> Option<i128> {
        // The longest one has 94 bits.
        i128::try_from(self.as_nanos()).ok()
    }
}

impl AsDuration for crate::Duration {
    #[inline]
    fn as_duration_nanos(&self) -> Option<i128> {
        Some(self.number())
    }
}

impl AsMoment for SystemTime {
    #[inline]
    fn as_moment_nanos(&self) -> Option<i128> {
        match self.duration_since(UNIX_EPOCH) {
            Ok(after) => after.as_duration_nanos(),
            Err(before) => before.duration().as_duration_nanos().map(|it| -it),
        }
    }
}

impl AsMoment for UnixMillis {
    #[inline]
    fn as_moment_nanos(&self) -> Option<i128> {
        Some(i128::from(self.0) * 1_000_000)
    }
}

/// Times that are compared as they are.
macro_rules! compared {
    ($($time:ty),*) => {$(
        impl $crate::cond::Comparable for $time {
            type Value<'a> = &'a $time;
            #[inline]
            fn comparable(&self) -> Option<&$time> {
                Some(self)
            }
        }
        impl $crate::cond::Presence for $time {}
    )*};
}

#[cfg(any(feature = "chrono", feature = "jiff"))]
use compared;

compared!(Duration, SystemTime);
