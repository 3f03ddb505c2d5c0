//! The types of `chrono`.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};

use super::{AsDuration, AsMoment, compared};
use crate::cond::{Comparable, Presence};

compared!(NaiveDate, NaiveDateTime, NaiveTime, TimeDelta);

/// Nanoseconds of seconds and what is left of one.
fn nanos(seconds: i64, rest: i32) -> i128 {
    i128::from(seconds) * 1_000_000_000 + i128::from(rest)
}

impl AsDuration for TimeDelta {
    #[inline]
    fn as_duration_nanos(&self) -> Option<i128> {
        Some(nanos(self.num_seconds(), self.subsec_nanos()))
    }
}

impl<Z: TimeZone> AsMoment for DateTime<Z> {
    #[inline]
    fn as_moment_nanos(&self) -> Option<i128> {
        // A leap second counts as the second before, which is how it is stored.
        let rest = i32::try_from(self.timestamp_subsec_nanos()).ok()?;
        Some(nanos(self.timestamp(), rest))
    }
}

impl<Z: TimeZone> Comparable for DateTime<Z> {
    type Value<'a>
        = NaiveDateTime
    where
        Self: 'a;
    #[inline]
    fn comparable(&self) -> Option<NaiveDateTime> {
        Some(self.naive_utc())
    }
}

impl<Z: TimeZone> Presence for DateTime<Z> {}
