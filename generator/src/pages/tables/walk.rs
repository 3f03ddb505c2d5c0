//! From titles and tables to places.

use super::{
    blocks::{Block, Row},
    fields::Members,
};
use crate::pages::{
    Kind,
    book::{Body, Book, Said, below},
    codes::{self, Code},
    columns::{Column, Table},
    lines::Line,
    opening,
    owners::Owners,
    sections::{Section, is_numbered, section, title},
};

/// A table of members and the title it stands under.
struct Waiting<'a> {
    title: String,
    line: usize,
    part: &'static str,
    members: Members<'a>,
}

struct Walk<'a> {
    book: &'a mut Book,
    part: Option<&'static str>,
    /// The section or title that the next block stands under.
    under: Under,
    owners: Owners,
    waiting: Vec<Waiting<'a>>,
    /// What tables of values and lines of text wait for: the member that the title names.
    later: Vec<(&'static str, String, Later<'a>)>,
    languages: Option<[&'static str; 2]>,
    examples: usize,
    last_title: Option<String>,
}

enum Under {
    Section(Section),
    Title(Line),
    Nothing,
}

enum Later<'a> {
    Text(&'a Line),
    Values(&'a [Column], &'a [Row]),
}

/// Reads the blocks of a page.
pub(super) fn page(book: &mut Book, blocks: &[Block]) {
    let start = opening_end(blocks);
    let lines: Vec<Line> = blocks[..start]
        .iter()
        .filter_map(Block::line)
        .cloned()
        .collect();
    opening::read(book, &lines);
    let languages = blocks.iter().find_map(|it| match it {
        Block::Grid { columns, .. } => columns.iter().find_map(|it| {
            if let Column::Length(found) = it {
                *found
            } else {
                None
            }
        }),
        _ => None,
    });
    let mut walk = Walk {
        book,
        part: None,
        under: Under::Nothing,
        owners: Owners::default(),
        waiting: vec![],
        later: vec![],
        languages,
        examples: 0,
        last_title: None,
    };
    for block in &blocks[start..] {
        walk.block(block);
    }
    walk.place();
}

impl Block {
    fn line(&self) -> Option<&Line> {
        match self {
            Self::Title(line) | Self::Text(line) | Self::Body(line) => Some(line),
            Self::Grid { .. } => None,
        }
    }
}

/// Up to and with the endpoint, or up to the first table or well-known heading.
fn opening_end(blocks: &[Block]) -> usize {
    let first = blocks.iter().position(|it| match it {
        Block::Grid { .. } | Block::Body(_) => true,
        Block::Title(line) => section(&line.text).is_some(),
        Block::Text(_) => false,
    });
    let first = first.unwrap_or(blocks.len());
    let endpoint = blocks.iter().position(|it| {
        it.line()
            .is_some_and(|it| opening::endpoint(&it.text).is_some())
    });
    match endpoint {
        Some(place) if place < first || first == 0 => first.max(place + 1).min(blocks.len()),
        _ => first,
    }
}

