//! Ends that are durations or moments, in nanoseconds.

use super::Mistake;

const SECOND: i128 = 1_000_000_000;

/// Units of durations, in nanoseconds.
const UNITS: &[(&str, i128)] = &[
    ("ns", 1),
    ("us", 1_000),
    ("ms", 1_000_000),
    ("s", SECOND),
    ("min", 60 * SECOND),
    ("h", 3600 * SECOND),
    ("d", 24 * 3600 * SECOND),
];

/// The duration of so many units.
pub(crate) fn duration(digits: &str, unit: &str) -> Result<i128, Mistake> {
    let Some((_, nanos)) = UNITS.iter().find(|(name, _)| *name == unit) else {
        return Err((
            format!("`{unit}` is no unit of time"),
            "units are `ns`, `us`, `ms`, `s`, `min`, `h` and `d`",
        ));
    };
    let too_long = || (format!("{digits}{unit} is too long"), "write fewer digits");
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    // As one number, of which the digits behind the point make a part.
    let all: i128 = format!("{whole}{fraction}")
        .parse()
        .map_err(|_| too_long())?;
    let places = u32::try_from(fraction.len()).map_err(|_| too_long())?;
    let part = 10_i128.checked_pow(places).ok_or_else(too_long)?;
    let total = all.checked_mul(*nanos).ok_or_else(too_long)?;
    if total % part != 0 {
        return Err((
            format!("{digits}{unit} is no whole number of nanoseconds"),
            "write fewer digits",
        ));
    }
    Ok(total / part)
}

/// The duration of a text as ISO 8601 has it: `PT5M30S`.
pub(super) fn long(text: &str) -> Result<i128, Mistake> {
    stipula_rules::duration::duration(text).ok_or_else(|| {
        (
            format!("`{text}` is no duration"),
            "write weeks, or days, hours, minutes and seconds: `P2W`, `PT5M30S`; years and months have no fixed length",
        )
    })
}

/// The moment of a text as RFC 3339 has it: `2024-01-31T12:00:00.5+08:00`.
pub(crate) fn moment(text: &str) -> Result<i128, Mistake> {
    read(text).ok_or_else(|| {
        (
            format!("`{text}` is no moment"),
            "write a date, a time and an offset: `2024-01-31T12:00:00Z`, `2024-01-31T12:00:00+08:00`",
        )
    })
}

fn read(text: &str) -> Option<i128> {
    let (date, rest) = text.split_once(['T', 't', ' '])?;
    let [year, month, day] = numbers(date, '-', &[4, 2, 2])?[..] else {
        return None;
    };
    let is_date = (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
    let place = rest.find(['Z', 'z', '+', '-'])?;
    let (time, place) = rest.split_at(place);
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let [hour, minute, second] = numbers(time, ':', &[2, 2, 2])?[..] else {
        return None;
    };
    let is_time = hour < 24 && minute < 60 && second < 60;
    let is_fraction =
        (1..=9).contains(&fraction.len()) && fraction.bytes().all(|it| it.is_ascii_digit());
    if !(is_date && is_time && is_fraction) {
        return None;
    }
    let fraction: i128 = format!("{fraction:0<9}").parse().ok()?;
    let seconds = since_1970(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
    Some(i128::from(seconds - offset(place)?) * SECOND + fraction)
}

/// So many digits each, with this between them.
fn numbers(text: &str, between: char, widths: &[usize]) -> Option<Vec<i64>> {
    let parts: Vec<&str> = text.split(between).collect();
    let is_number = |(part, width): (&&str, &usize)| {
        part.len() == *width && part.bytes().all(|it| it.is_ascii_digit())
    };
    let fits = parts.len() == widths.len() && parts.iter().zip(widths).all(is_number);
    fits.then_some(())?;
    parts.iter().map(|part| part.parse().ok()).collect()
}

/// Seconds that clocks of a place are ahead.
fn offset(place: &str) -> Option<i64> {
    if place.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let (sign, rest) = place.split_at_checked(1)?;
    let [hours, minutes] = numbers(rest, ':', &[2, 2])?[..] else {
        return None;
    };
    let ahead = hours * 3600 + minutes * 60;
    (hours < 24 && minutes < 60).then_some(if sign == "-" { -ahead } else { ahead })
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01.
fn since_1970(year: i64, month: i64, day: i64) -> i64 {
    let before = year - 1;
    let leaps = before / 4 - before / 100 + before / 400;
    let months: i64 = (1..month).map(|month| days(year, month)).sum();
    before * 365 + leaps + months + day - 1 - 719_162
}

#[cfg(test)]
mod tests {
    use super::{duration, moment};

    #[test]
    fn moments() {
        for (text, expected) in [
            ("1970-01-01T00:00:00Z", 0),
            ("1970-01-01T08:00:00+08:00", 0),
            ("1969-12-31T23:59:59.5Z", -500_000_000),
            ("2000-02-29T00:00:00z", 951_782_400_000_000_000),
            ("2024-05-22T01:29:01-05:30", 1_716_361_141_000_000_000),
            ("0001-01-01T00:00:00Z", -62_135_596_800_000_000_000),
            (
                "9999-12-31T23:59:59.999999999Z",
                253_402_300_799_999_999_999,
            ),
        ] {
            assert_eq!(moment(text).ok(), Some(expected), "{text}");
        }
        for text in [
            "",
            "2024",
            "2024-01-01",
            "2024-01-01T00:00:00",
            "2024-02-30T00:00:00Z",
            "2023-02-29T00:00:00Z",
            "2024-13-01T00:00:00Z",
            "2024-01-01T24:00:00Z",
            "2024-01-01T00:00:00.Z",
            "2024-1-1T00:00:00Z",
            "2024-01-01T00:00:00+8",
            "2024-01-01T00:00:00Zx",
            "+024-01-01T00:00:00Z",
        ] {
            assert!(moment(text).is_err(), "{text}");
        }
    }

    #[test]
    fn durations() {
        for (digits, unit, expected) in [
            ("1", "ns", 1),
            ("-1.5", "us", -1500),
            ("0.000000001", "s", 1),
            ("1.5", "min", 90_000_000_000),
            ("2", "h", 7_200_000_000_000),
            ("1", "d", 86_400_000_000_000),
        ] {
            assert_eq!(
                duration(digits, unit).ok(),
                Some(expected),
                "{digits}{unit}"
            );
        }
        assert!(duration("1", "m").is_err() && duration("0.5", "ns").is_err());
    }
}
