//! Texts that stand for a time: dates and times as RFC 3339 writes them.

use jiff::{Span, Timestamp, civil::Date};

/// Seconds of a day.
const DAY: i64 = 86_400;

/// The moment of a date and time as RFC 3339 writes it, in nanoseconds since 1970-01-01T00:00:00Z;
/// none for any other text.
///
/// ```
/// use stipula_rules::moment::date_time;
///
/// assert_eq!(date_time("1970-01-01T00:00:01Z"), Some(1_000_000_000));
/// assert_eq!(date_time("1970-01-01T08:00:00.5+08:00"), Some(500_000_000));
/// assert_eq!(date_time("1970-02-30T00:00:00Z"), None);
/// assert_eq!(date_time("1970-01-01 00:00"), None);
/// ```
pub fn date_time(text: &str) -> Option<i128> {
    let (day, rest) = text.split_at_checked(10)?;
    let rest = rest.strip_prefix(['T', 't'])?;
    date(day)?;
    // jiff reads more than RFC 3339 does: times without seconds, names of zones.
    let moment = is_time(rest).then(|| text.parse::<Timestamp>().ok())??;
    let is_last_second = moment.as_second().rem_euclid(DAY) == DAY - 1;
    let is_leap = rest.get(6..8) == Some("60");
    (!is_leap || is_last_second).then(|| moment.as_nanosecond())
}

/// A moment in nanoseconds since 1970-01-01T00:00:00Z as RFC 3339 writes it, in UTC; none when its
/// year has more than four digits.
///
/// ```
/// use stipula_rules::moment::written;
///
/// assert_eq!(written(1_500_000_000).as_deref(), Some("1970-01-01T00:00:01.5Z"));
/// assert_eq!(written(i128::MAX), None);
/// ```
pub fn written(nanoseconds: i128) -> Option<String> {
    let moment = Timestamp::from_nanosecond(nanoseconds).ok()?;
    Some(moment.to_string()).filter(|text| date_time(text).is_some())
}

/// A day in days since 1970-01-01 as RFC 3339 writes it; none when its year has more than four
/// digits.
pub fn written_day(days: i64) -> Option<String> {
    let days = Span::new().try_days(days).ok()?;
    let day = Date::constant(1970, 1, 1).checked_add(days).ok()?;
    Some(day.to_string()).filter(|text| date(text).is_some())
}

/// The day of a date as RFC 3339 writes it, in days since 1970-01-01; none for any other text.
///
/// ```
/// use stipula_rules::moment::date;
///
/// assert_eq!(date("1970-01-02"), Some(1));
/// assert_eq!(date("1900-02-29"), None);
/// assert_eq!(date("19700102"), None);
/// ```
pub fn date(text: &str) -> Option<i64> {
    let bytes = text.as_bytes();
    let is_shaped = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    let day = is_shaped.then(|| text.parse::<Date>().ok())??;
    let since = day.since(Date::constant(1970, 1, 1)).ok()?;
    Some(i64::from(since.get_days()))
}

/// `HH:MM:SS`, perhaps a fraction, then `Z` or `+HH:MM`.
fn is_time(text: &str) -> bool {
    let shaped = |text: &str, shape: &[u8]| {
        let as_shape = |(byte, shape): (u8, &u8)| match shape {
            b'0' => byte.is_ascii_digit(),
            _ => byte == *shape,
        };
        text.len() == shape.len() && text.bytes().zip(shape).all(as_shape)
    };
    let Some((clock, mut rest)) = text.split_at_checked(8) else {
        return false;
    };
    if let Some(fraction) = rest.strip_prefix('.') {
        rest = fraction.trim_start_matches(|it: char| it.is_ascii_digit());
        if rest.len() == fraction.len() {
            return false;
        }
    }
    // jiff lets an offset reach 25 hours.
    let is_offset = (shaped(rest, b"+00:00") || shaped(rest, b"-00:00"))
        && rest.get(1..3).is_some_and(|hour| hour < "24")
        && rest.get(4..).is_some_and(|minute| minute < "60");
    let is_zone = matches!(rest, "Z" | "z") || is_offset;
    shaped(clock, b"00:00:00") && is_zone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_rfc_3339_writes() {
        for good in [
            "1985-04-12T23:20:50.52Z",
            "1996-12-19T16:39:57-08:00",
            "1990-12-31T23:59:60Z",
            "1990-12-31T15:59:60-08:00",
            "1937-01-01T12:00:27.87+00:20",
            "2026-01-31t08:00:00z",
            "0000-01-01T00:00:00Z",
        ] {
            assert!(date_time(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "2026-01-31",
            "2026-01-31T08:00Z",
            "2026-01-31T08:00:00",
            "2026-01-31T08:00:00.Z",
            "2026-01-31T24:00:00Z",
            "2026-13-31T08:00:00Z",
            "2026-01-31T08:00:00+0800",
            "2026-01-31T08:00:00Z[UTC]",
            "2026-01-31T08:00:00+25:00",
            " 2026-01-31T08:00:00Z",
            "2026-01-31 08:00:00Z",
            "2026-01-31T08:00:60Z",
            "\u{662}026-01-31T08:00:00Z",
            "+002026-01-31T08:00:00Z",
        ] {
            assert_eq!(date_time(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_moment_is_one_however_it_is_written() {
        let one = date_time("2026-01-31T08:00:00+08:00");
        assert_eq!(one, date_time("2026-01-31T00:00:00.000Z"));
        assert!(date_time("2026-01-31T00:00:00.001Z") > one);
    }

    #[test]
    fn days_are_counted() {
        assert_eq!(date("2026-11-27"), Some(20_784));
        assert_eq!(date("1969-12-31"), Some(-1));
        assert_eq!(written_day(-1).as_deref(), Some("1969-12-31"));
        assert_eq!(
            (written_day(i64::MAX), written_day(3_000_000)),
            (None, None)
        );
        for bad in [
            "2026-02-29",
            "2026-1-1",
            "2026-11-27 ",
            "26-11-27",
            "2026/11/27",
        ] {
            assert_eq!(date(bad), None, "{bad}");
        }
    }
}
