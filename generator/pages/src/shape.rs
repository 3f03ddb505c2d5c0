//! Which shape a capture has, and the one way in.

use std::fmt;
use stipula_facts::{Fact, Kind};

use serde::{Deserialize, Serialize};

use super::{
    account::{Account, Unit},
    book::{Book, Closed, Said},
    examples,
    html::{self, Document, Refused},
    lines::{self, Line},
    markdown, paragraphs, portal,
    reference::{self, Read},
    settle::settle,
    tables,
    text::digest,
};

/// Longest capture that is read, in bytes.
const CAPTURE_LIMIT: u64 = 4 * 1024 * 1024;

/// How a page came to be text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Shape {
    /// A page as a browser saves it.
    Html,
    /// Plain text with the marks of Markdown: headings, lists, tables.
    Markdown,
    /// The data behind a portal's page, dumped as something like JSON.
    PortalJson,
    /// Tables whose cells end in `|`.
    PipeTables,
    /// One paragraph per line, tables flattened to one cell per line.
    Paragraphs,
}

impl Shape {
    /// The name in `sources.yaml`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "markdown",
            Self::PortalJson => "portal-json",
            Self::PipeTables => "pipe-tables",
            Self::Paragraphs => "paragraphs",
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A page that was read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Page {
    /// How it was written down.
    pub shape: Shape,
    /// Its title, when it has one above everything else.
    pub title: Option<String>,
    /// What it says, sorted, at least one field among it.
    pub facts: Vec<Fact>,
    /// What became of each of its texts.
    pub account: Account,
}

/// A page that could not be read. It is never taken for a page that says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnknownShape {
    /// It is longer than any page is.
    TooLong {
        /// Its bytes.
        bytes: usize,
    },
    /// It holds bytes that no text has.
    NotText {
        /// Line of the first, from 1.
        line: usize,
    },
    /// Its markup is none that a page has.
    Markup {
        /// Line where that shows.
        line: usize,
        /// What is too much of.
        what: &'static str,
    },
    /// Nothing of any known shape was found.
    Unrecognised {
        /// What the capture has instead.
        seen: String,
    },
    /// The shape is known, and not one field could be read.
    NoField {
        /// The shape it looked like.
        shape: Shape,
        /// What the capture has.
        seen: String,
    },
}

impl fmt::Display for UnknownShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { bytes } => write!(
                f,
                "this capture has {bytes} bytes, and at most {CAPTURE_LIMIT} are read; a page is \
                 shorter: keep the part that describes the operation"
            ),
            Self::NotText { line } => write!(
                f,
                "this capture is not text: line {line} has a NUL byte; save the page as UTF-8 text"
            ),
            Self::Markup { line, what } => write!(
                f,
                "this capture has markup that no page has: {what}, line {line}; save the page again, or keep the part \
                 that describes the operation"
            ),
            Self::Unrecognised { seen } => write!(
                f,
                "this capture has no known shape: looked for a dump with a `request` list \
                 (portal-json), a row of headings such as `Name | Type |` (pipe-tables) and a \
                 heading such as `Request parameters` above `name type` lines (paragraphs); \
                 found {seen}"
            ),
            Self::NoField { shape, seen } => write!(
                f,
                "this capture looks like {shape}, and no field could be read from it; found {seen}"
            ),
        }
    }
}

impl std::error::Error for UnknownShape {}

/// Reads a capture. `source` is the id of the page in `sources.yaml`.
///
/// # Errors
/// The capture is too long or no text, has no known shape, or gives no field at all.
pub fn read(source: &str, text: &str) -> Result<Page, UnknownShape> {
    if text.len() as u64 > CAPTURE_LIMIT {
        return Err(UnknownShape::TooLong { bytes: text.len() });
    }
    if let Some(place) = text.find('\0') {
        let line = text[..place].matches('\n').count() + 1;
        return Err(UnknownShape::NotText { line });
    }
    let lines = lines::of(text);
    let (shape, title, said, texts) = if html::looks_like(text) {
        document(source, Shape::Html, html::read(text)?)
    } else if markdown::looks_like(&lines) {
        document(source, Shape::Markdown, html::read(&markdown::html(text))?)
    } else {
        let mut book = Book::new(source);
        let (shape, texts) = recognise(&mut book, text, &lines)?;
        let title = book.title.take();
        (shape, title, book.close(), texts)
    };
    let (account, lost) = settle(texts, said.read);
    let (mut facts, bodies) = (said.facts, said.bodies);
    facts.extend(unread(source, &lost));
    if !facts.iter().any(|it| it.kind == Kind::Field) {
        return Err(UnknownShape::NoField {
            shape,
            seen: seen(&lines),
        });
    }
    examples::add(source, &bodies, &mut facts);
    stipula_facts::sort(&mut facts);
    Ok(Page {
        shape,
        title,
        facts,
        account,
    })
}

/// The parts of a document with the facts on the lines of its source.
fn document(
    source: &str,
    shape: Shape,
    document: Document,
) -> (Shape, Option<String>, Closed, Vec<Unit>) {
    let Read { title, mut said } = reference::read(source, &document.parts);
    let line = |place: usize| document.lines.get(place).copied().unwrap_or(place);
    said.facts.iter_mut().for_each(|it| it.line = line(it.line));
    said.bodies
        .iter_mut()
        .for_each(|it| it.line = line(it.line));
    (shape, title, said, document.texts)
}

/// Words that no reader took: gaps, and prose for people.
fn unread(source: &str, lost: &[(usize, String)]) -> Vec<Fact> {
    let mut book = Book::new(source);
    for (line, words) in lost {
        let at = format!("page/?{}", digest(words));
        let said = Said {
            at: &at,
            line: *line,
            words,
        };
        book.gap(said, "text");
        book.prose(said);
    }
    book.close().facts
}

impl From<Refused> for UnknownShape {
    fn from(it: Refused) -> Self {
        match it {
            Refused::Deep { line } => Self::Markup {
                line,
                what: "elements that stand too deep in each other",
            },
            Refused::Attributes { line } => Self::Markup {
                line,
                what: "a tag with too many attributes",
            },
        }
    }
}

fn recognise(
    book: &mut Book,
    text: &str,
    lines: &[Line],
) -> Result<(Shape, Vec<Unit>), UnknownShape> {
    if let Some(dump) = portal::find(text) {
        portal::read(book, text, &dump);
        return Ok((Shape::PortalJson, portal::texts(text, &dump)));
    }
    if tables::looks_like(lines) {
        tables::read(book, lines);
        return Ok((Shape::PipeTables, lines::texts(text)));
    }
    if paragraphs::looks_like(lines) {
        paragraphs::read(book, lines);
        return Ok((Shape::Paragraphs, lines::texts(text)));
    }
    Err(UnknownShape::Unrecognised { seen: seen(lines) })
}

/// A short description of a text, for errors.
fn seen(lines: &[Line]) -> String {
    let Some(first) = lines.first() else {
        return "no text".to_owned();
    };
    let start: String = first.text.chars().take(60).collect();
    let lines_with = lines.iter().filter(|it| it.text.contains('|')).count();
    let count = match lines.len() {
        1 => "1 line".to_owned(),
        many => format!("{many} lines"),
    };
    format!("{count} of text, {lines_with} of them with `|`, the first: `{start}`")
}
