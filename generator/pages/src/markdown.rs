//! Pages that are plain Markdown, turned into HTML whose elements stand on the lines of the source.

use std::fmt::Write as _;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, html::push_html};

use super::{lines::Line, opening, words::pattern};

/// Whether a text is Markdown of which tables with bars are not all: it has headings, and lists of
/// members or several operations.
pub(super) fn looks_like(lines: &[Line]) -> bool {
    let has_headings = lines
        .iter()
        .any(|it| pattern!(r"^#{1,6} \S").is_match(&it.text));
    let member = pattern!(r"^[-*+] (?:\*\*[A-Za-z_][\w.\-]*\*\*|`[A-Za-z_][\w.\-]*`)\s*\S");
    let members = lines.iter().filter(|it| member.is_match(&it.text)).count();
    let addresses = lines
        .iter()
        .filter(|it| opening::endpoint(&it.text).is_some())
        .count();
    has_headings && (members > 1 || addresses > 1)
}

/// The page as HTML. Its lines are those of the source.
pub(super) fn html(text: &str) -> String {
    let mut page = Html {
        out: "<html><body>".to_owned(),
        ahead: 0,
        seen: 0,
        text,
        is_head: false,
    };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for (event, place) in Parser::new_ext(text, options).into_offset_iter() {
        page.reach(place.start);
        page.event(event);
    }
    page.out
}

struct Html<'t> {
    out: String,
    /// Lines that stand in the output already.
    ahead: usize,
    /// Bytes of the source whose lines are counted.
    seen: usize,
    text: &'t str,
    /// Whether a row of headings stands open.
    is_head: bool,
}

impl Html<'_> {
    /// Goes on to the line of a place of the source.
    fn reach(&mut self, place: usize) {
        let Some(between) = self.text.get(self.seen..place) else {
            return;
        };
        let more = between.matches('\n').count();
        self.seen = place;
        let missing = more.saturating_sub(self.ahead);
        self.ahead = self.ahead.saturating_sub(more);
        self.out.extend(std::iter::repeat_n('\n', missing));
    }

    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::Table(_)) => self.out.push_str("<table>"),
            Event::End(TagEnd::Table) => self.out.push_str("</table>"),
            Event::Start(Tag::TableHead) => {
                self.is_head = true;
                self.out.push_str("<tr>");
            }
            Event::End(TagEnd::TableHead) => {
                self.is_head = false;
                self.out.push_str("</tr>");
            }
            Event::Start(Tag::TableRow) => self.out.push_str("<tr>"),
            Event::End(TagEnd::TableRow) => self.out.push_str("</tr>"),
            Event::Start(Tag::TableCell) => self.cell("<"),
            Event::End(TagEnd::TableCell) => self.cell("</"),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented)) => {
                self.out.push_str("<pre>");
            }
            Event::End(TagEnd::CodeBlock) => self.out.push_str("</pre>"),
            // The lines of a text are counted by the place of what follows.
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.out.push_str("<br>"),
            other => self.push(other),
        }
    }

    fn cell(&mut self, start: &str) {
        let name = if self.is_head { "th" } else { "td" };
        let _ = write!(self.out, "{start}{name}>");
    }

    /// What looks the same wherever it stands, without the lines that the writer adds around blocks.
    fn push(&mut self, event: Event<'_>) {
        // Lines of code are given one by one; their ends are those of the source.
        let code = match &event {
            Event::Text(text) => text.matches('\n').count(),
            _ => 0,
        };
        let mut html = String::new();
        push_html(&mut html, std::iter::once(event));
        let html = if code > 0 {
            html.as_str()
        } else {
            html.trim_matches('\n')
        };
        self.out.push_str(html);
        self.ahead += code;
    }
}
