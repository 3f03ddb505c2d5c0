//! The value rules, as small pure questions that derived code asks.

#[cfg(feature = "pattern")]
mod pattern;
mod scan;
mod url;

#[cfg(feature = "pattern")]
pub use pattern::{Pattern, matches};
pub use scan::Scan;
pub use url::is_url;

/// Whether `text` has more than `max` characters (Unicode scalar values).
#[inline]
pub fn too_long(text: &str, max: usize) -> bool {
    // A character has one byte at least, so most texts need no counting.
    text.len() > max && has_more(text, max)
}

// Apart, so that the common case stays small where it is used. Counting all of them is faster than
// looking for the end of the first ones.
#[inline(never)]
fn has_more(text: &str, max: usize) -> bool {
    // The caller has seen more bytes than that.
    text.is_ascii() || text.chars().count() > max
}

/// Whether `text` has fewer than `min` characters (Unicode scalar values).
#[inline]
pub fn too_short(text: &str, min: usize) -> bool {
    text.len() < min || (min > 0 && text.chars().nth(min - 1).is_none())
}

/// Whether `text` has more than `max` bytes in UTF-8.
#[inline]
pub fn too_many_bytes(text: &str, max: usize) -> bool {
    text.len() > max
}

/// Whether `value` lies outside the inclusive range; an absent end is open.
#[inline]
pub fn out_of_range(value: i64, min: Option<i64>, max: Option<i64>) -> bool {
    min.is_some_and(|min| value < min) || max.is_some_and(|max| value > max)
}

/// The index of the first item that an earlier item equals.
///
/// Compares every pair: meant for the short lists of requests.
pub fn duplicate<T: PartialEq>(items: &[T]) -> Option<usize> {
    items
        .iter()
        .enumerate()
        .position(|(index, item)| items.iter().take(index).any(|earlier| earlier == item))
}

/// Whether `text` is digits, optionally followed by `.` and one to `places` digits.
pub fn decimal_places(text: &str, places: u32) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        None => digits(text),
        Some((whole, fraction)) => {
            digits(whole)
                && digits(fraction)
                && u32::try_from(fraction.len()).is_ok_and(|n| n <= places)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_not_bytes() {
        assert!(!too_long("戲票", 2) && too_long("戲票!", 2));
        assert!(!too_long("", 0) && too_long("a", 0));
        assert!(!too_short("戲票", 2) && too_short("戲票", 3) && !too_short("", 0));
        assert!(too_many_bytes("戲", 2) && !too_many_bytes("戲", 3));
    }

    #[test]
    fn ranges_are_inclusive() {
        assert!(!out_of_range(1, Some(1), Some(1)));
        assert!(out_of_range(0, Some(1), None) && out_of_range(2, None, Some(1)));
        assert!(!out_of_range(i64::MIN, None, None));
    }

    #[test]
    fn finds_the_first_repeat() {
        assert_eq!(duplicate(&["a", "b", "c"]), None);
        assert_eq!(duplicate(&["a", "b", "b", "a"]), Some(2));
    }

    #[test]
    fn decimals() {
        for good in ["5", "4.5", "0.0"] {
            assert!(decimal_places(good, 1), "{good}");
        }
        for bad in ["", ".", "4.", ".5", "4.55", "-1", "1e3", " 1", "١"] {
            assert!(!decimal_places(bad, 1), "{bad}");
        }
        assert!(!decimal_places("4.5", 0));
    }
}
