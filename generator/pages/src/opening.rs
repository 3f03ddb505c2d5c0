//! The beginning of a page: banners, title, endpoint, introduction.

use super::{
    account,
    book::{Book, Said},
    lines::{Line, is_sentence},
    sections::title,
    text,
    words::pattern,
};
use stipula_facts::Kind;

/// Method and path in a line, as the page writes them; the path alone behind a word for it.
pub(super) fn endpoint(line: &str) -> Option<String> {
    let whole = pattern!(
        r"^(?:[A-Za-z ]{0,20}[:\x{FF1A}]\s*)?(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s+((?:https?://[^\s/]+)?/\S*)$"
    );
    let line = &text::bare(line);
    if let Some(found) = whole.captures(line) {
        return Some(format!("{} {}", &found[1], &found[2]));
    }
    let (label, path) = line.split_once([':', '\u{ff1a}'])?;
    (is_label(label) && is_path(path.trim())).then(|| path.trim().to_owned())
}

/// `/v1/orders`, and nothing else.
pub(super) fn is_path(line: &str) -> bool {
    pattern!(r"^/[A-Za-z0-9_{][^\s|:]*$").is_match(line) && !line.contains("//")
}

/// A line that announces a path.
pub(super) fn is_label(line: &str) -> bool {
    const LABELS: &[&str] = &[
        "api path",
        "path",
        "endpoint",
        "api endpoint",
        "request path",
        "request url",
        "api url",
        "uri",
        "接口地址",
        "接口路径",
        "请求路径",
        "请求地址",
        "接口路徑",
        "請求路徑",
    ];
    LABELS.contains(&title(line).to_lowercase().as_str())
}

/// The endpoint that a line of an opening gives; a path of one part needs a word for it above.
fn given(lines: &[Line], place: usize) -> Option<String> {
    let line = lines[place].text.as_str();
    let above = place.checked_sub(1).and_then(|it| lines.get(it));
    let announced = above.is_some_and(|it| is_label(&it.text));
    endpoint(line).or_else(|| {
        let is_telling = announced || line.matches('/').count() > 1;
        (is_path(line) && is_telling).then(|| line.to_owned())
    })
}

/// Writes down what stands before the first structure of a page, at line index `end`.
///
/// The last line that is no sentence is the title; what is above it belongs to the site.
pub(super) fn read(book: &mut Book, lines: &[Line]) {
    const CHAPTERS: &[&str] = &["overview", "introduction", "概述", "简介", "接口说明"];
    let place = (0..lines.len()).find(|it| given(lines, *it).is_some());
    let before = &lines[..place.unwrap_or(lines.len())];
    let is_title = |it: &Line| {
        !is_sentence(&it.text)
            && !is_label(&it.text)
            && !CHAPTERS.contains(&title(&it.text).to_lowercase().as_str())
    };
    let first = before.iter().rposition(is_title);
    book.title = first.map(|it| title(&before[it].text).to_owned());
    for (index, line) in before.iter().enumerate() {
        let said = Said {
            at: "page",
            line: line.no,
            words: &line.text,
        };
        if index < first.unwrap_or(0) {
            book.furniture(line.no, &line.text, "above the title");
        } else if place.is_some() && is_label(&line.text) {
            book.furniture(line.no, &line.text, account::SECTION);
        } else {
            book.prose(said);
        }
    }
    for index in place.unwrap_or(lines.len())..lines.len() {
        let line = &lines[index];
        let said = Said {
            at: "operation",
            line: line.no,
            words: &line.text,
        };
        match given(lines, index) {
            Some(endpoint) => book.say(said, Kind::Endpoint, endpoint),
            None => book.prose(said),
        }
    }
}
