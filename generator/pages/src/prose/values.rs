//! Documented values: bullets, and lists that a capture flattened into a sentence.

use super::Subject;
use crate::{
    book::{Book, Said},
    words::{Pattern, pattern},
};
use stipula_facts::Kind;

/// A bullet of a list of values or keys.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bullet<'a> {
    pub(crate) word: &'a str,
    /// What the page says about it.
    pub(crate) about: &'a str,
}

/// `CODE`, `CODE: words`, `CODE - words`.
pub(crate) fn bullet(text: &str) -> Option<Bullet<'_>> {
    let found = pattern!(
        r#"^["“`]?([A-Za-z0-9][A-Za-z0-9_.+\-]*)["”`]?(?:\s*[:\x{FF1A}]\s*|\s+[-–—]\s+|$)(.*)$"#
    )
    .captures(text)?;
    let (word, about) = (found.get(1)?.as_str(), found.get(2)?.as_str());
    let is_label = matches!(
        word.to_lowercase().as_str(),
        "note"
            | "notes"
            | "default"
            | "example"
            | "remark"
            | "format"
            | "range"
            | "length"
            | "size"
    );
    let is_sentence = about.is_empty() && word.ends_with('.');
    (!is_label && !is_sentence && !about.starts_with("//")).then_some(Bullet { word, about })
}

/// A language and a region: `fr_CA`.
fn is_locale(text: &str) -> bool {
    pattern!(r"^[a-z]{2}[_-][A-Z]{2}$").is_match(text)
}

/// Writes down the values that a sentence lists.
pub(super) fn read(book: &mut Book, it: &Subject<'_>, said: Said<'_>) {
    let mut found = quoted(said.words);
    if found.is_empty() {
        found = flattened(said.words);
    }
    if found.is_empty() {
        found = announced(said.words);
    }
    for value in found {
        book.say(said, it.word(), value);
    }
    for value in locales(said.words) {
        book.say(said, it.word(), value);
    }
    if it.word() == Kind::Value {
        for value in codes(said.words) {
            book.say(said, Kind::Value, value);
        }
    }
}

/// "Kind of code BAR - bar code QR - square code": a word before each dash.
fn flattened(text: &str) -> Vec<String> {
    let pattern = pattern!(r"(?:^|[\s:,;、。(])([A-Za-z0-9][A-Za-z0-9_+.\-]*)\s+[-–—]\s+");
    let mut found: Vec<(String, usize)> = Vec::new();
    for it in pattern.captures_iter(text) {
        let after = it.get(0).map_or(0, |it| it.end());
        let digits = |text: &str| text.chars().next().is_some_and(|it| it.is_ascii_digit());
        let is_range = it[1].chars().all(|c| c.is_ascii_digit()) && digits(&text[after..]);
        if !is_range {
            found.push((it[1].to_owned(), after));
        }
    }
    let Some((last, after)) = found.last().cloned() else {
        return vec![];
    };
    let before = &text[..text.find(last.as_str()).unwrap_or_default()];
    let one_case = last.chars().all(|it| !it.is_ascii_uppercase())
        || last.chars().all(|it| !it.is_ascii_lowercase());
    if found.len() == 1 && !(one_case && announces(before)) {
        return vec![];
    }
    let mut values: Vec<_> = found.into_iter().map(|(value, _)| value).collect();
    // What stands after the words "by default" is a value of its own.
    if let Some(it) =
        pattern!(r"^by default[,;]?\s+([A-Za-z0-9_.\-]+)(?:\s+-)?$").captures(text[after..].trim())
    {
        values.push(it[1].to_owned());
    }
    values
}

