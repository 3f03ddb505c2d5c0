//! Lengths of time, as they travel.

use std::time;

use stipula_rules::duration;

super::moment_text::moment_text! {
    /// A length of time as ISO 8601 writes it: `P1D`, `PT5M30S`, `P2W`.
    ///
    /// It has weeks, or days of 24 hours, hours, minutes and seconds with up to nine decimals. Years
    /// and months have no fixed length and are refused. It keeps the text that it was read from. Two
    /// are equal when they are as long.
    ///
    /// ```
    /// use stipula::Duration;
    ///
    /// let one: Duration = "PT36H".parse()?;
    /// assert_eq!(one.as_str(), "PT36H");
    /// assert_eq!(one, "P1DT12H".parse()?);
    /// assert!("P1M".parse::<Duration>().is_err());
    /// # Ok::<(), stipula::NoDuration>(())
    /// ```
    pub struct Duration(i128);

    /// A text is no duration.
    pub struct NoDuration("a duration such as `PT5M30S`, without years and months");

    duration::duration
}

impl Duration {
    /// The duration as the standard library knows it; `None` when its seconds exceed 64 bits.
    pub fn to_std(&self) -> Option<time::Duration> {
        let nanos = u128::try_from(self.number()).ok()?;
        let (seconds, rest) = (nanos / 1_000_000_000, nanos % 1_000_000_000);
        let (seconds, rest) = (u64::try_from(seconds).ok()?, u32::try_from(rest).ok()?);
        Some(time::Duration::new(seconds, rest))
    }
}

impl From<time::Duration> for Duration {
    /// In days, hours, minutes and seconds.
    fn from(it: time::Duration) -> Self {
        let number = i128::from(it.as_secs()) * 1_000_000_000 + i128::from(it.subsec_nanos());
        // The longest one has 15 digits of days.
        let text = duration::written(number).unwrap_or_default();
        Self {
            text: text.into(),
            number,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goes_through_the_standard_library() {
        for (seconds, nanos, text) in [
            (0, 0, "PT0S"),
            (330, 0, "PT5M30S"),
            (86_400, 500_000_000, "P1DT0.5S"),
            (u64::MAX, 999_999_999, "P213503982334601DT7H15.999999999S"),
        ] {
            let it = time::Duration::new(seconds, nanos);
            let own = Duration::from(it);
            assert_eq!((own.as_str(), own.to_std()), (text, Some(it)));
            assert_eq!(own, text.parse().unwrap());
        }
        let long: Duration = "P99999999999999999999W".parse().unwrap();
        assert_eq!(long.to_std(), None);
    }

    #[test]
    fn travels_as_the_text_that_it_was() {
        let json = r#""PT90M""#;
        let it: Duration = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&it).unwrap(), json);
        let error = serde_json::from_str::<Duration>(r#""P1M""#).unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected a duration such as `PT5M30S`, without years and months"
        );
    }
}
