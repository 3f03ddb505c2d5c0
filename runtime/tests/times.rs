//! Times of other crates, beside those of the standard library.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use proptest::prelude::*;
use stipula::Validate;
use stipula::cond::{AsDuration, AsMoment};

#[derive(Validate)]
#[validate(rule(at = jiff_zoned, expect(jiff_zoned > jiff)))]
#[validate(rule(at = chrono_other, expect(chrono_other >= chrono)))]
#[validate(rule(at = date, expect(date < other_date)))]
struct Times {
    #[validate(range("2024-01-01T00:00:00Z".."2025-01-01T00:00:00Z"))]
    jiff: Option<jiff::Timestamp>,
    #[validate(range("2024-01-01T00:00:00Z"..))]
    zoned: Option<jiff::ZonedDateTime>,
    jiff_zoned: Option<jiff::Timestamp>,
    #[validate(range(..=1.5s))]
    signed: Option<jiff::SignedDuration>,
    #[validate(range("2024-01-01T00:00:00Z"..))]
    chrono: Option<chrono::DateTime<chrono::Utc>>,
    #[validate(range("2024-01-01T00:00:00Z"..))]
    chrono_other: Option<chrono::DateTime<chrono::FixedOffset>>,
    #[validate(range(-1d..=1d))]
    delta: Option<chrono::TimeDelta>,
    date: Option<jiff::civil::Date>,
    other_date: Option<jiff::civil::Date>,
}

const NEW_YEAR: i64 = 1_704_067_200;

fn times(second: i64) -> Times {
    let jiff = jiff::Timestamp::from_second(second).ok();
    let chrono = chrono::DateTime::from_timestamp(second, 0);
    let east = chrono::FixedOffset::east_opt(8 * 3600).unwrap();
    Times {
        jiff,
        zoned: jiff.map(|it| it.to_zoned_datetime(jiff::tz::TimeZone::UTC)),
        jiff_zoned: jiff.map(|it| it + Duration::from_nanos(1)),
        signed: Some(jiff::SignedDuration::from_millis(1500 + NEW_YEAR - second)),
        chrono,
        chrono_other: chrono.map(|it| it.with_timezone(&east)),
        delta: chrono::TimeDelta::try_days(second - NEW_YEAR),
        date: Some(jiff::civil::date(2024, 1, 1)),
        other_date: Some(jiff::civil::date(2024, 1, 2)),
    }
}

#[test]
fn both_crates_are_judged() {
    assert_eq!(times(NEW_YEAR).check().to_string(), "");
    let bad = Times {
        jiff_zoned: jiff::Timestamp::from_second(0).ok(),
        chrono_other: None,
        other_date: Some(jiff::civil::date(2023, 1, 2)),
        delta: chrono::TimeDelta::try_days(-2),
        ..times(NEW_YEAR - 1)
    };
    assert_eq!(
        bad.check().to_string(),
        "`/jiff` must be at least 2024-01-01T00:00:00Z and less than 2025-01-01T00:00:00Z (Times.jiff.range)\n\
         `/zoned` must be at least 2024-01-01T00:00:00Z (Times.zoned.range)\n\
         `/signed` must be at most 1.5s (Times.signed.range)\n\
         `/chrono` must be at least 2024-01-01T00:00:00Z (Times.chrono.range)\n\
         `/delta` must be between -1d and 1d (Times.delta.range)\n\
         `/jiff_zoned`: `jiff_zoned` must be greater than `jiff` (Times.jiff_zoned.expect)\n\
         `/date`: `date` must be less than `other_date` (Times.date.expect)"
    );
}

proptest! {
    #[test]
    fn a_moment_is_the_same_in_every_crate(
        second in -60_000_000_000_i64..250_000_000_000, nanos in 0..1_000_000_000_u32,
    ) {
        let expected = i128::from(second) * 1_000_000_000 + i128::from(nanos);
        let distance = Duration::new(second.unsigned_abs(), 0);
        let system = if second < 0 { UNIX_EPOCH - distance } else { UNIX_EPOCH + distance };
        let system: SystemTime = system + Duration::from_nanos(nanos.into());
        prop_assert_eq!(system.as_moment_nanos(), Some(expected));
        let chrono = chrono::DateTime::from_timestamp(second, nanos).unwrap();
        prop_assert_eq!(chrono.as_moment_nanos(), Some(expected));
        let jiff = jiff::Timestamp::from_nanosecond(expected).unwrap();
        prop_assert_eq!(jiff.as_moment_nanos(), Some(expected));
        prop_assert_eq!(Some(jiff).as_moment_nanos(), Some(expected));
    }

    #[test]
    fn a_duration_is_the_same_in_every_crate(nanos in any::<i64>()) {
        let expected = Some(i128::from(nanos));
        prop_assert_eq!(chrono::TimeDelta::nanoseconds(nanos).as_duration_nanos(), expected);
        prop_assert_eq!(jiff::SignedDuration::from_nanos(nanos).as_duration_nanos(), expected);
        if let Ok(nanos) = u64::try_from(nanos) {
            prop_assert_eq!(Duration::from_nanos(nanos).as_duration_nanos(), expected);
        }
    }
}
