//! Lines of a capture without its noise.

use super::{account::Unit, text::plain};

/// A line that says something.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its number in the capture, from 1.
    pub(super) no: usize,
    /// Its text, with plain spaces.
    pub(super) text: String,
}

/// Every line that is not empty and not the furniture of a site.
pub(super) fn of(text: &str) -> Vec<Line> {
    numbered(text, 1)
}

/// The same for a part of a capture that begins at a line.
pub(super) fn numbered(text: &str, first: usize) -> Vec<Line> {
    let lines = text.lines().enumerate();
    lines
        .map(|(index, line)| Line {
            no: first + index,
            text: plain(line),
        })
        .filter(|it| !it.text.is_empty() && !is_furniture(&it.text))
        .collect()
}

/// Every text of a capture: its lines, and the cells of those with bars.
pub(super) fn texts(text: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = plain(line);
        let (no, rule) = (index + 1, is_furniture(&line).then_some("around the page"));
        let cells = if rule.is_some() {
            vec![line.as_str()]
        } else {
            line.split('|').collect()
        };
        let cells = cells.into_iter().map(plain).filter(|it| !it.is_empty());
        units.extend(cells.map(|words| Unit {
            rule,
            ..Unit::of_line(no, words)
        }));
    }
    units
}

/// What sites put around their pages, or in place of a picture.
fn is_furniture(line: &str) -> bool {
    const WHOLE: &[&str] = &[
        "how can we help?",
        "was this page helpful?",
        "was this helpful?",
        "is this page helpful?",
        "back to top",
        "on this page",
        "table of contents",
    ];
    let lower = line.to_lowercase();
    WHOLE.contains(&lower.as_str())
        || lower.starts_with('©')
        || lower.starts_with("copyright ")
        || (lower.contains("cookie") && (lower.contains("accept") || lower.contains("we use")))
        || is_picture(&lower)
}

fn is_picture(line: &str) -> bool {
    let mut parts = line.rsplitn(2, '.');
    let ending = parts.next().unwrap_or_default();
    let stem = parts.next().unwrap_or_default();
    matches!(ending, "png" | "jpg" | "jpeg" | "gif" | "svg" | "webp")
        && !stem.is_empty()
        && !stem.contains([' ', '/', ':'])
}

/// Whether a line reads like a sentence and not like a heading.
pub(super) fn is_sentence(line: &str) -> bool {
    line.ends_with([
        '.', '。', '!', '?', ':', ',', ';', '\u{ff1a}', '\u{ff01}', '\u{ff1f}', '\u{ff1b}',
    ]) || line.chars().count() > 80
        || line.starts_with(['-', '•', '*'])
}
