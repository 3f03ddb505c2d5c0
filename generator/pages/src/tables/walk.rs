//! From titles and tables to places.

use super::{
    blocks::{Block, Grid, Row},
    fields::Members,
    titles::{Titled, Titles, What},
};
use crate::{
    bodies,
    book::{Book, Said},
    codes::{self, Code},
    columns::{Column, Table},
    examples::Body,
    lines::Line,
    opening,
    paragraphs::{self, headers, members},
    sections::{Answer, Section, answer, is_all_answers, is_numbered, section, title},
};
use stipula_facts::{Kind, place::below};

/// Reads the blocks of a page.
pub(crate) fn page(book: &mut Book, blocks: &[Block]) {
    read(book, blocks, None);
}

/// Reads the blocks about one operation of many: what its headings do not tell is of its request.
pub(crate) fn operation(book: &mut Book, blocks: &[Block]) {
    read(book, blocks, Some("request".to_owned()));
}

fn read(book: &mut Book, blocks: &[Block], part: Option<String>) {
    let start = opening_end(blocks);
    let lines: Vec<Line> = blocks[..start]
        .iter()
        .filter_map(Block::line)
        .cloned()
        .collect();
    opening::read(book, &lines);
    let mut walk = Walk {
        book,
        part,
        under: Under::Nothing,
        loose: vec![],
        titles: Titles::default(),
        languages: languages(blocks),
        examples: 0,
    };
    for block in &blocks[start..] {
        walk.block(block);
    }
    walk.close();
    walk.titles.settle(walk.book);
}

/// The order of languages in lengths, where a heading gives one.
fn languages(blocks: &[Block]) -> Option<[&'static str; 2]> {
    let columns = blocks.iter().filter_map(|it| match it {
        Block::Grid(grid) => Some(&grid.heads.columns),
        _ => None,
    });
    columns.flatten().find_map(|it| {
        if let Column::Length(found) = it {
            *found
        } else {
            None
        }
    })
}

/// Up to and with the endpoint, or up to the first table or well-known heading.
fn opening_end(blocks: &[Block]) -> usize {
    let structure = |it: &Block| match it {
        Block::Grid(_) | Block::Body(_) | Block::Lost(_) => true,
        Block::Title(line) => section(&line.text).is_some() || usual_answer(&line.text),
        Block::Text(_) => false,
    };
    blocks.iter().position(structure).unwrap_or(blocks.len())
}

/// Whether a heading names an answer by its status and nothing else.
fn usual_answer(line: &str) -> bool {
    answer(line).is_some_and(|it| it.is_usual())
}

