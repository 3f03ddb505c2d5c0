//! Limits in the middle of a sentence.

use std::ops::Range;

use serde_json::json;
use stipula_facts::Kind;

use super::{Subject, limits};
use crate::{
    book::{Book, Said},
    words::pattern,
};

/// Writes the limits down that a sentence states.
pub(super) fn read(book: &mut Book, it: &Subject<'_>, said: Said<'_>) {
    let mut counts = Counts {
        subject: it,
        text: said.words,
        found: vec![],
    };
    counts.lengths();
    counts.english();
    counts.chinese();
    counts.ranges();
    counts.sizes();
    for (kind, value) in counts.found {
        book.say(said, kind, value);
    }
}

struct Counts<'a> {
    subject: &'a Subject<'a>,
    text: &'a str,
    found: Vec<(Kind, serde_json::Value)>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Chars,
    Bytes,
    Items,
}

impl Counts<'_> {
    /// "maximum length: 32", "length must be between 1 and 32".
    fn lengths(&mut self) {
        let most = pattern!(
            r"(?i)\b(?:max(?:imum)?|longest) length(?: is| of)?\s*:?\s*(\d+)(?:\s*([a-z]+))?|(?:最大长度|最大長度|最长|最長)\s*[为為是]?\s*:?\s*(\d+)(?:\s*[个個位]?\s*(字[节節符元]?|文字|位元組|バイト))?"
        );
        if let Some(found) = most.captures(self.text) {
            let number = found.get(1).or_else(|| found.get(3));
            let unit = found.get(2).or_else(|| found.get(4));
            let unit = unit
                .and_then(|it| unit_of(it.as_str()))
                .unwrap_or(Unit::Chars);
            self.say(None, number.and_then(|it| it.as_str().parse().ok()), unit);
        }
        let between = pattern!(
            r"(?i)\b(length\b[^.]*?\b(?:between|from|of|range(?: is|:| from)?)\s+|length\s*:\s*)(\d+)\s*(?:and|to|-|–|~)\s*(\d+)|(?:长度|長度|字数|字數)\s*(?:范围|範圍|限制|必须|必須|应|需)?\s*[为為是在:]?\s*\[?(\d+)\s*(?:-|–|—|~|至|到|,)\s*(\d+)\]?\s*[个個位]?\s*(字[节節符元]?|文字|位元組|バイト)?"
        );
        if let Some(found) = between.captures(self.text) {
            let get = |it: usize| found.get(it).and_then(|it| it.as_str().parse().ok());
            let unit = found.get(6).and_then(|it| unit_of(it.as_str()));
            let low = get(2).or_else(|| get(4));
            self.say(low, get(3).or_else(|| get(5)), unit.unwrap_or(Unit::Chars));
        }
    }

    /// "1-32 characters", "up to 64 bytes", "at most 4 tips", "exactly 6 characters".
    fn english(&mut self) {
        let between = pattern!(
            r"(?i)(^|[\s(,;:])(?:(between|from)\s+)?(\d+)\s*(-|–|—|~|to|and)\s*(\d+)[\s-]+((?:[a-z]+[\s-]+){0,2}[a-z]+)"
        );
        for found in between.captures_iter(self.text) {
            let whole = found.get(0).map_or(0..0, |it| it.range());
            let is_pair = found[4].eq_ignore_ascii_case("and") && found.get(2).is_none();
            if is_pair {
                continue;
            }
            let (low, high) = (found[3].parse::<u64>(), found[5].parse::<u64>());
            let (Ok(low), Ok(high)) = (low, high) else {
                continue;
            };
            let unit = found.get(6).map_or(0..0, |it| it.range());
            self.count(Some(low), Some(high), whole, unit);
        }
        let limit = pattern!(
            r"(?i)(\bup to|\bat most|\bmax(?:imum)?(?: of)?|\b(?:no|not) (?:more|longer) than|(?:not|n't|n’t)\s+(?:to )?exceed|\bnot exceeding|\blimited to|\bat least|\bmin(?:imum)?(?: of)?|\bno (?:less|fewer) than|\bexactly)\.?\s*:?\s+(\d+)[\s-]+((?:[a-z]+[\s-]+){0,3}[a-z]+)"
        );
        for found in limit.captures_iter(self.text) {
            let Ok(number) = found[2].parse::<u64>() else {
                continue;
            };
            let how = found[1].to_lowercase();
            let is_least = how.starts_with("at least")
                || how.starts_with("min")
                || how.ends_with("less than")
                || how.ends_with("fewer than");
            let is_both = how == "exactly";
            let whole = found.get(0).map_or(0..0, |it| it.range());
            let unit = found.get(3).map_or(0..0, |it| it.range());
            let low = (is_least || is_both).then_some(number);
            let high = (!is_least || is_both).then_some(number);
            self.count(low, high, whole, unit);
        }
        let behind = pattern!(
            r"(?i)(?:^|[\s(,;:])(\d+)\s+(characters?|chars|bytes|items|elements|entries)\s+(?:at most|max(?:imum)?|or (?:less|fewer))\b"
        );
        if let Some(found) = behind.captures(self.text)
            && let Some(unit) = unit_of(&found[2])
        {
            self.say(None, found[1].parse().ok(), unit);
        }
    }

    /// A count of what the words at `unit` name; words behind it may say that it is no limit.
    fn count(
        &mut self,
        low: Option<u64>,
        high: Option<u64>,
        whole: Range<usize>,
        unit: Range<usize>,
    ) {
        let words = &self.text[unit.clone()];
        let end = unit.start + words.len();
        let before = &self.text[..whole.start];
        let is_of_all =
            pattern!(r"(?i)\b(?:total|combined|sum|first|last|longer than)\b[^.,;:(]{0,24}$")
                .is_match(before);
        let lower = words.to_lowercase();
        let mut all = lower.split([' ', '-']).filter(|it| !it.is_empty());
        let adjective = |it: &&str| {
            matches!(
                *it,
                "unicode" | "ascii" | "latin" | "english" | "printable" | "alphanumeric"
            )
        };
        let known = all
            .clone()
            .find(|it| !adjective(it))
            .and_then(|it| unit_of(it).map(|unit| (it, unit)));
        if let Some((word, unit_is)) = known {
            let place = lower.find(word).unwrap_or_default() + word.len();
            let behind = &self.text[unit.start + place..];
            let is_conditional =
                pattern!(r"^\s*(?:,?\s*(?i:for|if|when|unless|otherwise|per)\b|/)")
                    .is_match(behind);
            let is_of_text = unit_is != Unit::Items;
            if !(is_conditional || is_of_text && is_of_all) {
                self.say(low, high, unit_is);
            }
            return;
        }
        let is_listed =
            pattern!(r"(?i)\b(?:(?:list|array) of|includes?|contains?)[\s:]*$").is_match(before);
        let is_plural = |it: &str| it.ends_with('s') || it == "emoji";
        let is_counted = is_listed || (all.any(is_plural) && !is_measure(&lower));
        let behind = &self.text[end..];
        let is_each = pattern!(r"(?i)\b(?:each|per|long)\b").is_match(&lower)
            || pattern!(r"(?i)^\s*(?:each|per|long)\b").is_match(behind);
        let is_inner = pattern!(r"(?i)\b(?:in|total|every)\s*$").is_match(before.trim_end());
        if self.subject.is_list() && is_counted && !is_each && !is_inner {
            self.say(low, high, Unit::Items);
        }
    }

    fn chinese(&mut self) {
        let between = pattern!(
            r"(\d+)\s*(?:文字|バイト)?\s*(?:-|–|—|~|〜|～|至|到|から)\s*(\d+)\s*[个個位]?\s*(字[节節符元]?|文字|位元組|バイト)"
        );
        if let Some(found) = between.captures(self.text)
            && let Some(unit) = unit_of(&found[3])
        {
            self.say(found[1].parse().ok(), found[2].parse().ok(), unit);
        }
        let most = pattern!(
            r"(长度|長度|字数|字數)?\s*(?:最多|至多|最大|不超过|不超過|不得超过|不得超過|不能超过|不能超過|不可超过|不大于|小于等于|上限[为為]?|限制?[为為]?)\s*(\d+)\s*[个個]?\s*(字[节節符元]?|文字|位元組|バイト|位|[项項条條个個元])?"
        );
        if let Some(found) = most.captures(self.text) {
            let unit = found.get(3).map_or("", |it| it.as_str());
            let unit = match unit_of(unit) {
                None if found.get(1).is_some() => Some(Unit::Chars),
                None if self.subject.is_list() => Some(Unit::Items),
                other => other,
            };
            if let Some(unit) = unit {
                self.say(None, found[2].parse().ok(), unit);
            }
        }
        let within = pattern!(
            r"(\d+)\s*[个個]?\s*(字[节節符元]?|文字|位元組|バイト)\s*(?:以内|以內|之内|之內|以下|まで)"
        );
        if let Some(found) = within.captures(self.text)
            && let Some(unit) = unit_of(&found[2])
        {
            self.say(None, found[1].parse().ok(), unit);
        }
        let least = pattern!(
            r"(?:至少|最少|不少于|不少於|最短)\s*(\d+)\s*[个個]?\s*(字[节節符元]?|文字|位元組|バイト)"
        );
        if let Some(found) = least.captures(self.text)
            && let Some(unit) = unit_of(&found[2])
        {
            self.say(found[1].parse().ok(), None, unit);
        }
    }

    /// Numbers from one to another.
    fn ranges(&mut self) {
        let is_number = self
            .subject
            .of
            .is_some_and(|it| matches!(it.name.as_str(), "integer" | "number"));
        let bare = pattern!(
            r"(?:^|[,;:(]\s*)(?:(?i:must be|from)\s+)?(-?\d+)\s*(?:-|–|~|\s+to\s+)\s*(-?\d+)\s*(?:[,.;)。]|$)"
        );
        let between = pattern!(
            r"(?i)(\blength\b[^.]*)?\b(?:between|range(?: is|:| from| of)?)\s+(-?\d+)\s*(?:and|to|-|–|~)\s*(-?\d+)(,? or\b)?(?:\s*([a-z]+))?"
        );
        let chinese = pattern!(
            r"(?:取值范围|取值範圍|数值范围|范围|範圍|介于|介於|取值)\s*[为為是在:]?\s*[\[(]?\s*(-?\d+)\s*(?:-|–|—|~|至|到|和|与|,)\s*(-?\d+)"
        );
        let mut all: Vec<(i64, i64)> = Vec::new();
        for found in between.captures_iter(self.text) {
            let of_text = found
                .get(5)
                .is_some_and(|it| unit_of(it.as_str()).is_some());
            if found.get(1).is_some() || found.get(4).is_some() || of_text {
                continue;
            }
            all.extend(ordered(&found[2], &found[3]));
        }
        if let Some(found) = bare.captures(self.text).filter(|_| is_number) {
            all.extend(ordered(&found[1], &found[2]));
        }
        let chars = pattern!(r"^\]?\s*[个個位]?\s*字");
        if let Some(found) = chinese.captures(self.text)
            && let Some(whole) = found.get(0)
            && !chars.is_match(&self.text[whole.end()..])
        {
            all.extend(ordered(&found[1], &found[2]));
        }
        all.sort_unstable();
        all.dedup();
        // Several are limits of several things.
        if let [(low, high)] = all.as_slice() {
            self.found.push((Kind::Range, json!([low, high])));
        }
    }

    /// "at most 10 MB", of a file.
    fn sizes(&mut self) {
        let size = pattern!(
            r"(?i)\b(?:at most|up to|less than|under|within|max(?:imum)?(?: size)?(?: of| is|:)?|no (?:more|larger|bigger) than|(?:not|n't|n’t) exceed|不超过|不超過|最大|小于)\s*(\d+(?:\.\d+)?)\s*(bytes|[kmg]i?b|kilobytes|megabytes|gigabytes)\b"
        );
        let is_text = self.subject.of.is_some_and(|it| it.name == "string");
        let mut all: Vec<String> = Vec::new();
        for found in size.captures_iter(self.text) {
            let unit = found[2].to_lowercase();
            let unit = match unit.as_str() {
                "bytes" if is_text || self.subject.of.is_none() => continue,
                "kilobytes" => "kb",
                "megabytes" => "mb",
                "gigabytes" => "gb",
                other => other,
            };
            all.extend(limits::size(&format!("{}{unit}", &found[1])));
        }
        all.sort();
        all.dedup();
        if let [one] = all.as_slice() {
            self.found.push((Kind::Size, json!(one)));
        }
    }

    /// Least and most of a unit; none is no limit.
    fn say(&mut self, low: Option<u64>, high: Option<u64>, unit: Unit) {
        if let (Some(low), Some(high)) = (low, high)
            && low > high
        {
            return;
        }
        let is_text = self
            .subject
            .of
            .is_none_or(|it| it.name == "string" || it.is_list());
        let (least, most) = match unit {
            Unit::Chars => (Kind::MinChars, Kind::MaxChars),
            Unit::Bytes if is_text => (Kind::MinBytes, Kind::MaxBytes),
            Unit::Bytes => return,
            Unit::Items => (Kind::MinItems, Kind::MaxItems),
        };
        let low = low.filter(|it| *it > 0).map(|it| (least, json!(it)));
        let high = high.map(|it| (most, json!(it)));
        for fact in low.into_iter().chain(high) {
            if !self.found.contains(&fact) {
                self.found.push(fact);
            }
        }
    }
}

fn ordered(low: &str, high: &str) -> Option<(i64, i64)> {
    let (low, high) = (low.parse().ok()?, high.parse().ok()?);
    (low < high).then_some((low, high))
}

/// What a word counts.
fn unit_of(word: &str) -> Option<Unit> {
    Some(match word.to_lowercase().as_str() {
        "character" | "characters" | "char" | "chars" | "字符" | "字元" | "字" | "文字" => {
            Unit::Chars
        }
        "byte" | "bytes" | "字节" | "字節" | "位元組" | "バイト" => Unit::Bytes,
        "item" | "items" | "element" | "elements" | "entry" | "entries" | "项" | "項" | "条"
        | "條" => Unit::Items,
        _ => return None,
    })
}

/// Words for time, place and size, which count no items. What stands behind an "of" is counted by
/// nobody: "100 identifiers of messages".
fn is_measure(words: &str) -> bool {
    let head = pattern!(r"\b(?:of|in|for|to|from|with|that|which)\b.*$").replace(words, "");
    pattern!(
        r"\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|pixels?|px|percents?|meters?|metres?|km|degrees?|digits?|decimals?|places|letters?|stars|cents|units|kb|mb|gb|messages|lines?|line feeds?)\b"
    )
    .is_match(&head)
}
