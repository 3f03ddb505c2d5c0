//! Paragraphs of a page, those of lists told from others.

use super::lines::Line;

/// A paragraph, or one of a list.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) bullet: bool,
}

impl Piece {
    pub(super) fn of(line: &Line) -> Self {
        let bare = line
            .text
            .strip_prefix(['•', '·', '◦', '●'])
            .or_else(|| line.text.strip_prefix("- "))
            .or_else(|| line.text.strip_prefix("* "));
        Self {
            text: bare.unwrap_or(&line.text).trim().to_owned(),
            line: line.no,
            bullet: bare.is_some(),
        }
    }
}