struct Walk<'a, 'b> {
    book: &'b mut Book,
    /// `request`, `response`, or an answer of another status.
    part: Option<String>,
    under: Under<'a>,
    /// Lines of text under a section.
    loose: Vec<Line>,
    titles: Titles<'a>,
    languages: Option<[&'static str; 2]>,
    examples: usize,
}

/// The heading that the next block stands under.
enum Under<'a> {
    /// A well-known one.
    Section(Section, &'a Line),
    /// One that names something, and whether that was of use.
    Title(&'a Line, bool),
    Nothing,
}

impl<'a> Walk<'a, '_> {
    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Title(line) => self.title(line),
            Block::Text(line) => self.text(line),
            Block::Body(line) => self.body(line),
            Block::Lost(line) => self.lost(line),
            Block::Grid(grid) => {
                self.read_loose();
                self.grid(grid);
            }
        }
    }

    fn title(&mut self, line: &'a Line) {
        self.close();
        let is_answer = self
            .part
            .as_ref()
            .is_some_and(|it| it.starts_with("response"));
        if let Some(found) = answer(&line.text).filter(|it| it.is_usual() || is_answer) {
            self.answer(&found, line);
            return;
        }
        self.under = match section(&line.text) {
            None => Under::Title(line, false),
            Some(found) => {
                match found {
                    Section::Request | Section::Parameters(_) => {
                        self.part = Some("request".to_owned());
                    }
                    // The parts of an answer of some status are parts of that one.
                    Section::Response if is_answer && !is_all_answers(&line.text) => {}
                    Section::Response => self.part = Some("response".to_owned()),
                    _ => {}
                }
                Under::Section(found, line)
            }
        };
    }

    /// An answer of some status.
    fn answer(&mut self, found: &Answer<'_>, line: &'a Line) {
        self.part = Some(found.root.clone());
        self.under = Under::Section(Section::Response, line);
        if !found.words.is_empty() {
            let at = &found.root;
            self.book.prose(Said {
                at,
                line: line.no,
                words: found.words,
            });
        }
    }

    /// An answer that the capture does not show.
    fn lost(&mut self, line: &Line) {
        let at = answer(&line.text).map_or_else(|| "response".to_owned(), |it| it.root);
        let said = Said {
            at: &at,
            line: line.no,
            words: &line.text,
        };
        self.book.gap(said, "answer");
    }

    /// The part that stands open.
    fn part(&self) -> String {
        self.part.clone().unwrap_or_else(|| "request".to_owned())
    }

    /// Ends what stands under a heading; a title that named nothing is prose.
    fn close(&mut self) {
        self.read_loose();
        if let Under::Title(line, false) = &self.under {
            self.book.prose(Said {
                at: "page",
                line: line.no,
                words: &line.text,
            });
        }
    }

    fn text(&mut self, line: &'a Line) {
        let announced = match &mut self.under {
            Under::Title(it, used) if opening::is_label(&it.text) => {
                let path = opening::is_path(&line.text).then(|| line.text.clone());
                if path.is_some() {
                    *used = true;
                    self.book.was_read(it.no, &it.text);
                }
                path
            }
            _ => None,
        };
        if let Some(endpoint) = opening::endpoint(&line.text).or(announced) {
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
            Under::Title(..) => self.wait(What::Text(line)),
            _ => self.loose.push(line.clone()),
        }
    }

    /// Some captures have tables for headers and paragraphs for members, or codes without borders.
    fn read_loose(&mut self) {
        let lines = std::mem::take(&mut self.loose);
        let part = &self.part();
        match &self.under {
            Under::Section(Section::Request | Section::Response | Section::Body, _)
                if lines.iter().any(|it| members::heading(&it.text).is_some()) =>
            {
                members::read(self.book, part, &lines);
            }
            Under::Section(Section::Parameters(it), _)
                if lines.iter().any(|it| members::heading(&it.text).is_some()) =>
            {
                members::read(self.book, it.root(), &lines);
            }
            Under::Section(Section::Codes, _) => paragraphs::codes(self.book, &lines),
            Under::Section(Section::Headers(scope), _) => {
                let at = Section::headers_at(*scope, self.part.as_deref());
                headers::read(self.book, at, &lines);
            }
            _ => paragraphs::aside(self.book, &lines),
        }
    }

    /// Puts something off until it is known what its title names.
    fn wait(&mut self, what: What<'a>) {
        let part = self.part();
        if let Under::Title(line, used) = &mut self.under {
            if !matches!(what, What::Text(_)) {
                *used = true;
                self.book.was_read(line.no, &line.text);
            }
            self.titles.wait(Titled {
                title: title(&line.text),
                line: line.no,
                part,
                what,
            });
        }
    }

    fn body(&mut self, line: &Line) {
        self.examples += 1;
        let own = match &mut self.under {
            Under::Title(it, used) => {
                *used = true;
                Some(*it)
            }
            Under::Section(_, it) if is_numbered(&it.text) => Some(*it),
            _ => None,
        };
        if let Some(own) = own {
            self.book.was_read(own.no, &own.text);
        }
        let title = own.map_or_else(
            || self.examples.to_string(),
            |it| title(&it.text).to_owned(),
        );
        let under = if let Under::Section(_, it) = &self.under {
            bodies::direction(&it.text)
        } else {
            None
        };
        let direction = bodies::direction(&title).or(under);
        self.book.body(Body {
            at: below("examples", &title),
            direction,
            text: line.text.clone(),
            line: line.no,
        });
    }

    fn grid(&mut self, grid: &'a Grid) {
        let (columns, rows) = (grid.heads.columns.as_slice(), grid.rows.as_slice());
        let titled = matches!(self.under, Under::Title(..));
        match grid.heads.kind {
            Table::Values | Table::States if titled => self.wait(What::Values(grid)),
            Table::Values => super::values::values(self.book, "page", grid),
            Table::States => super::values::states(self.book, columns, rows),
            Table::Fields => self.members(grid),
            Table::Hosts => {
                grid.heads.note(self.book, "page", grid.line);
                for row in rows {
                    self.host(columns, row);
                }
            }
            Table::Codes => {
                grid.heads.note(self.book, "page", grid.line);
                for row in rows {
                    self.code(columns, row);
                }
            }
        }
    }

    fn members(&mut self, grid: &'a Grid) {
        let members = Members {
            grid,
            languages: self.languages,
        };
        match &self.under {
            Under::Section(Section::Headers(scope), _) => {
                members.headers(self.book, Section::headers_at(*scope, self.part.as_deref()));
            }
            Under::Section(Section::Parameters(it), _) => {
                self.titles.say(self.book, it.root(), &members);
            }
            Under::Title(..) => self.wait(What::Members(members)),
            _ => {
                let part = self.part();
                self.titles.say(self.book, &part, &members);
            }
        }
    }

    fn host(&mut self, columns: &[Column], row: &Row) {
        let environment = row.cell(columns, Column::Environment);
        self.book.was_read(row.line, &environment);
        let at = below("hosts", &environment);
        let host = &row.cell(columns, Column::Host);
        self.book.say(
            Said {
                at: &at,
                line: row.line,
                words: host,
            },
            Kind::Host,
            host.as_str(),
        );
        row.rest(self.book, &at, columns);
    }

    fn code(&mut self, columns: &[Column], row: &Row) {
        let cell = |column| row.cell(columns, column);
        let code = &cell(Column::Code);
        codes::say(
            self.book,
            &Code {
                name: code,
                class: &cell(Column::Class),
                message: &cell(Column::Message),
                line: row.line,
            },
        );
        row.rest(self.book, &below("codes", code), columns);
    }
}
