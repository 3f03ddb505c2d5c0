//! Numbers with a fraction, digit for digit.

mod number;
#[cfg(test)]
mod tests;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use stipula_rules::digits::Parts;

/// A number with a fraction, kept as its digits: `10.00` stays `10.00`.
///
/// It compares by value and exactly, so `10.00` equals `10`. It is written to JSON as a number with
/// the same digits. Its size is that of a double, at most about 1.8 × 10³⁰⁸, so that every JSON
/// reader can take it.
///
/// ```
/// use stipula::Decimal;
///
/// let price: Decimal = "10.00".parse()?;
/// assert_eq!(price, Decimal::from(10));
/// assert!(price < "10.01".parse::<Decimal>()?);
/// assert_eq!(price.as_str(), "10.00");
/// assert_eq!(serde_json::to_string(&price)?, "10.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Decimal(Box<str>);

/// A text that is no [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecimalError {
    found: &'static str,
}

impl Decimal {
    /// The digits, as JSON writes a number.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The nearest double.
    pub fn to_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::NAN)
    }

    /// The same number as an integer; `None` where it has a fraction, or more than 64 bits.
    ///
    /// ```
    /// # use stipula::Decimal;
    /// let three: Decimal = "3.0".parse().unwrap();
    /// assert_eq!(three.to_i64(), Some(3));
    /// ```
    pub fn to_i64(&self) -> Option<i64> {
        self.parts()?.whole()?.try_into().ok()
    }

    pub(crate) fn parts(&self) -> Option<Parts<'_>> {
        Parts::of(&self.0)
    }
}

impl Default for Decimal {
    fn default() -> Self {
        Self("0".into())
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads a number as JSON writes it: `-1.50`, `1e3`; neither `+1` nor `.5`, no spaces.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let found = match Parts::of(text) {
            None => "a text that is not a number",
            Some(_) if text.parse().is_ok_and(f64::is_finite) => return Ok(Self(text.into())),
            Some(_) => "a number beyond every limit",
        };
        Err(DecimalError { found })
    }
}

macro_rules! from_integers {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Decimal {
            fn from(number: $integer) -> Self {
                Self(number.to_string().into())
            }
        }
    )*};
}

from_integers!(
    i8, i16, i32, i64, i128, isize, u8, u16, u32, u64, u128, usize
);

impl TryFrom<f64> for Decimal {
    type Error = DecimalError;

    /// The shortest digits that mean this double; refused is what is not finite.
    fn try_from(number: f64) -> Result<Self, DecimalError> {
        if !number.is_finite() {
            let found = "no finite number";
            return Err(DecimalError { found });
        }
        let text = number.to_string();
        Ok(Self(text.into()))
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({})", self.0)
    }
}

impl fmt::Display for DecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected a number, found {}", self.found)
    }
}

impl std::error::Error for DecimalError {}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.parts(), other.parts()) {
            (Some(own), Some(other)) => own.compare(&other),
            // Nothing makes one without parts.
            _ => self.0.cmp(&other.0),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Some(parts) = self.parts() else { return };
        parts.digits().for_each(|digit| digit.hash(state));
        if !parts.is_zero() {
            (parts.negative, parts.lead()).hash(state);
        }
    }
}

impl Serialize for Decimal {
    /// A number, with the same digits where the format is JSON of `serde_json`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // What every format writes in one way needs no help of `serde_json`.
        if let Ok(number) = self.0.parse::<i64>()
            && &*self.0 != "-0"
        {
            return serializer.serialize_i64(number);
        }
        let double = self.to_f64();
        if (0.001..1e15).contains(&double.abs()) && double.to_string() == *self.0 {
            return serializer.serialize_f64(double);
        }
        match serde_json::from_str::<&RawValue>(&self.0) {
            Ok(raw) => raw.serialize(serializer),
            Err(_) => serializer.serialize_f64(self.to_f64()),
        }
    }
}
