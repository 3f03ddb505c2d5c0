//! Markdown of the spec as the text of a doc comment.

/// Escapes what rustdoc would take for a link or a tag, and marks bare addresses as links.
/// What stands between backticks stays as it is.
pub(super) fn escaped(markdown: &str) -> String {
    markdown
        .split('`')
        .enumerate()
        .map(|(index, part)| {
            if index % 2 == 0 {
                escaped_text(part)
            } else {
                part.to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join("`")
}

fn escaped_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(length) = address(rest, &out) {
            out.push('<');
            out.push_str(&rest[..length]);
            out.push('>');
            rest = &rest[length..];
            continue;
        }
        match first {
            '[' if !is_link(rest) => out.push_str("\\["),
            '<' if !rest.starts_with("<http") => out.push_str("\\<"),
            other => out.push(other),
        }
        rest = &rest[first.len_utf8()..];
    }
    out
}

/// Length of the bare address at the start of `rest`, unless it stands in a link already.
fn address(rest: &str, before: &str) -> Option<usize> {
    let is_address = rest.starts_with("https://") || rest.starts_with("http://");
    if !is_address || before.ends_with(['<', '(']) {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, ')' | ']' | '>' | '"'))
        .unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches(['.', ',', ';', ':']).len())
}

/// Whether the bracket at the start of `rest` opens a Markdown link.
fn is_link(rest: &str) -> bool {
    rest.find(']')
        .is_some_and(|end| rest[end + 1..].starts_with('('))
}

/// Lines of at most `width` columns; lists, tables and fences keep their lines.
pub(super) fn wrapped(markdown: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut paragraph = String::new();
    let mut fenced = false;
    for line in markdown.trim().lines() {
        let fence = line.trim_start().starts_with("```");
        if fenced || fence || is_kept(line) {
            flush(&mut paragraph, width, &mut lines);
            lines.push(line.trim_end().to_owned());
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(line.trim());
        }
        fenced ^= fence;
    }
    flush(&mut paragraph, width, &mut lines);
    lines
}

fn is_kept(line: &str) -> bool {
    let start = line.trim_start();
    start.is_empty() || start.starts_with(['|', '#']) || start.starts_with("- ")
}

fn flush(paragraph: &mut String, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
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
    paragraph.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_rustdoc_would_take_for_markup() {
        assert_eq!(
            escaped("see [X] and <b>, `[x] <y>`, [text](#a)."),
            "see \\[X] and \\<b>, `[x] <y>`, [text](#a)."
        );
        assert_eq!(
            escaped("at https://a.example/b?c=d. Or (https://e.example)"),
            "at <https://a.example/b?c=d>. Or (https://e.example)"
        );
    }

    #[test]
    fn wraps_prose_and_keeps_lists() {
        let text = "one two three\nfour\n\n- a list item that is longer\n- b\n```\nx   y\n```";
        assert_eq!(
            wrapped(text, 13),
            [
                "one two three",
                "four",
                "",
                "- a list item that is longer",
                "- b",
                "```",
                "x   y",
                "```"
            ]
        );
    }
}
