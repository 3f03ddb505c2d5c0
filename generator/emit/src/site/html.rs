//! Text on its way into HTML: escaped, or Markdown of the spec turned into a few plain elements.

use std::fmt::Write;

/// Text as HTML, between tags and inside quoted attributes alike.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
    out
}

/// Text between tags, where quotes need no escape.
pub(super) fn escape_text(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// JSON for a `<script>`: no text of it can end the element or begin a comment.
pub(super) fn script_json(json: &str) -> String {
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// Paragraphs and bullet lists. Nothing of the text becomes markup except code spans, bold words
/// and links to web addresses.
pub(super) fn blocks(markdown: &str) -> String {
    let mut out = String::new();
    for block in markdown
        .trim()
        .split("\n\n")
        .filter(|it| !it.trim().is_empty())
    {
        let lines: Vec<&str> = block.trim().lines().map(str::trim).collect();
        let start = lines
            .iter()
            .position(|line| line.starts_with("- "))
            .unwrap_or(lines.len());
        let (prose, bullets) = lines.split_at(start);
        if !prose.is_empty() {
            let _ = write!(out, "<p>{}</p>", inline(&prose.join(" ")));
        }
        if !bullets.is_empty() {
            out.push_str("<ul>");
            for item in items(bullets) {
                let _ = write!(out, "<li>{}</li>", inline(&item));
            }
            out.push_str("</ul>");
        }
    }
    out
}

/// Bullets, each with the lines that go on with it.
fn items(lines: &[&str]) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in lines {
        match (line.strip_prefix("- "), items.last_mut()) {
            (Some(text), _) => items.push(text.to_owned()),
            (None, Some(item)) => {
                item.push(' ');
                item.push_str(line);
            }
            (None, None) => items.push((*line).to_owned()),
        }
    }
    items
}

/// One line of Markdown.
pub(super) fn inline(markdown: &str) -> String {
    let mut out = String::new();
    let mut rest = markdown.trim();
    while let Some(at) = rest.find(['`', '*', '[']) {
        out.push_str(&escape_text(&rest[..at]));
        rest = &rest[at..];
        let (html, read) = code(rest)
            .or_else(|| bold(rest))
            .or_else(|| link(rest))
            .unwrap_or_else(|| (rest[..1].to_owned(), 1));
        out.push_str(&html);
        rest = &rest[read..];
    }
    out.push_str(&escape_text(rest));
    out
}

/// A code span with a fence of any length, and how many bytes it takes.
fn code(text: &str) -> Option<(String, usize)> {
    let fence = text.len() - text.trim_start_matches('`').len();
    if fence == 0 {
        return None;
    }
    let mark = &text[..fence];
    let mut from = fence;
    loop {
        let at = from + text[from..].find(mark)?;
        let end = text[at..].len() - text[at..].trim_start_matches('`').len();
        if end == fence {
            let inside = &text[fence..at];
            let padded = inside.strip_prefix(' ').and_then(|it| it.strip_suffix(' '));
            let inside = padded.filter(|it| !it.trim().is_empty()).unwrap_or(inside);
            return Some((format!("<code>{}</code>", escape_text(inside)), at + fence));
        }
        from = at + end;
    }
}

fn bold(text: &str) -> Option<(String, usize)> {
    let inside = text.strip_prefix("**")?;
    let end = inside.find("**").filter(|end| *end > 0)?;
    let html = format!("<strong>{}</strong>", inline(&inside[..end]));
    Some((html, end + 4))
}

fn link(text: &str) -> Option<(String, usize)> {
    let (label, after) = text.strip_prefix('[')?.split_once("](")?;
    let (address, _) = after.split_once(')')?;
    let is_web = address.starts_with("https://") || address.starts_with("http://");
    if !is_web || label.contains(['[', ']']) || address.contains(char::is_whitespace) {
        return None;
    }
    let html = format!(
        "<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>",
        escape(address),
        escape_text(label)
    );
    Some((html, label.len() + address.len() + 4))
}
