//! How long the head of an answer asks to wait.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, HeaderName, RETRY_AFTER};
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;

/// `Retry-After`, as seconds or as a date; `now` is our time.
///
/// A date is on the server's clock, so it is compared with the `Date` of the same answer, and with our
/// time only where the answer has none. A date that is over asks for no wait.
pub(super) fn of(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = text(headers, &RETRY_AFTER)?;
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = date(text)?;
    let theirs = self::text(headers, &DATE).and_then(date);
    let now = theirs.or_else(|| Timestamp::try_from(now).ok())?;
    Some(until.duration_since(now).try_into().unwrap_or_default())
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    Some(headers.get(name)?.to_str().ok()?.trim())
}

/// A date as HTTP writes it: `Wed, 21 Oct 2015 07:28:00 GMT`.
fn date(text: &str) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_or_a_date() {
        // Our clock is an hour behind theirs.
        let ours = SystemTime::UNIX_EPOCH + Duration::from_mins(24_090_148);
        let (until, now) = (
            "Wed, 21 Oct 2015 07:28:00 GMT",
            "Wed, 21 Oct 2015 07:27:30 GMT",
        );
        for (after, date, seconds) in [
            ("120", None, Some(120)),
            (" 7 ", None, Some(7)),
            (until, Some(now), Some(30)),
            (until, None, Some(3600)),
            (until, Some("soon"), Some(3600)),
            (now, Some(until), Some(0)),
            ("soon", Some(now), None),
            ("-1", None, None),
            ("1.5", None, None),
            ("", None, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, after.parse().unwrap());
            if let Some(date) = date {
                headers.insert(DATE, date.parse().unwrap());
            }
            let wait = of(&headers, ours).map(|it| it.as_secs());
            assert_eq!(wait, seconds, "{after} at {date:?}");
        }
        assert_eq!(of(&HeaderMap::new(), ours), None);
    }
}
