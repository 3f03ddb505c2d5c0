//! The beginning of a page: banners, title, endpoint, introduction.

use super::{
    Kind,
    book::{Book, Said},
    lines::{Line, is_sentence},
    words::pattern,
};

/// Method and path in a line, as the page writes them.
pub(super) fn endpoint(line: &str) -> Option<String> {
    let whole = pattern!(
        r"^(?:[A-Za-z ]{0,20}[:\x{FF1A}]\s*)?(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)\s+((?:https?://[^\s/]+)?/\S*)$"
    );
    let found = whole.captures(line)?;
    Some(format!("{} {}", &found[1], &found[2]))
}

/// Writes down what stands before the first structure of a page, at line index `end`.
///
/// The last line that is no sentence is the title; what is above it belongs to the site.
pub(super) fn read(book: &mut Book, lines: &[Line]) {
    let place = lines.iter().position(|it| endpoint(&it.text).is_some());
    let before = &lines[..place.unwrap_or(lines.len())];
    let title = before.iter().rposition(|it| !is_sentence(&it.text));
    for line in &before[title.unwrap_or(0)..] {
        book.prose(Said {
            at: "page",
            line: line.no,
            words: &line.text,
        });
    }
    let Some(place) = place else { return };
    for line in &lines[place..] {
        let said = Said {
            at: "operation",
            line: line.no,
            words: &line.text,
        };
        match endpoint(&line.text) {
            Some(endpoint) => book.say(said, Kind::Endpoint, endpoint),
            None => book.prose(said),
        }
    }
}
