//! The types of `jiff`.

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp, ZonedDateTime};

use super::{AsDuration, AsMoment, compared};

compared!(
    Date,
    DateTime,
    SignedDuration,
    Time,
    Timestamp,
    ZonedDateTime
);

impl AsDuration for SignedDuration {
    #[inline]
    fn as_duration_nanos(&self) -> Option<i128> {
        Some(self.as_nanos())
    }
}

impl AsMoment for Timestamp {
    #[inline]
    fn as_moment_nanos(&self) -> Option<i128> {
        Some(self.as_nanosecond())
    }
}

impl AsMoment for ZonedDateTime {
    #[inline]
    fn as_moment_nanos(&self) -> Option<i128> {
        self.timestamp().as_moment_nanos()
    }
}
