//! A number in JSON, taken apart: nothing is rounded, and no exponent is written out.

use std::cmp::Ordering;

/// Sign, digits and place of a number; `digits` are without zeros at either end.
#[derive(Debug, Clone, Copy)]
pub struct Parts<'a> {
    /// Whether it has a minus.
    pub negative: bool,
    whole: &'a str,
    fraction: &'a str,
    /// The power of ten of the first digit that counts.
    lead: i64,
}

/// Beyond what any number has that a machine can hold; far from the ends of `i64`.
const FAR: i64 = i64::MAX / 8;

impl<'a> Parts<'a> {
    /// Nothing.
    pub const ZERO: Parts<'static> = Parts {
        negative: false,
        whole: "",
        fraction: "",
        lead: 0,
    };

    /// The parts of a number; `None` for anything else. Its grammar is that of JSON.
    pub fn of(text: &'a str) -> Option<Self> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, self::exponent(exponent)?),
            None => (rest, 0),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return None,
            None => (mantissa, ""),
        };
        if !is_digits(whole) || (whole.len() > 1 && whole.starts_with('0')) {
            return None;
        }
        Some(Self::new(negative, whole, fraction, exponent))
    }

    /// The parts of an integer; zeros may stand in front.
    pub fn of_digits(text: &'a str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let negative = digits.len() != text.len();
        is_digits(digits).then(|| Self::new(negative, digits, "", 0))
    }

    fn new(negative: bool, whole: &'a str, fraction: &'a str, exponent: i64) -> Self {
        let significant = whole.trim_start_matches('0');
        let (whole, fraction, place) = if significant.is_empty() {
            let small = fraction.trim_start_matches('0');
            ("", small, length(small) - length(fraction) - 1)
        } else {
            (significant, fraction, length(significant) - 1)
        };
        let fraction = fraction.trim_end_matches('0');
        let whole = if fraction.is_empty() {
            whole.trim_end_matches('0')
        } else {
            whole
        };
        Self {
            negative,
            whole,
            fraction,
            lead: place.saturating_add(exponent).clamp(-FAR, FAR),
        }
    }

    /// The digits that count, as bytes from `b'0'` to `b'9'`.
    pub fn digits(&self) -> impl Iterator<Item = u8> + Clone + use<'a> {
        self.whole.bytes().chain(self.fraction.bytes())
    }

    /// How many digits count; none in zero.
    pub fn count(&self) -> usize {
        self.whole.len() + self.fraction.len()
    }

    /// Whether no digit counts.
    pub fn is_zero(&self) -> bool {
        self.count() == 0
    }

    /// The power of ten of the first digit that counts.
    pub fn lead(&self) -> i64 {
        self.lead
    }

    /// The power of ten of the last digit that counts.
    pub fn last(&self) -> i64 {
        self.lead - i64::try_from(self.count()).unwrap_or(FAR) + 1
    }

    /// The number, if it is whole and fits.
    pub fn whole(&self) -> Option<i128> {
        if self.is_zero() {
            return Some(0);
        }
        let zeros = u32::try_from(self.last()).ok()?;
        let digits = self.digits().try_fold(0_i128, |sum, digit| {
            sum.checked_mul(10)?.checked_add((digit - b'0').into())
        })?;
        let number = digits.checked_mul(10_i128.checked_pow(zeros)?)?;
        Some(if self.negative { -number } else { number })
    }

    /// How two numbers compare by value.
    pub fn compare(&self, other: &Parts<'_>) -> Ordering {
        match (self.sign(), other.sign()) {
            (1, 1) => self.compare_size(other),
            (-1, -1) => other.compare_size(self),
            (own, other) => own.cmp(&other),
        }
    }

    fn sign(&self) -> i8 {
        match (self.is_zero(), self.negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }

    fn compare_size(&self, other: &Parts<'_>) -> Ordering {
        let place = self.lead.cmp(&other.lead);
        place.then_with(|| self.digits().cmp(other.digits()))
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What follows the `e`; one beyond all bounds is far away.
fn exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !is_digits(digits) {
        return None;
    }
    let size = digits.parse().unwrap_or(FAR).min(FAR);
    Some(if text.starts_with('-') { -size } else { size })
}

fn length(text: &str) -> i64 {
    i64::try_from(text.len()).unwrap_or(FAR)
}
