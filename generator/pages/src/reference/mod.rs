//! Pages of parts: an operation, or a whole reference of operations and types.
//!
//! Headings open operations and types; what stands below one, up to the next, describes it. The facts
//! of a page with one operation stand below `request`, `response` and so on; those of a reference below
//! `operations/NAME` and `types/NAME`.

mod grids;
mod kinds;
mod levels;
mod returns;

use std::collections::BTreeSet;

use stipula_facts::{Fact, Kind, place::below};

use self::kinds::Opens;
use super::{
    book::{Book, Closed, Said},
    examples::Body,
    html::Part,
    prose,
    tables::{blocks::Block, fields::Members, values, walk},
    text,
    words::Need,
};
use crate::{
    account,
    columns::Table,
    lines::Line,
    owners::Owners,
    sections::{Section, section},
};

/// What a page of parts says.
#[derive(Debug, Default)]
pub(super) struct Read {
    pub(crate) title: Option<String>,
    pub(crate) said: Closed,
}

/// Reads the parts of a page.
pub(super) fn read(source: &str, parts: &[Part]) -> Read {
    let sections = kinds::sections(parts);
    let opened = sections
        .iter()
        .filter(|it| it.opens != Opens::Nothing)
        .count();
    if opened < 2 {
        return single(source, parts);
    }
    let mut reader = Reader {
        source,
        unsaid: grids::unsaid(parts),
        types: sections
            .iter()
            .filter(|it| it.opens == Opens::Type)
            .map(|it| it.name.to_owned())
            .collect(),
        read: Read::default(),
    };
    for section in &sections {
        match section.opens {
            Opens::Nothing => reader.prose(section.heading, section.parts),
            Opens::Operation => reader.operation(section),
            Opens::Type => reader.type_(section),
        }
    }
    reader.read
}

/// Whether a heading is of what all operations of a reference share.
fn is_common(heading: &str) -> bool {
    matches!(section(heading), Some(Section::Codes | Section::Headers(_)))
}

/// A page of one operation.
fn single(source: &str, parts: &[Part]) -> Read {
    let mut book = Book::new(source);
    let blocks = grids::blocks(parts, grids::unsaid(parts));
    walk::page(&mut book, &blocks);
    let title = book.title.take();
    let said = book.close();
    Read { title, said }
}

struct Reader<'a> {
    source: &'a str,
    /// What it means that a field is not said to be required.
    unsaid: Option<Need>,
    /// Types that the page describes.
    types: BTreeSet<String>,
    read: Read,
}

