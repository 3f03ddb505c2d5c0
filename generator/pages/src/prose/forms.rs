//! Forms, beginnings, defaults and fixed values.

use super::Subject;
use crate::{
    book::{Book, Said},
    words::pattern,
};
use stipula_facts::Kind;

/// Writes down what a sentence says about the form of a value.
pub(super) fn read(book: &mut Book, it: &Subject<'_>, said: Said<'_>) {
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
    if let Some(value) = default(said.words) {
        book.say(said, Kind::Default, it.plain(&value));
    }
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

/// What is assumed, by the words about it.
fn default(text: &str) -> Option<String> {
    let quoted = pattern!(
        r#"(?i)(?:\bdefaults? (?:value )?(?:is|to be|to|as|of|:|=)|\bdefault\s*:|默认值?(?:为|是|:)?|缺省值?(?:为|是|:)?|預設值?(?:為|是|:)?|默認值?(?:為|是|:)?)\s*["“'「]([^"”'」]*)["”'」]"#
    );
    if let Some(found) = quoted.captures(text) {
        return Some(found[1].to_owned()).filter(|it| !it.is_empty());
    }
    let patterns = [
        pattern!(r"(?i)\buses?\s+([A-Za-z0-9_.\-]+)\s+by default\b()"),
        pattern!(r"(?:^|[\s:,;])([A-Za-z0-9_.\-]+)\s+[-–]\s+by default\b()"),
        pattern!(
            r"(?i)\bdefault (?:value )?(?:is|to be|to|as|of|:|=)\s+(?:be\s+)?([A-Za-z0-9_.\-]+)(.*)$"
        ),
        pattern!(r"(?i)\bdefaults to\s+([A-Za-z0-9_.\-]+)(.*)$"),
        pattern!(r"(?i)\b(?:by default|default)\s*:\s*([A-Za-z0-9_.\-]+)(.*)$"),
        pattern!(
            r"(?:默认|默認|缺省|預設|デフォルト)(?:值|値)?\s*[为為是は::]?\s*([A-Za-z0-9_.\-]+)(.*)$"
        ),
    ];
    let found = patterns.iter().find_map(|it| it.captures(text))?;
    let value = found[1].trim_end_matches(['.', '-']);
    let is_end = found[1].ends_with('.') || ends(&found[2]);
    let is_number = value.parse::<f64>().is_ok();
    let filler = [
        "the", "a", "an", "when", "if", "be", "this", "version", "not", "it",
    ];
    let is_said = !value.is_empty() && !filler.contains(&value.to_lowercase().as_str());
    // "defaults to all types" names no value, and "to true for groups" not the only one.
    let is_whole =
        is_end || (is_number && !pattern!(r"^\s+(?i:for|in|if|when|or)\b").is_match(&found[2]));
    (is_said && is_whole).then(|| value.to_owned())
}

/// Whether nothing behind a value belongs to it.
fn ends(rest: &str) -> bool {
    pattern!(
        r"^\s*(?:$|[,.;:)(\]}、。/|]|-\s|[^\x00-\x7F]|(?i:if|when) (?i:not|omitted|absent|it is (?:not|omitted)|unspecified|this|the)\b|(?i:and|but|which|so)\b)"
    )
    .is_match(rest)
}

fn fixed(book: &mut Book, said: Said<'_>) {
    let patterns = [
        pattern!(r"(?i)[(\[]\s*fixed(?: value)?\s*[)\]]\s*:?\s*([A-Za-z0-9_.\-]+)"),
        pattern!(r"(?i)\bfixed(?: value)?\s*(?:is|as|to|at|:|:|=)\s*([A-Za-z0-9_.\-]+)"),
        pattern!(r"(?i)\bonly\s+([A-Z][A-Z0-9_\-]+)\s+is\s+(?:supported|allowed|accepted)"),
        pattern!(r#"(?i)(?:,|^)[^,]*\balways ["“]([^"”]+)["”]"#),
        pattern!(
            r"(?i)(?:^|[.,;]\s*)(?:currently,?\s*)?(?:(?:it|this|value) )?(?:must |is )?always (?:be )?(-?\d+)(?:\s*\(|[.,;]|\s+if |$)"
        ),
        pattern!(r"[仅僅]支持\s*([A-Z][A-Z0-9_]+)\s*(?:[,.;。]|$)"),
        pattern!(r"(?i),\s+must be ([a-z0-9_]+)[.。]?$"),
        pattern!(r"固定值?\s*[为是::]?\s*([A-Za-z0-9_.\-]+)"),
    ];
    let Some(found) = patterns.iter().find_map(|it| it.captures(said.words)) else {
        return;
    };
    let value = found[1].trim_end_matches('.');
    // "must be shown" asks for no text, and `always "unique"` for one.
    let before = found.get(1).map_or("", |it| &said.words[..it.start()]);
    if !before.ends_with(['"', '“']) && pattern!(r"^(?:an?|the|set|shown|used|paid|given|sent|specified|provided|unique|positive|empty|protected)$").is_match(value) {
        return;
    }
    book.say(said, Kind::Const, value);
    book.say(said, Kind::Value, value);
}
