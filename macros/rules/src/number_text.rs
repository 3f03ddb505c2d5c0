//! Numbers that travel as text: the one text of a whole number, and texts of numbers with a fraction.

use crate::digits::Parts;

/// The most digits of an exponent.
const EXPONENT: usize = 4;

/// The number that a text writes as JSON would: `-5`, and neither `05` nor `+5`.
///
/// ```
/// use stipula_rules::number_text::whole;
///
/// assert_eq!(whole("-5"), Some(-5));
/// assert_eq!((whole("05"), whole("-0"), whole("5.0")), (None, None, None));
/// ```
pub fn whole(text: &str) -> Option<i128> {
    let number: i128 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

/// Whether a text writes a number as JSON would: `12.50`, `-1e3`, and neither `.5` nor `+1`.
///
/// ```
/// use stipula_rules::number_text::is_decimal;
///
/// assert!(is_decimal("12.50") && is_decimal("-1e3"));
/// assert!(!is_decimal(".5") && !is_decimal("+1") && !is_decimal("1e99999"));
/// ```
pub fn is_decimal(text: &str) -> bool {
    let exponent = text
        .split_once(['e', 'E'])
        .map_or("", |(_, exponent)| exponent);
    let digits = exponent.trim_start_matches(['+', '-']);
    digits.len() <= EXPONENT && Parts::of(text).is_some()
}

/// The texts of whole numbers of 64 bits, as a regular expression of ECMA-262.
pub fn integers() -> String {
    format!(
        "^(?:0|-?(?:{})|{})$",
        up_to(&i64::MAX.to_string()),
        i64::MIN
    )
}

/// The texts of whole numbers of 64 bits that are not negative.
pub fn unsigned() -> String {
    format!("^(?:0|{})$", up_to(&u64::MAX.to_string()))
}

/// The texts of numbers with a fraction.
pub fn decimals() -> String {
    format!("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{{1,{EXPONENT}}})?$")
}

/// The numbers from 1 to one that has these digits: shorter ones, then those that have a lower digit
/// at some place, then itself.
fn up_to(most: &str) -> String {
    let places = most.len() - 1;
    let mut ways = vec![format!("[1-9][0-9]{{0,{}}}", places - 1)];
    for (at, digit) in most.bytes().enumerate() {
        let least = if at == 0 { b'1' } else { b'0' };
        if digit > least {
            let (least, below) = (char::from(least), char::from(digit - 1));
            ways.push(format!(
                "{}[{least}-{below}][0-9]{{{}}}",
                &most[..at],
                places - at
            ));
        }
    }
    ways.push(most.to_owned());
    ways.join("|")
}
