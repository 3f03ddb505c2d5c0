//! The last step of a page: of the tags in it, only our own stay tags.

use crate::fences::{closes, code, fence};

/// Tags of the templates. None of them takes an attribute that acts.
const TAGS: [&str; 4] = ["<sub>", "</sub>", "<br>", "</a>"];

/// The page with every other tag as text.
pub(super) fn page(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut block = String::new();
    let mut open = None;
    for line in text.split_inclusive('\n') {
        let starts = open.is_none().then(|| fence(line)).flatten();
        if let Some(mark) = open {
            out.push_str(line);
            open = (!closes(line, mark)).then_some(mark);
            continue;
        }
        // A text with backticks goes on in the next line, unless that begins another block.
        let alone = line.trim_start().starts_with(['|', '#', '-', '>']) || line.trim().is_empty();
        if alone || starts.is_some() {
            out.push_str(&escaped(&std::mem::take(&mut block)));
        }
        match starts {
            Some(_) => out.push_str(line),
            None if line.starts_with('|') => out.push_str(&row(line)),
            None if line.starts_with('#') => out.push_str(&escaped(line)),
            None => block.push_str(line),
        }
        open = starts;
    }
    out + &escaped(&block)
}

/// Backticks of one cell are not those of the next.
fn row(line: &str) -> String {
    let cells: Vec<_> = line.split('|').collect();
    let mut whole: Vec<String> = Vec::new();
    for cell in cells {
        match whole.last_mut() {
            // An escaped pipe is part of the cell, of its code too.
            Some(last) if last.ends_with('\\') => {
                last.push('|');
                last.push_str(cell);
            }
            _ => whole.push(cell.to_owned()),
        }
    }
    let cells: Vec<_> = whole.iter().map(|it| escaped(it)).collect();
    cells.join("|")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '`' => code(rest),
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            '<' => tag(rest).unwrap_or_else(|| {
                out.push('\\');
                1
            }),
            other => other.len_utf8(),
        };
        out.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    out
}

/// Length of a tag of our own, or of an address in angle brackets.
fn tag(rest: &str) -> Option<usize> {
    if let Some(own) = TAGS.iter().find(|it| rest.starts_with(**it)) {
        return Some(own.len());
    }
    let end = rest.find('>')?;
    let inside = &rest[1..end];
    let plain = |it: &str| !it.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<'));
    let anchor = inside
        .strip_prefix("a id=\"")
        .and_then(|it| it.strip_suffix('"'));
    let address = inside.starts_with("https://") || inside.starts_with("http://");
    let kept = anchor.is_some_and(plain)
        || (address && plain(inside))
        || inside.starts_with("!-- @generated");
    kept.then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_our_tags_and_shows_the_others() {
        for (given, expected) in [
            ("<sub>a</sub> <b>", "<sub>a</sub> \\<b>"),
            ("<a id=\"x\"></a><a href=x>", "<a id=\"x\"></a>\\<a href=x>"),
            ("`<b>` <b> `", "`<b>` \\<b> `"),
            ("a `\nb` <b> `\n", "a `\nb` \\<b> `\n"),
            ("a `\n\nb` <b> `\n", "a `\n\nb` <b> `\n"),
            ("| ` | <b> ` |\n", "| ` | \\<b> ` |\n"),
            ("| `a \\| <b>` |\n", "| `a \\| <b>` |\n"),
            ("```\n<b>\n```\n<b>", "```\n<b>\n```\n\\<b>"),
            ("<https://a.example> \\<b>", "<https://a.example> \\<b>"),
        ] {
            assert_eq!(page(given), expected);
        }
    }
}
