//! Markdown that survives where it is put.

use crate::{
    fences::{closes, fence},
    view::prose::Span,
};

/// A line of our own words as Markdown.
pub(super) fn line(spans: &[Span<'_>]) -> String {
    let part = |span: &Span<'_>| match span {
        Span::Text(text) => text.clone().into_owned(),
        Span::Code(text) => code(text),
        Span::Bold(inside) => format!("**{}**", line(inside)),
        Span::Link { label, address } => format!("[{label}]({address})"),
    };
    spans.iter().map(part).collect()
}

/// A code span, whatever the text holds.
pub fn code(text: &str) -> String {
    let longest = text
        .split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if longest == 0 {
        format!("{fence}{text}{fence}")
    } else {
        format!("{fence} {text} {fence}")
    }
}

/// A text as one line, in which backticks and what closes code are kept.
pub(super) fn heading(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Markdown as the content of one table cell.
pub fn cell(text: &str) -> String {
    let mut cell = String::new();
    for (index, paragraph) in text.trim().split("\n\n").enumerate() {
        if index > 0 {
            cell.push_str("<br>");
        }
        for (index, line) in paragraph.trim().lines().map(str::trim).enumerate() {
            let (text, bullet) = match line.strip_prefix("- ") {
                Some(text) => (text, "• "),
                None => (line, ""),
            };
            match (index, bullet) {
                (0, _) => {}
                (_, "") => cell.push(' '),
                _ => cell.push_str("<br>"),
            }
            cell.push_str(bullet);
            cell.push_str(text);
        }
    }
    escape_pipes(&cell)
}

/// A pipe ends a cell even inside a code span, unless a backslash stands before it.
fn escape_pipes(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut after_backslash = false;
    for letter in text.chars() {
        if letter == '|' && !after_backslash {
            escaped.push('\\');
        }
        escaped.push(letter);
        after_backslash = letter == '\\' && !after_backslash;
    }
    escaped
}

/// At most one blank line in a row outside code fences, no space at line ends, none around.
pub(super) fn tidy(page: &str) -> String {
    let mut tidy = String::with_capacity(page.len());
    let mut blank = false;
    let mut open = None;
    for line in page.trim().lines() {
        let line = if open.is_some() {
            line
        } else {
            line.trim_end()
        };
        open = match open {
            Some(mark) if closes(line, mark) => None,
            None => fence(line),
            mark => mark,
        };
        if line.is_empty() && open.is_none() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            tidy.push('\n');
        }
        tidy.push_str(line);
        tidy.push('\n');
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}
