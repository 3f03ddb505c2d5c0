//! Documented bodies: which lines of a page are one.

use super::{
    book::Book,
    examples::Body,
    lines::{Line, is_sentence},
    sections::{self, Section, section},
};
use stipula_facts::place::below;

/// How many lines a body has: to its last bracket, or to the next numbered title.
pub(super) fn length(lines: &[Line]) -> usize {
    let mut depth = 0_usize;
    for (index, line) in lines.iter().enumerate() {
        if index > 0 && sections::is_numbered(&line.text) {
            return index;
        }
        let (mut quoted, mut escaped) = (false, false);
        for letter in line.text.chars() {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = quoted,
                '"' => quoted = !quoted,
                '{' | '[' if !quoted => depth += 1,
                '}' | ']' if !quoted => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        if depth == 0 {
            return index + 1;
        }
    }
    lines.len()
}

/// Takes the bodies out of a page of paragraphs, each with the title right above it.
pub(super) fn take(book: &mut Book, lines: &[Line]) -> Vec<Line> {
    let mut left: Vec<Line> = Vec::new();
    let mut rest = lines;
    let mut part = None;
    let mut count = 0;
    let mut headers = false;
    while let [line, after @ ..] = rest {
        if let Some(found) = section(&line.text) {
            headers = matches!(found, Section::Headers(_));
            part = match found {
                Section::Samples | Section::Explorer => direction(&line.text),
                _ => direction(&line.text).or(part),
            };
        } else {
            part = panel(&line.text).or(part);
        }
        if headers || !line.text.starts_with('{') {
            left.push(line.clone());
            rest = after;
            continue;
        }
        let used = length(rest);
        let text: Vec<_> = rest[..used].iter().map(|it| it.text.as_str()).collect();
        count += 1;
        let title = left
            .last()
            .filter(|it| is_own_title(&it.text))
            .map(|it| sections::title(&it.text).to_owned());
        if title.is_some()
            && let Some(it) = left.pop()
        {
            book.was_read(it.no, &it.text);
        }
        let direction = title.as_deref().and_then(direction).or(part);
        let at = below("examples", &title.unwrap_or_else(|| count.to_string()));
        book.body(Body {
            at,
            direction,
            text: text.join("\n"),
            line: line.no,
        });
        rest = &rest[used..];
    }
    left
}

/// A title that no section or panel has.
fn is_own_title(line: &str) -> bool {
    section(line).is_none()
        && panel(line).is_none()
        && !is_sentence(line)
        && super::columns::column(line).is_none()
        && !line.contains("  ")
}

fn panel(line: &str) -> Option<&'static str> {
    match line {
        "Request Body" | "Request" => Some("request"),
        "Response Body" | "Response" => Some("response"),
        _ => None,
    }
}

/// Which way a body goes, by the words of a title.
pub(super) fn direction(title: &str) -> Option<&'static str> {
    let lower = title.to_lowercase();
    let has = |words: [&str; 4]| words.iter().any(|it| lower.contains(it));
    if has(["response", "返回", "响应", "回應"]) {
        Some("response")
    } else if has(["request", "请求", "請求", "入参"]) {
        Some("request")
    } else {
        None
    }
}
