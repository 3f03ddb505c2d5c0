//! Prose of the spec, which is written in Markdown: paragraphs, bullets, code, bold words, links.

use std::borrow::Cow;

/// A text in Markdown, as the spec has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Prose<'a>(&'a str);

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block<'a> {
    Paragraph(Vec<Span<'a>>),
    Bullets(Vec<Vec<Span<'a>>>),
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Span<'a> {
    Text(Cow<'a, str>),
    Code(Cow<'a, str>),
    Bold(Vec<Span<'a>>),
    /// Only to addresses of the web.
    Link {
        label: Cow<'a, str>,
        address: Cow<'a, str>,
    },
}

impl<'a> Prose<'a> {
    pub(crate) const fn new(markdown: &'a str) -> Self {
        Self(markdown)
    }

    /// As it is written.
    pub(crate) fn markdown(self) -> &'a str {
        self.0.trim()
    }

    /// Its first paragraph, as it is written.
    pub(crate) fn first(self) -> &'a str {
        self.markdown().split("\n\n").next().unwrap_or_default()
    }

    /// Paragraphs and bullet lists.
    pub(crate) fn blocks(self) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        let paragraphs = self.0.trim().split("\n\n");
        for block in paragraphs.filter(|it| !it.trim().is_empty()) {
            let lines: Vec<&str> = block.trim().lines().map(str::trim).collect();
            let start = lines.iter().position(|line| line.starts_with("- "));
            let (prose, bullets) = lines.split_at(start.unwrap_or(lines.len()));
            if !prose.is_empty() {
                blocks.push(Block::Paragraph(joined(prose)));
            }
            if !bullets.is_empty() {
                blocks.push(Block::Bullets(items(bullets)));
            }
        }
        blocks
    }

    /// All of it as one line.
    pub(crate) fn line(self) -> Vec<Span<'a>> {
        spans(self.0)
    }

    /// The words of all of it as one line, without any mark.
    pub(crate) fn plain_line(self) -> String {
        plain(&self.line())
    }

    /// The words of its blocks, without any mark.
    pub(crate) fn plain(self) -> String {
        let mut out = String::with_capacity(self.0.len());
        for block in self.blocks() {
            match block {
                Block::Paragraph(line) => words(&line, &mut out),
                Block::Bullets(lines) => lines.iter().for_each(|line| words(line, &mut out)),
            }
        }
        out.trim().to_owned()
    }
}

/// The words of a line, without any mark.
pub(crate) fn plain(line: &[Span<'_>]) -> String {
    let mut out = String::new();
    words(line, &mut out);
    out.trim().to_owned()
}

/// Adds the words of a line, and what parts them from the next.
fn words(line: &[Span<'_>], out: &mut String) {
    said(line, out);
    out.push(' ');
}

fn said(line: &[Span<'_>], out: &mut String) {
    for span in line {
        match span {
            Span::Text(text) | Span::Code(text) | Span::Link { label: text, .. } => {
                out.push_str(text);
            }
            Span::Bold(inside) => said(inside, out),
        }
    }
}

/// Bullets, each with the lines that go on with it.
fn items<'a>(lines: &[&'a str]) -> Vec<Vec<Span<'a>>> {
    let goes_on = |_: &&str, next: &&str| !next.starts_with("- ");
    lines
        .chunk_by(goes_on)
        .map(|item| {
            let mut item = item.to_vec();
            if let Some(first) = item.first_mut() {
                *first = first.strip_prefix("- ").unwrap_or(first);
            }
            joined(&item)
        })
        .collect()
}

/// Lines as one line.
fn joined<'a>(lines: &[&'a str]) -> Vec<Span<'a>> {
    match lines {
        [one] => spans(one),
        lines => spans(&lines.join(" ")).into_iter().map(owned).collect(),
    }
}

fn owned(span: Span<'_>) -> Span<'static> {
    let own = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
    match span {
        Span::Text(text) => Span::Text(own(text)),
        Span::Code(text) => Span::Code(own(text)),
        Span::Bold(inside) => Span::Bold(inside.into_iter().map(owned).collect()),
        Span::Link { label, address } => Span::Link {
            label: own(label),
            address: own(address),
        },
    }
}

/// One line of Markdown. What only looks like a mark is text.
fn spans(markdown: &str) -> Vec<Span<'_>> {
    let text = markdown.trim();
    let mut out = Vec::new();
    let (mut told, mut at) = (0, 0);
    while let Some(mark) = text[at..].find(['`', '*', '[']) {
        at += mark;
        let rest = &text[at..];
        match code(rest).or_else(|| bold(rest)).or_else(|| link(rest)) {
            Some((span, read)) => {
                push_text(&mut out, &text[told..at]);
                out.push(span);
                at += read;
                told = at;
            }
            None => at += 1,
        }
    }
    push_text(&mut out, &text[told..]);
    out
}

fn push_text<'a>(out: &mut Vec<Span<'a>>, text: &'a str) {
    if !text.is_empty() {
        out.push(Span::Text(Cow::Borrowed(text)));
    }
}

/// A code span with a fence of any length, and how many bytes it takes.
fn code(text: &str) -> Option<(Span<'_>, usize)> {
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
            return Some((Span::Code(Cow::Borrowed(inside)), at + fence));
        }
        from = at + end;
    }
}

fn bold(text: &str) -> Option<(Span<'_>, usize)> {
    let inside = text.strip_prefix("**")?;
    let end = inside.find("**").filter(|end| *end > 0)?;
    Some((Span::Bold(spans(&inside[..end])), end + 4))
}

fn link(text: &str) -> Option<(Span<'_>, usize)> {
    let (label, after) = text.strip_prefix('[')?.split_once("](")?;
    let (address, _) = after.split_once(')')?;
    if !is_web(address) || label.contains(['[', ']']) || address.contains(char::is_whitespace) {
        return None;
    }
    let span = Span::Link {
        label: Cow::Borrowed(label),
        address: Cow::Borrowed(address),
    };
    Some((span, label.len() + address.len() + 4))
}

/// An address that a browser may follow.
pub(crate) fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}