impl Reader<'_> {
    /// Takes what a book holds, below a place.
    fn take(&mut self, book: Book, at: &str) {
        let Closed {
            facts,
            bodies,
            mut read,
        } = book.close();
        self.read.said.read.append(&mut read);
        let put = |place: String| match (at.is_empty(), place.is_empty()) {
            (true, _) => place,
            (_, true) => at.to_owned(),
            _ => format!("{at}/{}", place.trim_start_matches('/')),
        };
        let facts = facts.into_iter().map(|it| Fact {
            at: put(it.at),
            ..it
        });
        self.read.said.facts.extend(facts);
        let bodies = bodies.into_iter().map(|it| Body {
            at: put(it.at),
            ..it
        });
        self.read.said.bodies.extend(bodies);
    }

    /// A chapter: words for people.
    fn prose(&mut self, heading: Option<&Line>, parts: &[Part]) {
        let mut book = Book::new(self.source);
        if self.read.title.is_none() {
            self.read.title = heading.map(|it| it.text.clone());
        }
        if let Some(line) = heading.filter(|it| is_common(&it.text)) {
            // Headers and codes that all operations have.
            let title = Part::Heading {
                level: 1,
                line: line.clone(),
            };
            let parts: Vec<Part> = std::iter::once(title)
                .chain(parts.iter().cloned())
                .collect();
            walk::page(&mut book, &grids::blocks(&parts, None));
            return self.take(book, "");
        }
        for line in heading.into_iter().chain(grids::lines(parts).iter()) {
            let said = Said {
                at: "page",
                line: line.no,
                words: &line.text,
            };
            book.prose(said);
        }
        self.take(book, "");
    }

    fn operation(&mut self, section: &kinds::Section<'_>) {
        let mut book = Book::new(self.source);
        if let (Some(endpoint), Some(line)) = (&section.endpoint, section.heading) {
            let said = Said {
                at: "operation",
                line: line.no,
                words: &line.text,
            };
            book.say(said, Kind::Endpoint, endpoint.as_str());
        }
        if let (None, false, Some(line)) =
            (&section.endpoint, section.has_endpoint(), section.heading)
        {
            // The name is the last part of the address, as the page tells for all of them.
            let said = Said {
                at: "operation",
                line: line.no,
                words: &line.text,
            };
            book.infer(said, Kind::Endpoint, format!("/{}", section.name));
        }
        let blocks = grids::blocks(section.parts, self.unsaid_of(section));
        walk::operation(&mut book, &blocks);
        let texts: Vec<&Line> = section.texts().collect();
        for line in &texts {
            let said = Said {
                at: "request",
                line: line.no,
                words: &line.text,
            };
            prose::about_table(&mut book, said);
        }
        if let Some((line, of)) = returns::of(&texts, &self.types) {
            let said = Said {
                at: "response",
                line: line.no,
                words: &line.text,
            };
            book.say(said, Kind::Type, of.as_str());
        }
        let at = below("operations", section.name);
        Self::named(&mut book, section);
        self.take(book, &at);
    }

    /// An operation says which of its fields are required in a column, or not at all.
    fn unsaid_of(&self, section: &kinds::Section<'_>) -> Option<Need> {
        self.unsaid.filter(|_| section.opens == Opens::Type)
    }

    /// A heading of one word is the name. Words are a title: the spec names the operation, and the parts
    /// of the page lead to it.
    fn named(book: &mut Book, section: &kinds::Section<'_>) {
        let is_title = section.name.contains(char::is_whitespace);
        if let Some(line) = section.heading.filter(|_| is_title) {
            book.furniture(line.no, &line.text, account::TITLE);
        } else if let Some(line) = section.heading {
            let said = Said {
                at: "",
                line: line.no,
                words: &line.text,
            };
            book.say(said, Kind::Field, section.name);
        }
    }

    fn type_(&mut self, section: &kinds::Section<'_>) {
        let mut book = Book::new(self.source);
        Self::named(&mut book, section);
        let blocks = grids::blocks(section.parts, self.unsaid_of(section));
        let mut owners = Owners::default();
        let mut cases: Vec<(&Line, String)> = Vec::new();
        for block in &blocks {
            match block {
                Block::Grid(grid) if grid.heads.kind == Table::Fields => {
                    let members = Members {
                        grid,
                        languages: None,
                    };
                    members.say(&mut book, "", &mut owners);
                }
                Block::Grid(grid) => values::values(&mut book, "", grid),
                Block::Title(line) | Block::Text(line) | Block::Body(line) | Block::Lost(line) => {
                    match self.case(&line.text) {
                        Some(name) => cases.push((line, name)),
                        None => {
                            let said = Said {
                                at: "",
                                line: line.no,
                                words: &line.text,
                            };
                            prose::about_table(&mut book, said);
                            book.prose(said);
                        }
                    }
                }
            }
        }
        if let Some((first, _)) = cases.first() {
            let names: Vec<&str> = cases.iter().map(|it| it.1.as_str()).collect();
            let said = Said {
                at: "",
                line: first.no,
                words: &names.join(" | "),
            };
            book.say(said, Kind::Type, names.join(" | "));
        }
        let at = below("types", section.name);
        self.take(book, &at);
    }

    /// An item of a list that is the name of a type: one of those that the type may be.
    fn case(&self, text: &str) -> Option<String> {
        let name = text::bare(text.strip_prefix("• ")?);
        self.types
            .contains(name.trim())
            .then(|| name.trim().to_owned())
    }
}
