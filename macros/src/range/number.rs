//! Ends that are numbers, with or without a unit.

use super::{Edge, End, Mistake, Of, Value, duration};

/// What floats hold whatever they are.
const DIGITS: usize = 15;

/// Suffixes of literals, which say nothing that the field does not say.
const TYPES: &[&str] = &[
    "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32",
    "f64",
];

/// A number, or a duration where it has a unit.
pub(super) fn number(text: &str, edge: Edge) -> Result<(Of, End), Mistake> {
    let digits = text.trim_start_matches('-');
    let end = digits
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(digits.len());
    let (digits, unit) = digits.split_at(end);
    if digits == "0" && unit.starts_with(['x', 'b', 'o']) {
        return Err((
            format!("`{text}` is not written in tens"),
            "write the number in decimal digits",
        ));
    }
    let sign = if text.starts_with('-') { "-" } else { "" };
    let plain = format!("{sign}{digits}");
    if !unit.is_empty() && !TYPES.contains(&unit) {
        let value = Value::Whole(duration(&plain, unit)?);
        return Ok((
            Of::Durations,
            End {
                text: text.to_owned(),
                value,
                edge,
            },
        ));
    }
    let value = if plain.contains('.') {
        decimal(&plain)?
    } else {
        whole(&plain)?
    };
    let text = plain;
    Ok((Of::Numbers, End { text, value, edge }))
}

fn whole(text: &str) -> Result<Value, Mistake> {
    let whole = text.parse().map(Value::Whole);
    let large = || text.parse().map(Value::Large);
    whole.or_else(|_| large()).map_err(|_| {
        (
            format!("{text} does not fit 128 bits"),
            "no integer of the standard library is so large",
        )
    })
}

fn decimal(text: &str) -> Result<Value, Mistake> {
    let digits = text
        .trim_start_matches(['-', '0', '.'])
        .chars()
        .filter(char::is_ascii_digit);
    let unreadable = || {
        (
            format!("`{text}` is no number"),
            "write digits, a point and digits",
        )
    };
    if digits.count() > DIGITS {
        return Err((
            format!("{text} has more than {DIGITS} digits"),
            "floats do not hold more of them; write fewer digits, or a whole number",
        ));
    }
    let double: f64 = text.parse().map_err(|_| unreadable())?;
    let single: f32 = text.parse().map_err(|_| unreadable())?;
    Ok(Value::Decimal(double, single))
}
