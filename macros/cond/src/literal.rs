//! Literals: unescaping of strings and reading of numbers.

use proc_macro2::{Literal, Span};

use crate::ast::ValueKind;
use crate::error::{Error, ErrorKind};

const NOT_TEXT: &str = "only plain strings and decimal numbers are values";
const BAD_ESCAPE: &str = "this escape is not known; use `\\\\`, `\\\"`, `\\n`, `\\t` or `\\u{…}`";
const BAD_NUMBER: &str = "a number is written with decimal digits, without exponent or suffix";
const TOO_LARGE: &str = "this number does not fit into 64 bits";

/// Reads a literal; `negative` when a minus stands before it.
pub(crate) fn read(literal: &Literal, negative: bool, span: Span) -> Result<ValueKind, Error> {
    let fail = |reason| Error::new(ErrorKind::Literal(reason), span);
    let text = literal.to_string();
    match text.chars().next() {
        Some('0'..='9') => number(&text, negative).map_err(fail),
        Some('"' | 'r') if !negative => string(&text).map(ValueKind::Text).map_err(fail),
        _ => Err(fail(NOT_TEXT)),
    }
}

/// The text of a string literal, `None` for any other literal.
pub(crate) fn text_of(literal: &Literal) -> Option<Result<String, &'static str>> {
    let text = literal.to_string();
    (text.starts_with('"') || text.starts_with('r')).then(|| string(&text))
}

fn number(text: &str, negative: bool) -> Result<ValueKind, &'static str> {
    let mut digits = String::with_capacity(text.len() + 1);
    if negative {
        digits.push('-');
    }
    digits.extend(text.chars().filter(|c| *c != '_'));
    let body = digits.trim_start_matches('-');
    match body.split_once('.') {
        None if all_digits(body) => digits
            .parse()
            .map(ValueKind::Integer)
            .map_err(|_| TOO_LARGE),
        Some((whole, fraction)) if all_digits(whole) && all_digits(fraction) => {
            Ok(ValueKind::Decimal(digits))
        }
        _ => Err(BAD_NUMBER),
    }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn string(literal: &str) -> Result<String, &'static str> {
    if let Some(raw) = literal.strip_prefix('r') {
        let inner = raw.trim_matches('#');
        return inner
            .strip_prefix('"')
            .and_then(|s| s.strip_suffix('"'))
            .map(str::to_owned)
            .ok_or(NOT_TEXT);
    }
    let inner = literal
        .strip_prefix('"')
        .and_then(|s| s.strip_suffix('"'))
        .ok_or(NOT_TEXT)?;
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        out.push(if c == '\\' { escape(&mut chars)? } else { c });
    }
    Ok(out)
}

fn escape(chars: &mut std::str::Chars<'_>) -> Result<char, &'static str> {
    match chars.next() {
        Some('n') => Ok('\n'),
        Some('r') => Ok('\r'),
        Some('t') => Ok('\t'),
        Some('0') => Ok('\0'),
        Some(c @ ('\\' | '"' | '\'')) => Ok(c),
        Some('x') => {
            let digits: String = chars.by_ref().take(2).collect();
            from_hex(&digits)
        }
        Some('u') => {
            let digits: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
            from_hex(&digits.replace('_', ""))
        }
        _ => Err(BAD_ESCAPE),
    }
}

fn from_hex(digits: &str) -> Result<char, &'static str> {
    u32::from_str_radix(digits, 16)
        .ok()
        .and_then(char::from_u32)
        .ok_or(BAD_ESCAPE)
}
