//! `decimal_places`: a number in digits, with so many after the point.

use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};
use crate::{Arg, Unit};

/// The page of a spec counts the digits of a whole number, too.
const DOCS: &str = "A decimal number with at most {count} after the point.";

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "decimal_places",
    Judge::Text(|text, arg| match arg {
        Arg::Decimals(places) => Some(decimal_places(text, places)),
        _ => None,
    }),
    Shape::Decimals,
    &[
        Wording::new(Case::Zero, DOCS, "{at} must be a whole number in digits"),
        Wording::new(
            Case::Count,
            DOCS,
            "{at} must be a decimal number with at most {n} decimal place{s}",
        ),
    ],
)
.unit(Unit::Digits)
.key("most digits behind the point");

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
    use super::decimal_places;

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
