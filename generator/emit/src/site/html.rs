//! Text on its way into HTML: escaped, or prose as a few plain elements.

use std::fmt::Write;

use crate::view::prose::{Block, Prose, Span};

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
pub(super) fn blocks(prose: Prose<'_>) -> String {
    let mut out = String::new();
    for block in prose.blocks() {
        match block {
            Block::Paragraph(spans) => {
                let _ = write!(out, "<p>{}</p>", line(&spans));
            }
            Block::Bullets(items) => {
                out.push_str("<ul>");
                for item in items {
                    let _ = write!(out, "<li>{}</li>", line(&item));
                }
                out.push_str("</ul>");
            }
        }
    }
    out
}

/// Prose as one line.
pub(super) fn inline(prose: Prose<'_>) -> String {
    line(&prose.line())
}

/// A line.
pub(super) fn line(spans: &[Span<'_>]) -> String {
    let mut out = String::new();
    for span in spans {
        let _ = match span {
            Span::Text(text) => write!(out, "{}", escape_text(text)),
            Span::Code(text) => write!(out, "<code>{}</code>", escape_text(text)),
            Span::Bold(inside) => write!(out, "<strong>{}</strong>", line(inside)),
            Span::Link { label, address } => write!(
                out,
                "<a href=\"{}\" rel=\"noopener noreferrer\">{}</a>",
                escape(address),
                escape_text(label)
            ),
        };
    }
    out
}
