//! Texts that stand for a length of time: ISO 8601 durations of units that have a fixed length.

/// The most digits of one number, behind whose sum no 128 bits end.
const DIGITS: usize = 20;
/// The most digits of a fraction: nanoseconds.
const PLACES: usize = 9;

const SECOND: i128 = 1_000_000_000;
const MINUTE: i128 = 60 * SECOND;
const HOUR: i128 = 60 * MINUTE;
const DAY: i128 = 24 * HOUR;
const WEEK: i128 = 7 * DAY;

/// The texts that [`duration`] reads, as a regular expression of ECMA-262.
pub const PATTERN: &str = "^P(?:[0-9]{1,20}W|[0-9]{1,20}D(?:T(?:[0-9]{1,20}H(?:[0-9]{1,20}M)?(?:[0-9]{1,20}(?:\\.[0-9]{1,9})?S)?|[0-9]{1,20}M(?:[0-9]{1,20}(?:\\.[0-9]{1,9})?S)?|[0-9]{1,20}(?:\\.[0-9]{1,9})?S))?|T(?:[0-9]{1,20}H(?:[0-9]{1,20}M)?(?:[0-9]{1,20}(?:\\.[0-9]{1,9})?S)?|[0-9]{1,20}M(?:[0-9]{1,20}(?:\\.[0-9]{1,9})?S)?|[0-9]{1,20}(?:\\.[0-9]{1,9})?S))$";

/// The length of a duration as ISO 8601 writes it, in nanoseconds; none for any other text.
///
/// Weeks stand alone: `P2W`. Otherwise there are days of 24 hours, hours, minutes and seconds, each
/// at most once and in this order, and at least one of them. Seconds may have a fraction of up to
/// nine digits. Years and months have no fixed length, so that a text with one is no duration.
///
/// ```
/// use stipula_rules::duration::duration;
///
/// assert_eq!(duration("PT1.5S"), Some(1_500_000_000));
/// assert_eq!(duration("P1DT12H"), duration("PT36H"));
/// assert_eq!(duration("P1M"), None);
/// assert_eq!(duration("P1DT"), None);
/// ```
pub fn duration(text: &str) -> Option<i128> {
    let rest = text.strip_prefix('P')?;
    if let Some(weeks) = rest.strip_suffix('W') {
        return Some(whole(weeks)? * WEEK);
    }
    let (days, clock) = match rest.split_once('T') {
        Some((days, clock)) => (days, Some(clock)),
        None => (rest, None),
    };
    let days = match (days, clock) {
        ("", Some(_)) => 0,
        (days, _) => whole(days.strip_suffix('D')?)? * DAY,
    };
    Some(days + clock.map_or(Some(0), of_clock)?)
}

/// A length in nanoseconds as ISO 8601 writes it; none when it is negative or too long.
///
/// ```
/// use stipula_rules::duration::written;
///
/// assert_eq!(written(90_500_000_000).as_deref(), Some("PT1M30.5S"));
/// assert_eq!(written(0).as_deref(), Some("PT0S"));
/// assert_eq!(written(-1), None);
/// ```
pub fn written(nanoseconds: i128) -> Option<String> {
    if nanoseconds < 0 {
        return None;
    }
    let part = |number: i128, unit: char| (number > 0).then(|| format!("{number}{unit}"));
    let (days, rest) = (nanoseconds / DAY, nanoseconds % DAY);
    let (seconds, nanos) = (rest % MINUTE / SECOND, rest % SECOND);
    let fraction = format!(".{nanos:09}");
    let seconds = match nanos {
        0 => part(seconds, 'S'),
        _ => Some(format!("{seconds}{}S", fraction.trim_end_matches('0'))),
    };
    let clock = [
        part(rest / HOUR, 'H'),
        part(rest % HOUR / MINUTE, 'M'),
        seconds,
    ];
    let clock: String = clock.into_iter().flatten().collect();
    let text = match (part(days, 'D').unwrap_or_default(), clock) {
        (days, clock) if days.is_empty() && clock.is_empty() => "PT0S".to_owned(),
        (days, clock) if clock.is_empty() => format!("P{days}"),
        (days, clock) => format!("P{days}T{clock}"),
    };
    Some(text).filter(|text| duration(text).is_some())
}

/// Hours, minutes and seconds, of which there is at least one.
fn of_clock(text: &str) -> Option<i128> {
    let (hours, rest) = leading(text, 'H')?;
    let (minutes, rest) = leading(rest, 'M')?;
    let seconds = match rest {
        "" => 0,
        rest => seconds(rest.strip_suffix('S')?)?,
    };
    (!text.is_empty()).then_some(hours * HOUR + minutes * MINUTE + seconds)
}

/// The number before a unit, 0 without that unit; and what follows.
fn leading(text: &str, unit: char) -> Option<(i128, &str)> {
    match text.split_once(unit) {
        Some((number, rest)) => Some((whole(number)?, rest)),
        None => Some((0, text)),
    }
}

fn seconds(text: &str) -> Option<i128> {
    let Some((seconds, fraction)) = text.split_once('.') else {
        return Some(whole(text)? * SECOND);
    };
    let places = fraction.len();
    let part = whole(fraction).filter(|_| places <= PLACES)?;
    let missing = u32::try_from(PLACES - places).ok()?;
    Some(whole(seconds)? * SECOND + part * 10_i128.pow(missing))
}

/// Digits and nothing else.
fn whole(digits: &str) -> Option<i128> {
    let is_number = digits.bytes().all(|it| it.is_ascii_digit());
    let fits = is_number && digits.len() <= DIGITS;
    fits.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_units_of_a_fixed_length() {
        for (text, expected) in [
            ("PT0S", 0),
            ("P0D", 0),
            ("P2W", 2 * WEEK),
            ("P1D", DAY),
            ("P1DT1S", DAY + SECOND),
            ("PT5M30S", 5 * MINUTE + 30 * SECOND),
            ("PT1H5S", HOUR + 5 * SECOND),
            ("PT36H", 36 * HOUR),
            ("PT0.000000001S", 1),
            ("PT1.50S", 1_500_000_000),
            ("P1DT2H3M4.5S", DAY + 2 * HOUR + 3 * MINUTE + 4_500_000_000),
            ("PT18446744073709551615S", i128::from(u64::MAX) * SECOND),
        ] {
            assert_eq!(duration(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn refuses_everything_else() {
        for bad in [
            "",
            "P",
            "PT",
            "P1DT",
            "P1Y",
            "P1M",
            "P1Y2M",
            "P1W1D",
            "P1WT1H",
            "PT1S1M",
            "PT1.5M",
            "PT1,5S",
            "PT.5S",
            "PT1.S",
            "PT1.0000000001S",
            "-P1D",
            "P-1D",
            "+P1D",
            "p1d",
            "PT1s",
            "P1D ",
            " P1D",
            "1D",
            "P1H",
            "PT1D",
            "PT1H1H",
            "P\u{661}D",
            "PTS",
            "PD",
            "PW",
            "P100000000000000000000D",
            "P1D\n",
        ] {
            assert_eq!(duration(bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for nanos in [
            0,
            1,
            SECOND,
            MINUTE - 1,
            MINUTE,
            HOUR + 1,
            DAY,
            WEEK,
            10 * WEEK + 90 * SECOND,
        ] {
            let text = written(nanos).unwrap();
            assert_eq!(duration(&text), Some(nanos), "{text}");
        }
        assert_eq!(written(36 * HOUR).as_deref(), Some("P1DT12H"));
        assert_eq!(written(i128::MAX), None);
    }
}