impl<'a> Walk<'a> {
    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Title(line) => self.title(line),
            Block::Text(line) => self.text(line),
            Block::Body(line) => self.body(line),
            Block::Grid {
                kind,
                columns,
                rows,
            } => self.grid(*kind, columns, rows),
        }
    }

    fn title(&mut self, line: &Line) {
        let found = section(&line.text);
        match found {
            Some(Section::Request) => self.part = Some("request"),
            Some(Section::Response) => self.part = Some("response"),
            _ => {}
        }
        self.last_title = Some(line.text.clone());
        self.under = match found {
            Some(Section::Samples) | None => Under::Title(line.clone()),
            Some(found) => Under::Section(found),
        };
    }

    fn text(&mut self, line: &'a Line) {
        if let Some(endpoint) = opening::endpoint(&line.text) {
            self.book.say(
                Said {
                    at: "operation",
                    line: line.no,
                    words: &line.text,
                },
                Kind::Endpoint,
                endpoint,
            );
            return;
        }
        match &self.under {
            Under::Title(it) => self.later.push((
                self.part.unwrap_or("request"),
                title(&it.text).to_owned(),
                Later::Text(line),
            )),
            _ => self.book.prose(Said {
                at: "page",
                line: line.no,
                words: &line.text,
            }),
        }
    }

    fn body(&mut self, line: &Line) {
        self.examples += 1;
        let title = match &self.last_title {
            Some(it) if matches!(self.under, Under::Title(_)) || is_numbered(it) => {
                title(it).to_owned()
            }
            _ => self.examples.to_string(),
        };
        let lower = title.to_lowercase();
        let answers = ["response", "返回", "响应", "回應"]
            .iter()
            .any(|it| lower.contains(it));
        let direction = match self.part {
            _ if answers => "response",
            Some("response") if matches!(self.under, Under::Section(_)) => "response",
            _ => "request",
        };
        self.book.body(Body {
            at: below("examples", &title),
            direction,
            text: line.text.clone(),
            line: line.no,
        });
    }

    fn grid(&mut self, kind: Table, columns: &'a [Column], rows: &'a [Row]) {
        let cell = |row: &'a Row, wanted: Column| {
            columns
                .iter()
                .position(|it| *it == wanted)
                .and_then(|it| row.cells.get(it))
                .map_or("", String::as_str)
        };
        match kind {
            Table::Hosts => {
                for row in rows {
                    let at = below("hosts", cell(row, Column::Environment));
                    let host = cell(row, Column::Host);
                    self.book.say(
                        Said {
                            at: &at,
                            line: row.line,
                            words: host,
                        },
                        Kind::Host,
                        host,
                    );
                }
            }
            Table::Codes => {
                for row in rows {
                    let (code, class, message) = (
                        cell(row, Column::Code),
                        cell(row, Column::Class),
                        cell(row, Column::Message),
                    );
                    codes::say(
                        self.book,
                        &Code {
                            code,
                            class,
                            message,
                            line: row.line,
                        },
                    );
                    self.rest("codes", code, columns, row);
                }
            }
            Table::States => {
                for row in rows {
                    let status = cell(row, Column::Status);
                    let at = below("states", status);
                    self.book.say(
                        Said {
                            at: &at,
                            line: row.line,
                            words: status,
                        },
                        Kind::Value,
                        status,
                    );
                    self.rest("states", status, columns, row);
                }
            }
            Table::Values => {
                if let Under::Title(it) = &self.under {
                    self.later.push((
                        self.part.unwrap_or("request"),
                        title(&it.text).to_owned(),
                        Later::Values(columns, rows),
                    ));
                } else {
                    values(self.book, "page", columns, rows);
                }
            }
            Table::Fields => self.fields(columns, rows),
        }
    }

    /// Cells that no rule knows.
    fn rest(&mut self, part: &str, name: &str, columns: &[Column], row: &Row) {
        for (_, words) in columns
            .iter()
            .zip(&row.cells)
            .filter(|(it, _)| matches!(it, Column::Other | Column::Description | Column::Label))
        {
            self.book.prose(Said {
                at: &below(part, name),
                line: row.line,
                words,
            });
        }
    }

    fn fields(&mut self, columns: &'a [Column], rows: &'a [Row]) {
        let members = Members {
            columns,
            rows,
            languages: self.languages,
        };
        match &self.under {
            Under::Section(Section::Headers(scope)) => {
                let at = Section::headers_at(*scope, self.part);
                members.say(self.book, at, &mut Owners::default());
            }
            Under::Title(line) => {
                let part = self.part.unwrap_or("request");
                self.waiting.push(Waiting {
                    title: title(&line.text).to_owned(),
                    line: line.no,
                    part,
                    members,
                });
            }
            _ => members.say(self.book, self.part.unwrap_or("request"), &mut self.owners),
        }
    }

    /// Puts tables of children below the members they belong to, which may come in any order.
    fn place(&mut self) {
        loop {
            let before = self.waiting.len();
            for it in std::mem::take(&mut self.waiting) {
                let places = self.owners.find(&it.title, it.part);
                if places.is_empty() {
                    self.waiting.push(it);
                    continue;
                }
                for at in places {
                    it.members.say(self.book, &at, &mut self.owners);
                }
            }
            if self.waiting.len() == before {
                break;
            }
        }
        for it in std::mem::take(&mut self.waiting) {
            let at = Owners::nowhere(&it.title, it.part);
            self.book.gap(
                Said {
                    at: &at,
                    line: it.line,
                    words: &it.title,
                },
                "heading",
            );
            it.members.say(self.book, &at, &mut self.owners);
        }
        for (part, title, it) in std::mem::take(&mut self.later) {
            let at = self
                .owners
                .find(&title, part)
                .into_iter()
                .next()
                .unwrap_or_else(|| "page".to_owned());
            match it {
                Later::Text(line) => self.book.prose(Said {
                    at: &at,
                    line: line.no,
                    words: &line.text,
                }),
                Later::Values(columns, rows) => values(self.book, &at, columns, rows),
            }
        }
    }
}

/// A table of values with their names.
fn values(book: &mut Book, at: &str, columns: &[Column], rows: &[Row]) {
    let place = columns
        .iter()
        .position(|it| *it == Column::Code)
        .or_else(|| columns.iter().position(|it| *it == Column::Value))
        .unwrap_or_default();
    for row in rows {
        let value = row.cells.get(place).map_or("", String::as_str);
        book.say(
            Said {
                at,
                line: row.line,
                words: value,
            },
            Kind::Value,
            value,
        );
        book.prose(Said {
            at,
            line: row.line,
            words: &row.cells.join(" / "),
        });
    }
}
