//! Texts, numbers and booleans.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer};

use super::{Fit, Kind, Mismatch, Reader, Slot, deserialize_request};
use crate::{Decimal, UnixMillis, UnixSeconds};
use stipula_rules::{digits::Parts, number_text};

const TEXT: &str = "a text";
const NUMBER: &str = "a number";
const NUMBER_AS_TEXT: &str = "a number, as text";
const NO_NUMBER: &str = "a text that is not a number";
const BOOLEAN: &str = "`true` or `false`";

impl<'t> Reader<'t> {
    /// Takes the next value as a text; where that is lenient, also the digits of a number, and
    /// `true` or `false`.
    pub fn any_text(&mut self) -> Result<Cow<'t, str>, Mismatch> {
        match self.kind() {
            Kind::Number | Kind::Boolean if self.lenient => Ok(self.cursor.word().into()),
            _ => self.text(TEXT),
        }
    }

    /// Takes the next value as a whole number between two bounds.
    fn whole(
        &mut self,
        expected: &'static str,
        as_text: &'static str,
        fits: &dyn Fn(i128) -> bool,
    ) -> Result<i128, Mismatch> {
        if self.as_text && !self.lenient {
            let other = Mismatch::new(as_text, "another text");
            let number = number_text::whole(&self.text(as_text)?);
            return number.filter(|it| fits(*it)).ok_or(other);
        }
        let (kind, answer) = (self.kind(), self.is_answer());
        let number = match kind {
            Kind::Number => whole(self.cursor.word(), answer),
            Kind::Text if self.lenient && !self.is_empty_text() => {
                whole_of_text(&self.text(expected)?, answer)
            }
            _ => return Err(self.mismatch(expected)),
        };
        number
            .and_then(|it| fits(it).then_some(it).ok_or("a number beyond 64 bits"))
            .map_err(|found| Mismatch::new(expected, found))
    }
}

/// A whole number in JSON. In an answer `30.0` and `3e1` are some, too; in a request they are none,
/// as for everyone else who reads requests.
fn whole(number: &str, answer: bool) -> Result<i128, &'static str> {
    let plain = number.bytes().all(|it| it.is_ascii_digit() || it == b'-') && number != "-0";
    if !plain && !answer {
        return Err("a number with a fraction");
    }
    let parts = Parts::of(number).ok_or("a number")?;
    parts
        .whole()
        .ok_or(if !parts.is_zero() && parts.last() < 0 {
            "a number with a fraction"
        } else {
            "a number beyond 64 bits"
        })
}

/// A whole number in a text: digits, perhaps with a minus; in an answer also `30.0` and `3e1`.
fn whole_of_text(text: &str, answer: bool) -> Result<i128, &'static str> {
    if let Some(parts) = Parts::of_digits(text) {
        return parts.whole().ok_or("a number beyond 64 bits");
    }
    match Parts::of(text) {
        Some(_) if answer => whole(text, true),
        Some(_) => Err("a number with a fraction"),
        None if text.contains(char::is_whitespace) => Err("a text with white space"),
        None => Err(NO_NUMBER),
    }
}

impl Slot for String {
    fn vacant() -> Self {
        Self::new()
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        *self = from.any_text()?.into_owned();
        Ok(())
    }

    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

macro_rules! whole_numbers {
    ($($integer:ty: $expected:literal),*) => {$(
        impl Slot for $integer {
            fn vacant() -> Self {
                0
            }

            fn read(&mut self, from: &mut Reader<'_>) -> Fit {
                let fits = |number| Self::try_from(number).is_ok();
                let number = from.whole($expected, concat!($expected, ", as text"), &fits)?;
                *self = Self::try_from(number).unwrap_or_default();
                Ok(())
            }
        }
    )*};
}

whole_numbers!(
    i64: "a whole number of 64 bits",
    u64: "a whole number of 64 bits, not below zero"
);

macro_rules! times {
    ($($time:ident: $expected:literal),*) => {$(
        impl Slot for $time {
            fn vacant() -> Self {
                Self(0)
            }

            fn read(&mut self, from: &mut Reader<'_>) -> Fit {
                let fits = |number| i64::try_from(number).is_ok();
                let number = from.whole($expected, concat!($expected, ", as text"), &fits)?;
                self.0 = i64::try_from(number).unwrap_or_default();
                Ok(())
            }
        }
    )*};
}

times!(
    UnixMillis: "a time in milliseconds, a whole number",
    UnixSeconds: "a time in seconds, a whole number"
);

impl Slot for Decimal {
    fn vacant() -> Self {
        Self::default()
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        if from.as_text && !from.lenient {
            let other = Mismatch::new(NUMBER_AS_TEXT, "another text");
            let text = from.text(NUMBER_AS_TEXT)?;
            let number = number_text::is_decimal(&text).then(|| text.parse().ok());
            *self = number.flatten().ok_or(other)?;
            return Ok(());
        }
        let (kind, lenient) = (from.kind(), from.lenient);
        let number = match kind {
            Kind::Number => decimal(from.cursor.word(), "a number beyond every limit"),
            Kind::Text if lenient && !from.is_empty_text() => {
                let text = from.text(NUMBER)?;
                let beyond = "a text with a number beyond every limit";
                plain(&text).map_or(Err(NO_NUMBER), |number| decimal(&number, beyond))
            }
            _ => return Err(from.mismatch(NUMBER)),
        };
        *self = number.map_err(|found| Mismatch::new(NUMBER, found))?;
        Ok(())
    }
}

impl<'de> Deserialize<'de> for Decimal {
    /// Reads a number, digit for digit where `serde_json` reads a text.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        deserialize_request(from)
    }
}

fn decimal(number: &str, beyond: &'static str) -> Result<Decimal, &'static str> {
    number.parse().map_err(|_| beyond)
}

/// A number as JSON writes it, of a text that writes it otherwise: `+1`, `01`, `.5`, `1.`.
fn plain(text: &str) -> Option<Cow<'_, str>> {
    if Parts::of(text).is_some() {
        return Some(text.into());
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let end = unsigned.find(['e', 'E']).unwrap_or(unsigned.len());
    let (mantissa, exponent) = unsigned.split_at(end);
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let sign = if text.starts_with('-') { "-" } else { "" };
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    let number = format!("{sign}{whole}{point}{fraction}{exponent}");
    Parts::of(&number).is_some().then_some(number.into())
}

impl Slot for f64 {
    fn vacant() -> Self {
        0.0
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        *self = from.value::<Decimal>()?.to_f64();
        Ok(())
    }
}

impl Slot for bool {
    fn vacant() -> Self {
        false
    }

    fn read(&mut self, from: &mut Reader<'_>) -> Fit {
        let (kind, lenient) = (from.kind(), from.lenient);
        let mismatch = from.mismatch(BOOLEAN);
        let word = match kind {
            Kind::Boolean => from.cursor.word().into(),
            Kind::Text if lenient => from.text(BOOLEAN)?,
            _ => return Err(mismatch),
        };
        *self = match &*word {
            "true" => true,
            "false" => false,
            _ => return Err(mismatch),
        };
        Ok(())
    }
}
