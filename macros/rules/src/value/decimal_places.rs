//! `decimal_places`: a number in digits, with so many after the point.

use super::digits::Exact;
use super::{Judge, Shape, ValueRule};
use crate::wording::{Case, Wording};
use crate::{Arg, Unit};

/// The page of a spec counts the digits of a whole number, too.
const DOCS: &str = "A decimal number with at most {count} after the point.";

pub(super) const RULE: &ValueRule = &ValueRule::new(
    "decimal_places",
    Judge::Digits {
        text: |text, arg| Some(decimal_places(text, most(arg)?)),
        number: |number, arg| Some(has_decimal_places(&number, most(arg)?)),
    },
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

fn most(arg: Arg<'_>) -> Option<u32> {
    match arg {
        Arg::Decimals(places) => Some(places),
        _ => None,
    }
}

/// Whether a number has at most `places` digits after the point, by its value: `1.500` has one. It
/// may be negative.
pub fn has_decimal_places(number: &Exact, places: u32) -> bool {
    number.decimal_places() <= places.into()
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
    use super::{RULE, decimal_places};
    use crate::{Arg, Value};

    #[test]
    fn a_number_counts_by_its_value() {
        for (number, places) in [
            ("0", 0),
            ("-0.000", 0),
            ("1500", 0),
            ("1.5e3", 0),
            ("1e300", 0),
            ("1.500", 1),
            ("15e-1", 1),
            ("-0.25", 2),
            ("0.00e-9", 0),
            ("1e-7", 7),
            ("0.0120", 3),
            // No double holds these.
            ("9007199254740993.01", 2),
            ("1.00000000000000000000000000000000000000000001", 44),
        ] {
            let keeps = |most| {
                let value = Value::<'_, ()>::Decimal(number.parse().unwrap());
                RULE.keeps(value, Arg::Decimals(most))
            };
            assert_eq!(keeps(places), Some(true), "{number}");
            if let Some(fewer) = places.checked_sub(1) {
                assert_eq!(keeps(fewer), Some(false), "{number}");
            }
        }
        let whole = Value::<'_, ()>::Integer(-5);
        assert_eq!(RULE.keeps(whole, Arg::Decimals(0)), Some(true));
        assert_eq!(RULE.keeps(whole, Arg::None), None);
        // A text is digits, as before: neither a sign nor an exponent.
        for text in ["-1", "15e-1"] {
            let text = Value::<'_, ()>::Text(text);
            assert_eq!(RULE.keeps(text, Arg::Decimals(1)), Some(false));
        }
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
