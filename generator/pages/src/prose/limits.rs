//! Limits: characters, items, numbers, bytes.

use serde_json::json;
use stipula_facts::Kind;

use super::Subject;
use crate::{
    book::{Book, Said},
    words::{ascii, pattern},
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
fn range(text: &str) -> Option<(i64, i64)> {
    let found = pattern!(r"^[\[(]?\s*(-?\d+)\s*(?:-|–|—|~|~|to|至|到|,)\s*(-?\d+)\s*[\])]?$")
        .captures(text)?;
    let (low, high) = (found[1].parse().ok()?, found[2].parse().ok()?);
    (low <= high).then_some((low, high))
}

/// `<100KB` as `100 KB`.
fn size(text: &str) -> Option<String> {
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

/// Limits in the middle of a sentence.
pub(super) fn inside(book: &mut Book, it: &Subject<'_>, said: Said<'_>) {
    let text = said.words;
    let chars = pattern!(
        r"(?i)\b(?:max(?:imum)?|longest) length(?: is| of)?\s*:?\s*(\d+)(?: ?[a-z]+)?|(?:最大长度|最大長度)\s*[为為是]?\s*:?\s*(\d+)"
    );
    if let Some(found) = chars.captures(text)
        && let Some(most) = found.get(1).or_else(|| found.get(2))
        && let Ok(number) = most.as_str().parse::<u64>()
    {
        book.say(said, Kind::MaxChars, number);
    }
    let some = pattern!(r"(?:^|[\s(,;])(\d+)\s*[-–]\s*(\d+)\s+(?i:characters?|chars)\b");
    if let Some(found) = some.captures(text)
        && let (Ok(low), Ok(high)) = (found[1].parse::<u64>(), found[2].parse::<u64>())
        && low <= high
    {
        chars_between(book, said, low, high);
    }
    if let Some((low, high)) = bare(it, text) {
        book.say(said, Kind::Range, json!([low, high]));
    }
    let items =
        pattern!(r"(?i)\b(?:max(?:imum)?(?: of)?|at most|up to|no more than)\s+(\d+)\s+([a-z]+)");
    if let Some(found) = items.captures(text)
        && let Ok(number) = found[1].parse::<u64>()
    {
        let unit = found[2].to_lowercase();
        if unit.starts_with("char") {
            book.say(said, Kind::MaxChars, number);
        } else if matches!(
            unit.as_str(),
            "items" | "elements" | "entries" | "item" | "element"
        ) || it.is_list() && unit.ends_with('s') && unit != "bytes"
        {
            book.say(said, Kind::MaxItems, number);
        }
    }
    if let Some(found) =
        pattern!(r"(?:最多|不超过|不超過)\s*(\d+)\s*(?:个|個)?(字符|字元|字|[项項条條个個])?")
            .captures(text)
        && let Ok(number) = found[1].parse::<u64>()
    {
        let is_chars = found.get(2).is_some_and(|it| it.as_str().starts_with('字'));
        if is_chars {
            book.say(said, Kind::MaxChars, number);
        } else if it.is_list() {
            book.say(said, Kind::MaxItems, number);
        }
    }
    let between = pattern!(
        r"(?i)(\blength\b[^.]*)?\b(?:between|range(?: is|:| from)?)\s+(-?\d+)\s*(?:and|to|-|~)\s*(-?\d+)"
    );
    if let Some(found) = between.captures(text)
        && let (Ok(low), Ok(high)) = (found[2].parse::<i64>(), found[3].parse::<i64>())
    {
        if let (Some(_), Ok(low), Ok(high)) = (found.get(1), low.try_into(), high.try_into()) {
            chars_between(book, said, low, high);
        } else {
            book.say(said, Kind::Range, json!([low, high]));
        }
    }
}

/// So many characters; none is no limit.
fn chars_between(book: &mut Book, said: Said<'_>, low: u64, high: u64) {
    if low > 0 {
        book.say(said, Kind::MinChars, low);
    }
    book.say(said, Kind::MaxChars, high);
}

/// A range that ends a part of a sentence about a number: "in metres; 0-1500".
fn bare(it: &Subject<'_>, text: &str) -> Option<(i64, i64)> {
    let is_number = it
        .of
        .is_some_and(|it| matches!(it.name.as_str(), "integer" | "number"));
    let found = pattern!(r"(?:^|[,;]\s*)(?:must be )?(\d+)-(\d+)(?:[.;]|$)")
        .captures(text)
        .filter(|_| is_number)?;
    let (low, high) = (found[1].parse().ok()?, found[2].parse().ok()?);
    (low < high).then_some((low, high))
}

fn number(pattern: &regex_lite::Regex, text: &str) -> Option<u64> {
    pattern.captures(text)?[1].parse().ok()
}
