//! Forms, beginnings, defaults and fixed values.

use crate::{
    book::{Book, Said},
    words::pattern,
};
use stipula_facts::Kind;

/// Writes down what a sentence says about the form of a value.
pub(super) fn read(book: &mut Book, said: Said<'_>) {
    let text = said.words;
    if pattern!(r"(?i)\b(?:in milliseconds?|millisecond timestamp|epoch millis|timestamp \(?ms\)?|unix milliseconds?)\b|毫秒").is_match(text) {
        book.say(said, Kind::Format, "milliseconds");
    }
    if pattern!(
        r"(?i)\b(?:in cents|unit\s*:\s*cents?|in the smallest unit)\b|单位\s*:?\s*分|以分为单位"
    )
    .is_match(text)
    {
        book.say(said, Kind::Format, "cents");
    }
    for found in pattern!(r"\bISO[- ]?(\d{4,5})\b").captures_iter(text) {
        book.say(said, Kind::Format, format!("ISO {}", &found[1]));
    }
    if let Some(found) =
        pattern!(r"(?i)\b(one|two|three|four|\d)\s+decimals?\b|保留([一两二三四]|\d)位小数")
            .captures(text)
    {
        let word = found
            .get(1)
            .or_else(|| found.get(2))
            .map_or("", |it| it.as_str());
        if let Some(places) = small_number(word) {
            book.say(said, Kind::Format, format!("decimal places {places}"));
        }
    }
    prefix(book, said);
    default(book, said);
    fixed(book, said);
}

fn small_number(word: &str) -> Option<u32> {
    Some(match word.to_lowercase().as_str() {
        "one" | "一" => 1,
        "two" | "二" | "两" => 2,
        "three" | "三" => 3,
        "four" | "四" => 4,
        other => other.parse().ok()?,
    })
}

fn prefix(book: &mut Book, said: Said<'_>) {
    let found = pattern!(r#"(?i)\b(?:starts?|starting|begins?|beginning) with\s+["'“`]?([^\s"'”`]+)|以\s*["“`]?([^\s"”`]+?)["”`]?\s*(?:开头|開頭)"#).captures(said.words);
    let Some(word) = found
        .as_ref()
        .and_then(|it| it.get(1).or_else(|| it.get(2)))
    else {
        return;
    };
    let word = word
        .as_str()
        .trim_end_matches(['.', ',', ';', ')', '。', ',']);
    // "starts with a letter" names no text.
    if word.contains(|it: char| !it.is_ascii_lowercase()) {
        book.say(said, Kind::Prefix, word);
    }
}

fn default(book: &mut Book, said: Said<'_>) {
    let text = said.words;
    let patterns = [
        pattern!(r"(?i)\buses?\s+([A-Za-z0-9_.\-]+)\s+by default\b"),
        pattern!(r"(?:^|[\s:,;])([A-Za-z0-9_.\-]+)\s+[-–]\s+by default\b"),
        pattern!(r"(?i)\bdefault (?:value )?(?:is|to be|to|as|:|=)\s+(?:be\s+)?([A-Za-z0-9_.\-]+)"),
        pattern!(r"(?i)\bdefaults to\s+([A-Za-z0-9_.\-]+)"),
        pattern!(r"(?i)\b(?:by default|default)\s*:\s*([A-Za-z0-9_.\-]+)"),
        pattern!(r"默认值?\s*[为是::]?\s*([A-Za-z0-9_.\-]+)"),
    ];
    let Some(found) = patterns.iter().find_map(|it| it.captures(text)) else {
        return;
    };
    let value = found[1].trim_end_matches('.');
    let filler = [
        "the", "a", "an", "when", "if", "be", "this", "version", "not", "it",
    ];
    if !value.is_empty() && !filler.contains(&value.to_lowercase().as_str()) {
        book.say(said, Kind::Default, value);
    }
}

fn fixed(book: &mut Book, said: Said<'_>) {
    let patterns = [
        pattern!(r"(?i)[(\[]\s*fixed(?: value)?\s*[)\]]\s*:?\s*([A-Za-z0-9_.\-]+)"),
        pattern!(r"(?i)\bfixed(?: value)?\s*(?:is|as|to|at|:|:|=)\s*([A-Za-z0-9_.\-]+)"),
        pattern!(r"(?i)\bonly\s+([A-Z][A-Z0-9_\-]+)\s+is\s+(?:supported|allowed|accepted)"),
        pattern!(r#"(?i)(?:,|^)[^,]*\balways ["“]([^"”]+)["”]"#),
        pattern!(r"(?i),\s+must be ([a-z0-9_]+)[.。]?$"),
        pattern!(r"固定值?\s*[为是::]?\s*([A-Za-z0-9_.\-]+)"),
    ];
    let Some(found) = patterns.iter().find_map(|it| it.captures(said.words)) else {
        return;
    };
    let value = found[1].trim_end_matches('.');
    // "must be shown" asks for no text.
    if pattern!(r"^(?:an?|the|set|shown|used|paid|given|sent|specified|provided|unique|positive|empty|protected)$").is_match(value) {
        return;
    }
    book.say(said, Kind::Const, value);
    book.say(said, Kind::Value, value);
}
