//! A decimal as rules and conditions look at it: a value that can be copied.

use std::cmp::Ordering;
use std::fmt::{self, Write as _};

use super::super::number::Number;
use super::parts::Parts;

/// How many digits are held: as many as 128 bits have room for.
const HELD: usize = 38;

/// A number with a fraction, exact to 38 digits; of longer ones it only knows that there is more.
#[derive(Debug, Clone, Copy)]
pub struct Exact {
    negative: bool,
    /// The power of ten of the first digit.
    lead: i64,
    /// The first digits, the first of all in the place of 10³⁷; zero for zero.
    digits: u128,
    /// The power of ten of the last digit that counts; zero for zero.
    last: i64,
    /// There are more digits, which are not all zero.
    more: bool,
}

impl Exact {
    /// The value of these digits.
    pub fn of(parts: &Parts<'_>) -> Self {
        let first = parts.digits().chain(std::iter::repeat(b'0')).take(HELD);
        let digits = first.fold(0, |sum, digit| sum * 10 + u128::from(digit - b'0'));
        Self {
            negative: parts.negative && !parts.is_zero(),
            lead: if parts.is_zero() { 0 } else { parts.lead() },
            digits,
            last: if parts.is_zero() { 0 } else { parts.last() },
            more: parts.count() > HELD,
        }
    }

    /// How many digits stand after the point when it is written without an exponent and without
    /// zeros at the end.
    ///
    /// ```
    /// use stipula_rules::digits::Exact;
    ///
    /// let places = |text: &str| text.parse().map(|it: Exact| it.decimal_places());
    /// assert_eq!(places("1.500"), Ok(1));
    /// assert_eq!(places("15e-1"), Ok(1));
    /// assert_eq!((places("1500"), places("-0.25")), (Ok(0), Ok(2)));
    /// ```
    pub fn decimal_places(&self) -> u64 {
        self.last.saturating_neg().try_into().unwrap_or(0)
    }

    /// How it compares with a double, which is the shortest number that means it: `0.1` is a tenth.
    pub fn beside(&self, double: f64) -> Option<Ordering> {
        if double.is_infinite() {
            return 0.0.partial_cmp(&double);
        }
        Self::written(format_args!("{double:e}")).map(|other| self.order(&other))
    }

    fn written(number: fmt::Arguments<'_>) -> Option<Self> {
        let mut text = Short {
            bytes: [0; 40],
            length: 0,
        };
        text.write_fmt(number).ok()?;
        Parts::of(text.as_str()).map(|it| Self::of(&it))
    }

    /// How two of them compare.
    pub fn order(&self, other: &Self) -> Ordering {
        let signed = |it: &Self| match (it.digits, it.negative) {
            (0, _) => 0,
            (_, true) => -1,
            (_, false) => 1,
        };
        let size = |it: &Self| (it.lead, it.digits, it.more);
        match (signed(self), signed(other)) {
            (1, 1) => size(self).cmp(&size(other)),
            (-1, -1) => size(other).cmp(&size(self)),
            (own, other) => own.cmp(&other),
        }
    }
}

impl From<i128> for Exact {
    fn from(whole: i128) -> Self {
        // It has 40 characters at most.
        let zero = || Self::of(&Parts::ZERO);
        Self::written(format_args!("{whole}")).unwrap_or_else(zero)
    }
}

/// A text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoNumber;

impl std::str::FromStr for Exact {
    type Err = NoNumber;

    /// Reads a number as JSON writes it.
    fn from_str(text: &str) -> Result<Self, NoNumber> {
        Parts::of(text)
            .map(|parts| Self::of(&parts))
            .ok_or(NoNumber)
    }
}

impl Number for Exact {
    fn compare(self, whole: i128) -> Option<Ordering> {
        Self::written(format_args!("{whole}")).map(|other| self.order(&other))
    }

    fn compare_large(self, whole: u128) -> Option<Ordering> {
        Self::written(format_args!("{whole}")).map(|other| self.order(&other))
    }

    fn compare_decimal(self, double: f64, _: f32) -> Option<Ordering> {
        self.beside(double)
    }

    /// A number of more than 38 digits is a multiple of nothing, for its end is not held.
    fn is_whole_multiple(self, of: u64) -> bool {
        let of = u128::from(of);
        if of == 0 || self.more {
            return false;
        }
        let (mut digits, mut power) = (self.digits, self.lead - 37);
        if digits == 0 {
            return true;
        }
        while digits % 10 == 0 {
            digits /= 10;
            power += 1;
        }
        // No double is larger than 10³⁰⁹, and no decimal than a double.
        let zeros = match u32::try_from(power) {
            Ok(zeros) if zeros < 400 => zeros,
            _ => return false,
        };
        (0..zeros).fold(digits % of, |rest, _| rest * 10 % of) == 0
    }
}

/// A short text on the stack.
struct Short {
    bytes: [u8; 40],
    length: usize,
}

impl Short {
    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl fmt::Write for Short {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end);
        room.ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}
