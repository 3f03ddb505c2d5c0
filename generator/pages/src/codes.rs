//! Result codes, from whatever table they stand in.

use super::{
    book::{Book, Said},
    words::pattern,
};
use stipula_facts::{Kind, place::below};

/// One documented result.
pub(super) struct Code<'a> {
    pub(super) name: &'a str,
    pub(super) class: &'a str,
    pub(super) message: &'a str,
    pub(super) line: usize,
}

/// Writes a code down.
pub(super) fn say(book: &mut Book, it: &Code<'_>) {
    let at = below("codes", it.name);
    let said = |words| Said {
        at: &at,
        line: it.line,
        words,
    };
    book.say(said(it.name), Kind::Code, it.name);
    if !it.class.is_empty() {
        book.say(said(it.class), Kind::Class, it.class);
    }
    if !it.message.is_empty() {
        book.say(said(it.message), Kind::Message, it.message);
    }
}

/// Whether a cell can be a result code.
pub(super) fn is_code(text: &str) -> bool {
    pattern!(r"^[A-Za-z0-9][A-Za-z0-9_.\-]*$").is_match(text)
}

/// Splits a row whose borders were lost: `NOT_FOUNDFNo such order.`; `None` unless just one way is
/// plausible.
pub(super) fn split(row: &str) -> Option<(&str, &str, &str)> {
    let run = row
        .find(|it: char| !(it.is_ascii_uppercase() || it.is_ascii_digit() || it == '_'))
        .unwrap_or(row.len());
    let mut ways = (1..run).filter(|end| {
        let message = &row[end + 1..];
        matches!(row.as_bytes()[*end], b'S' | b'F' | b'U' | b'A')
            && begins_a_sentence(message)
            && !row[..*end].ends_with('_')
    });
    let end = ways.next()?;
    ways.next()
        .is_none()
        .then(|| (&row[..end], &row[end..=end], &row[end + 1..]))
}

/// A sentence begins with a word of lower case letters after the first, an article, or an acronym.
fn begins_a_sentence(text: &str) -> bool {
    const ACRONYMS: &[&str] = &[
        "API", "URL", "ID", "HTTP", "HTTPS", "JSON", "XML", "IP", "SKU", "QR", "PIN", "OTP", "SDK",
        "UI", "VIP", "SMS", "TLS", "URI", "A",
    ];
    let first = text
        .split(|it: char| !it.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    let mut letters = first.chars();
    let upper = letters.next().is_some_and(|it| it.is_ascii_uppercase());
    upper
        && (first.len() > 1 && letters.all(|it| it.is_ascii_lowercase())
            || ACRONYMS.contains(&first))
}

/// Whether a line is a row of codes whose borders were lost, one that can be split or not.
pub(super) fn is_glued(row: &str) -> bool {
    let end = row.find(|it: char| !(it.is_ascii_uppercase() || it.is_ascii_digit() || it == '_'));
    let run = &row[..end.unwrap_or(row.len())];
    let goes_on = row[run.len()..].starts_with(|it: char| it.is_ascii_lowercase());
    run.len() > 3 && (run.contains('_') || goes_on)
}

/// `CodeValueMessage`
pub(super) fn is_glued_heading(text: &str) -> bool {
    pattern!(r"^(?i)(?:result|error)?\s*code\s*(?:value|status|resultstatus)?\s*(?:message|description|resultmessage)(?:\s*(?:action|solution))?$").is_match(text)
}
