//! Markdown of the spec as the text of a doc comment.
//!
//! Text stays text: no tag, no link to an item, no fence that is left open, and nothing that
//! `rustdoc` would compile as an example.

mod inline;

use crate::fences::{Fence, closes, fence};
pub(super) use inline::escaped;

/// Lines of at most `width` columns; lists, tables and fences keep their lines. `tail` is Markdown
/// of our own, which ends the last paragraph.
pub(super) fn lines(markdown: &str, tail: &str, width: usize) -> Vec<String> {
    let mut writer = Writer {
        width,
        ..Writer::default()
    };
    for line in plain(markdown).trim().lines() {
        writer.line(line);
    }
    writer.end(tail);
    writer.lines
}

/// Without the characters that a comment cannot hold, and those that turn the direction of text.
fn plain(text: &str) -> String {
    let shown = |it: char| match it {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => format!("U+{:04X}", u32::from(it)),
        it if it.is_control() && it != '\n' => " ".to_owned(),
        it => it.to_string(),
    };
    text.replace("\r\n", "\n").chars().map(shown).collect()
}

/// The lines that are made, and what is open.
#[derive(Default)]
struct Writer {
    width: usize,
    lines: Vec<String>,
    fence: Option<Fence>,
    /// A line that keeps its place, and may go on in the next ones.
    kept: Option<String>,
    paragraph: String,
    /// How far the last item of a list stands to the right.
    list: Option<usize>,
}

impl Writer {
    fn line(&mut self, line: &str) {
        if let Some(open) = self.fence {
            let closing = closes(line, open);
            self.lines.push(if closing {
                mark(open)
            } else {
                line.trim_end().to_owned()
            });
            self.fence = (!closing).then_some(open);
        } else if let Some(open) = fence(line) {
            self.flush("");
            // Without a word after it, `rustdoc` would take the inside for Rust.
            self.lines.push(mark(open) + "text");
            self.fence = Some(open);
        } else if line.trim().is_empty() {
            self.flush("");
            self.lines.push(String::new());
        } else if line.trim_start().starts_with(['|', '#']) {
            self.flush("");
            self.list = None;
            self.lines.push(row(line.trim()));
        } else if let Some(item) = line.trim_start().strip_prefix("- ") {
            self.flush("");
            // Further to the right it would be code.
            let most = self.list.map_or(0, |last| last + 2);
            let indent = most.min(line.len() - line.trim_start().len());
            self.list = Some(indent);
            self.kept = Some(format!("{}- {}", " ".repeat(indent), text(item)));
        } else {
            if !self.paragraph.is_empty() {
                self.paragraph.push(' ');
            }
            self.paragraph.push_str(line.trim());
        }
    }

    fn end(&mut self, tail: &str) {
        if let Some(open) = self.fence {
            self.lines.push(mark(open));
        }
        self.flush(tail);
    }

    /// Writes what is open. A line that is kept and what goes on are one text, with one set of
    /// backticks.
    fn flush(&mut self, tail: &str) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let mut rest = match self.kept.take() {
            Some(kept) => {
                let whole = escaped(&format!("{kept}\n{paragraph}"));
                let (kept, rest) = whole.split_once('\n').unwrap_or((&whole, ""));
                self.lines.push(kept.trim_end().to_owned());
                rest.to_owned()
            }
            None if paragraph.is_empty() => String::new(),
            None => {
                self.list = None;
                escaped(&text(&paragraph))
            }
        };
        if !tail.is_empty() {
            rest = format!("{rest} {tail}");
        }
        wrap(&rest, self.width, &mut self.lines);
    }
}

fn mark((mark, length): Fence) -> String {
    mark.to_string().repeat(length)
}

/// The cells of a row are texts of their own.
fn row(line: &str) -> String {
    let cells: Vec<_> = line.split('|').map(escaped).collect();
    cells.join("|")
}

/// A text whose start opens no block inside of a list or a quotation.
fn text(line: &str) -> String {
    let line = line.trim_start();
    let inside = line.trim_start_matches(|it: char| it.is_ascii_digit() || " -+*>.)".contains(it));
    if line.starts_with('>') || fence(inside).is_some() {
        let start = line.len() - inside.len();
        let quoted = if line.starts_with('>') { "\\" } else { "" };
        let fenced = if fence(inside).is_some() { "\\" } else { "" };
        return format!("{quoted}{}{fenced}{inside}", &line[..start]);
    }
    line.to_owned()
}

fn wrap(paragraph: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        let over = line.chars().count() + 1 + word.chars().count() > width;
        if !line.is_empty() && over && !opens(word) {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
}

/// Whether a word at the start of a line would be more than a word.
fn opens(word: &str) -> bool {
    let number = word.trim_start_matches('0');
    let is_mark = word.chars().all(|it| "#=+*-_|".contains(it));
    is_mark
        || ["```", "~~~", ">"].iter().any(|it| word.starts_with(it))
        || matches!(number, "1." | "1)")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markdown: &str) -> String {
        lines(markdown, "", 40).join("\n")
    }

    #[test]
    fn wraps_prose_and_keeps_lists() {
        let text = "one two three\nfour\n\n- a list item that is longer\n- b\n```\nx   y\n```";
        assert_eq!(
            lines(text, "", 13),
            [
                "one two three",
                "four",
                "",
                "- a list item that is longer",
                "- b",
                "```text",
                "x   y",
                "```"
            ]
        );
    }

    #[test]
    fn closes_fences_and_names_them_texts() {
        for (given, expected) in [
            ("```\nlet a;", "```text\nlet a;\n```"),
            ("~~~rust\na\n```", "~~~text\na\n```\n~~~"),
            ("````\n```\n````", "````text\n```\n````"),
            ("``` a`b ``` c", "``` a`b ``` c"),
            ("- ```\n  a", "- \\```\na"),
            ("> ```\na", "\\> \\``` a"),
        ] {
            assert_eq!(shown(given), expected);
        }
    }

    #[test]
    fn makes_no_code_of_what_stands_to_the_right() {
        assert_eq!(shown("a\n\n      let b = 1;"), "a\n\nlet b = 1;");
        assert_eq!(shown("      - a\n        - b"), "- a\n  - b");
        assert_eq!(shown("-       a"), "- a");
        assert_eq!(shown("a\n\n    | b |"), "a\n\n| b |");
    }

    #[test]
    fn breaks_no_line_before_a_word_that_opens_a_block() {
        assert_eq!(
            shown("a text that is as long as one line - and goes on after ``` it"),
            "a text that is as long as one line - and\ngoes on after ``` it"
        );
    }

    #[test]
    fn holds_what_a_comment_can_hold() {
        assert_eq!(shown("a\rb\u{202e}c */ ]]>\u{7}"), "a bU+202Ec */ ]]>");
    }

    #[test]
    fn escapes_each_cell_alone() {
        assert_eq!(shown("| a ` b | <b> ` |"), "| a ` b | \\<b> ` |");
        assert_eq!(shown("- a `x\ny` <b> `z"), "- a `x\ny` \\<b> `z");
    }
}
