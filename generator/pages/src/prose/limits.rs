//! Limits in cells and on lines of their own: characters, items, numbers, bytes.

use serde_json::json;
use stipula_facts::Kind;

use crate::{
    book::{Book, Said},
    words::{Pattern, ascii, pattern},
};

/// What a cell below "Length" says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Length {
    Nothing,
    Chars(u64),
    /// By language, in the order of the heading.
    Two(u64, u64),
    Range(i64, i64),
    Items(u64),
}

/// Reads a cell below "Length"; `None` when it is none.
pub(crate) fn length(cell: &str) -> Option<Length> {
    let cell = ascii(cell);
    let cell = cell.trim();
    if cell.is_empty()
        || matches!(
            cell,
            "/" | "-" | "–" | "—" | "N/A" | "n/a" | "无" | "無" | "*"
        )
    {
        return Some(Length::Nothing);
    }
    if let Some(found) =
        pattern!(r"^(?:[≤<]=?\s*)?(\d+)(?: (?:characters?|chars?)| ?字符)?$").captures(cell)
    {
        return Some(Length::Chars(found[1].parse().ok()?));
    }
    if let Some(found) = pattern!(r"^(\d+)\s*/\s*(\d+)$").captures(cell) {
        return Some(Length::Two(found[1].parse().ok()?, found[2].parse().ok()?));
    }
    if let Some((low, high)) = range(cell) {
        return Some(Length::Range(low, high));
    }
    items_word(cell).map(Length::Items)
}

fn items_word(cell: &str) -> Option<u64> {
    if let Some(found) = pattern!(r"^(?i:max(?:imum)?\.?|最多|不超过)\s*(\d+)\s*(?i:items?|elements?|entries|个|條|条|項|项)?$").captures(cell) {
        return found[1].parse().ok();
    }
    let word =
        pattern!(r"^(?:最多)?([一二两兩三四五六七八九十]|\d+)\s*[个個条條项項]$").captures(cell)?;
    let digit = "零一二三四五六七八九十"
        .chars()
        .position(|it| word[1].starts_with(it));
    let digit = digit.or_else(|| matches!(&word[1], "两" | "兩").then_some(2));
    word[1]
        .parse()
        .ok()
        .or_else(|| digit.and_then(|it| u64::try_from(it).ok()))
}

/// `1-100`, `0~100`, `1 to 100`.
pub(super) fn range(text: &str) -> Option<(i64, i64)> {
    let found = pattern!(r"^[\[(]?\s*(-?\d+)\s*(?:-|–|—|~|~|to|至|到|,)\s*(-?\d+)\s*[\])]?$")
        .captures(text)?;
    let (low, high) = (found[1].parse().ok()?, found[2].parse().ok()?);
    (low <= high).then_some((low, high))
}

/// `<100KB` as `100 KB`.
pub(super) fn size(text: &str) -> Option<String> {
    let found = pattern!(r"(?i)^(?:[<≤]=?|less than|under|up to|within|max(?:imum)?|不超过)?\s*(\d+(?:\.\d+)?)\s*(bytes|[kmg]i?b)$").captures(text)?;
    let unit = found[2].to_uppercase();
    Some(format!(
        "{} {}",
        &found[1],
        if unit == "BYTES" {
            "bytes".to_owned()
        } else {
            unit
        }
    ))
}

/// A line of its own: "Maximum length: 128 characters".
pub(super) fn line(book: &mut Book, said: Said<'_>) -> bool {
    let text = said.words;
    let chars = pattern!(
        r"^(?i:max(?:imum)? length|最大长度|最大長度)\s*:?\s*(\d+)\s*(?i:characters?|chars?|个?字符|個?字元)?[.。]?$"
    );
    if let Some(number) = number(chars, text) {
        book.say(said, Kind::MaxChars, number);
        return true;
    }
    let items = pattern!(
        r"^(?i:max(?:imum)? (?:size|items|number)|最多|最大数量)\s*:?\s*(\d+)\s*(?i:elements?|items?|entries|[个個]元素|[个個项項])?[.。]?$"
    );
    if let Some(number) = number(items, text) {
        book.say(said, Kind::MaxItems, number);
        return true;
    }
    let Some(found) =
        pattern!(r"^(?i:value range|range|取值范围|取值範圍)\s*:?\s*(.+?)[.。]?$").captures(text)
    else {
        return false;
    };
    limit(book, said, &found[1])
}

/// A range or a size.
pub(crate) fn limit(book: &mut Book, said: Said<'_>, text: &str) -> bool {
    if let Some((low, high)) = range(text) {
        book.say(said, Kind::Range, json!([low, high]));
    } else if let Some(size) = size(text) {
        book.say(said, Kind::Size, size);
    } else {
        return false;
    }
    true
}

fn number(pattern: &Pattern, text: &str) -> Option<u64> {
    pattern.captures(text)?[1].parse().ok()
}