/// `one of "a", "b" or "c"`: texts in quotes, each perhaps with words about it.
fn quoted(text: &str) -> Vec<String> {
    let start = pattern!(
        r#"(?i)(?:\b(?:one of|either|can be|may be|must be|pass|specify|values?(?: are)?:?|supported:?)\s+|(?:枚举值?|可选值|取值|可取值?)(?:为|是|有|包括)?\s*:?\s*)["“「]"#
    );
    let Some(found) = start.find(text) else {
        return alone(text);
    };
    let list = &text[found.start()..];
    let end = list.find(". ").unwrap_or(list.len());
    let texts = pattern!(r#"["“「]([^"“”「」]+)["”」]"#).captures_iter(&list[..end]);
    let texts: Vec<String> = texts.map(|it| it[1].to_owned()).collect();
    // "Pass "A" for one thing. Pass "B" for another" are sentences about single texts.
    if texts.len() > 1 { texts } else { vec![] }
}

/// A clause of nothing but texts: `type of it, "a" or "b"`.
fn alone(text: &str) -> Vec<String> {
    let clause = pattern!(
        r#"(?:^|[,;:]\s*)((?:["“][^"“”]+["”]\s*,?\s*)+(?:or|或)\s*["“][^"“”]+["”])\s*(?:[,.;]|$)"#
    );
    let example = pattern!(r"(?i)\b(?:example|instance|e\.g\.|such as|like)\s*[,:]?\s*$");
    let Some(found) = clause.captures(text) else {
        return vec![];
    };
    let list = found.get(1).map_or(0, |it| it.start());
    if example.is_match(&text[..list]) {
        return vec![];
    }
    let texts =
        pattern!(r#"["“]([^"“”]+)["”]"#).captures_iter(found.get(1).map_or("", |it| it.as_str()));
    texts.map(|it| it[1].to_owned()).collect()
}

fn announces(before: &str) -> bool {
    before.trim().is_empty()
        || pattern!(
            r"(?i)(?:\btype|\bvalues?|\benumerations?|\bstatus|\bcode|枚举值?|取值)\s*:?\s*$"
        )
        .is_match(before)
}

/// "Values: A, B or C", "one of A / B", and `A:甲;B:乙`.
fn announced(text: &str) -> Vec<String> {
    let plain = pattern!(r"\s*\([^()]*\)").replace_all(text, "");
    let list = pattern!(
        r"(?i)(?:\b(?:(?:possible |valid |allowed |enum(?:eration)? )?(?:values|enumerations?|enums)\s*(?:are|is|include)?\s*:\s*)|\b(?:one of|can be|values are|either)\s+|(?:枚举值?|取值|可选值|可取值?|支持的值)\s*(?:为|是|有|包括)?\s*:?\s*)((?:[A-Za-z0-9_\-]+)(?:\s*(?:(?:,|/|\||、)\s*(?:\bor\b|\band\b|或|和)?|\bor\b|\band\b|或|和)\s*[A-Za-z0-9_\-]+)+)"
    );
    if let Some(found) = list.captures(&plain) {
        let split =
            pattern!(r"\s*(?:(?:,|/|\||、)\s*(?:\b(?:or|and)\b|或|和)?|\b(?:or|and)\b|或|和)\s*");
        let is_code = |it: &str| {
            it.contains(|c: char| c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit())
        };
        let words: Vec<_> = split.split(&found[1]).map(str::to_owned).collect();
        let start = found.get(1).map_or(0, |it| it.start());
        let before = plain[..start].trim_end();
        let is_listed = before.ends_with(':') || before.ends_with(|it: char| !it.is_ascii());
        return if is_listed || words.iter().all(|it| is_code(it)) {
            words
        } else {
            vec![]
        };
    }
    // Any word before Chinese ones, and numbers and codes before others.
    let lists = [
        pattern!(r"(?:^|[\s;,、。:(])([A-Za-z0-9_\-]+)\s*[:\-—]\s*[^\x00-\x7F、]"),
        pattern!(r"(?:^|[\s;,、。(])(\d{1,3}|[A-Z][A-Z0-9_]+)\s*:\s*[A-Za-z]"),
        pattern!(r"(?:^|[\s;,(])(\d{1,2})-[A-Za-z]"),
    ];
    let words = |it: &Pattern| {
        it.captures_iter(text)
            .map(|it| it[1].to_owned())
            .collect::<Vec<_>>()
    };
    lists
        .into_iter()
        .map(words)
        .find(|it| it.len() > 1)
        .unwrap_or_default()
}

/// "i.e. fr_CA, en_CA".
fn locales(text: &str) -> Vec<String> {
    let words = pattern!(r"[A-Za-z0-9_\-]+")
        .find_iter(text)
        .map(|it| it.as_str());
    words
        .filter(|it| is_locale(it))
        .map(str::to_owned)
        .collect()
}

/// Codes in a row, "HKD, USD, etc", and two by an "or", "RSA or ECC".
fn codes(text: &str) -> Vec<String> {
    const WORDS: &[&str] = &[
        "URL", "URI", "API", "ID", "QR", "JSON", "XML", "HTTP", "HTTPS", "PDF", "PNG", "JPG",
        "JPEG", "GIF", "RFC", "ISO", "UTC", "KB", "MB", "GB", "UI", "APP", "OK", "PC", "POS",
    ];
    let pattern = pattern!(
        r"\b([A-Z][A-Z0-9_]{2,}(?:(?:\s*(?:,|、)\s*(?:or |and )?|\s+or\s+|\s+and\s+)[A-Z][A-Z0-9_]{2,}\b)+)"
    );
    let split = pattern!(r"\s*(?:,|、|\bor\b|\band\b)+\s*");
    let mut found: Vec<String> = Vec::new();
    for list in pattern.find_iter(text) {
        let words = split.split(list.as_str()).filter(|it| !it.is_empty());
        found.extend(words.filter(|it| !WORDS.contains(it)).map(str::to_owned));
    }
    found
}
