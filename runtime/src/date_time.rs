//! Dates with a time of day, as they travel.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use stipula_rules::moment;

super::moment_text::moment_text! {
    /// A date and time as RFC 3339 writes it: `2026-01-31T08:00:00Z`.
    ///
    /// It keeps the text that it was read from. Two are equal when they are the same moment.
    ///
    /// ```
    /// use stipula::DateTime;
    ///
    /// let one: DateTime = "2026-01-31T08:00:00+08:00".parse()?;
    /// assert_eq!(one.as_str(), "2026-01-31T08:00:00+08:00");
    /// assert_eq!(one, "2026-01-31T00:00:00Z".parse()?);
    /// assert!("2026-01-31".parse::<DateTime>().is_err());
    /// # Ok::<(), stipula::NoDateTime>(())
    /// ```
    pub struct DateTime(i128);

    /// A text is no date and time.
    pub struct NoDateTime("a date and time such as `2026-01-31T08:00:00Z`");

    moment::date_time
}

/// Nanoseconds of a second.
const NANOS: i128 = 1_000_000_000;

impl DateTime {
    /// The moment as the system knows it; `None` where the system cannot say it.
    pub fn to_system_time(&self) -> Option<SystemTime> {
        let nanos = self.number();
        let (seconds, rest) = (nanos / NANOS, nanos % NANOS);
        let seconds = u64::try_from(seconds.unsigned_abs()).ok()?;
        let rest = u32::try_from(rest.unsigned_abs()).ok()?;
        let distance = Duration::new(seconds, rest);
        if nanos < 0 {
            UNIX_EPOCH.checked_sub(distance)
        } else {
            UNIX_EPOCH.checked_add(distance)
        }
    }
}

impl TryFrom<SystemTime> for DateTime {
    type Error = NoDateTime;

    /// In UTC. An error beyond the year 9999.
    fn try_from(time: SystemTime) -> Result<Self, NoDateTime> {
        let nanos = match time.duration_since(UNIX_EPOCH) {
            Ok(after) => i128::try_from(after.as_nanos()).ok(),
            Err(before) => i128::try_from(before.duration().as_nanos())
                .ok()
                .map(|it| -it),
        };
        let text = nanos.and_then(moment::written).ok_or(NoDateTime(()))?;
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_through_system_time() {
        for text in ["1969-12-31T23:59:59.25Z", "2026-01-31T08:00:00Z"] {
            let moment: DateTime = text.parse().unwrap();
            let system = moment.to_system_time().unwrap();
            assert_eq!(DateTime::try_from(system).unwrap().as_str(), text);
        }
    }

    #[test]
    fn travels_as_the_text_that_it_was() {
        let json = r#""2026-01-31t08:00:00+08:00""#;
        let moment: DateTime = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&moment).unwrap(), json);
        let error = serde_json::from_str::<DateTime>(r#""secret""#).unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected a date and time such as `2026-01-31T08:00:00Z`"
        );
    }
}
