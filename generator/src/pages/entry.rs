//! One member or header of a page, and the facts about it.

use serde_json::json;

use super::{
    Kind,
    book::{Book, Said, below},
    columns::{Column, Table},
    grid::{self, Grid},
    lines::Line,
    prose::{self, Length, Subject, demands},
    words::{Need, Type, pattern},
};

/// A paragraph, or one of a list.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) line: usize,
    pub(super) bullet: bool,
}

impl Piece {
    pub(super) fn of(line: &Line) -> Self {
        let bare = line
            .text
            .strip_prefix(['•', '·', '◦', '●'])
            .or_else(|| line.text.strip_prefix("- "))
            .or_else(|| line.text.strip_prefix("* "));
        Self {
            text: bare.unwrap_or(&line.text).trim().to_owned(),
            line: line.no,
            bullet: bare.is_some(),
        }
    }
}

/// What a page says about a member, before it is read.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) at: String,
    /// Not known when the capture lost the heading.
    pub(super) name: Option<String>,
    pub(super) line: usize,
    pub(super) of: Option<Type>,
    /// The type was put together from parts.
    pub(super) type_inferred: bool,
    pub(super) need: Option<Need>,
    /// Words beside the requirement.
    pub(super) need_words: String,
    /// What it means that a page does not say whether it is required.
    pub(super) unsaid: Option<Need>,
    pub(super) length: Option<Length>,
    /// Languages of two lengths, and whether the heading names them.
    pub(super) languages: Option<([&'static str; 2], bool)>,
    pub(super) about: Vec<Piece>,
    pub(super) sample: Vec<Piece>,
}

/// Writes down every fact about a member.
pub(super) fn describe(book: &mut Book, entry: &Entry) {
    let said = Said {
        at: &entry.at,
        line: entry.line,
        words: entry.name.as_deref().unwrap_or_default(),
    };
    if let Some(name) = &entry.name {
        book.say(said, Kind::Field, name.as_str());
    }
    if let Some(of) = &entry.of {
        let said = Said {
            words: &of.name,
            ..said
        };
        if entry.type_inferred {
            book.infer(said, Kind::Type, of.name.as_str());
        } else {
            book.say(said, Kind::Type, of.name.as_str());
        }
        if let Some(most) = of.max_chars {
            book.say(said, Kind::MaxChars, most);
        }
    }
    length(book, entry);
    let mut about = About {
        book,
        entry,
        list: List::Plain,
        need: None,
        asked: false,
    };
    about.cell();
    about.pieces();
    let (found, asked) = (about.need, about.asked);
    let need = found
        .filter(|it| *it == Need::Conditional)
        .or(entry.need)
        .or(found)
        .or(entry.unsaid);
    if let Some(need) = need {
        book.say(
            Said {
                words: need.name(),
                ..said
            },
            Kind::Need,
            need.name(),
        );
    }
    if need == Some(Need::Conditional) && !asked {
        book.gap(said, "condition");
    }
    sample(book, entry);
}

fn length(book: &mut Book, entry: &Entry) {
    let said = Said {
        at: &entry.at,
        line: entry.line,
        words: "",
    };
    match &entry.length {
        None | Some(Length::Nothing) => {}
        Some(Length::Chars(most)) => book.say(said, Kind::MaxChars, *most),
        Some(Length::Items(most)) => book.say(said, Kind::MaxItems, *most),
        Some(Length::Range(low, high)) => book.say(said, Kind::Range, json!([low, high])),
        Some(Length::Two(first, second)) => {
            let (order, said_so) = entry.languages.unwrap_or((["zh", "en"], false));
            let value = json!({ order[0]: first, order[1]: second });
            let value = json!({ "en": value["en"], "zh": value["zh"] });
            if said_so {
                book.say(said, Kind::MaxChars, value);
            } else {
                book.infer(said, Kind::MaxChars, value);
            }
        }
    }
}

/// A sample of one line is a fact; of more lines it is text.
fn sample(book: &mut Book, entry: &Entry) {
    if let [one] = entry.sample.as_slice() {
        book.say(
            Said {
                at: &entry.at,
                line: one.line,
                words: &one.text,
            },
            Kind::Sample,
            one.text.as_str(),
        );
        return;
    }
    for piece in &entry.sample {
        book.prose(Said {
            at: &entry.at,
            line: piece.line,
            words: &piece.text,
        });
    }
}

/// Which list bullets belong to.
enum List {
    Plain,
    More,
    Keys,
    Conditions {
        all: bool,
        parts: Vec<String>,
        line: usize,
        words: String,
    },
}

struct About<'a> {
    book: &'a mut Book,
    entry: &'a Entry,
    list: List,
    need: Option<Need>,
    /// A condition was found, or its loss was noted.
    asked: bool,
}

impl<'a> About<'a> {
    fn subject(&self) -> Subject<'a> {
        Subject {
            at: &self.entry.at,
            of: self.entry.of.as_ref(),
        }
    }

    /// Words of the cell that says whether it is required.
    fn cell(&mut self) {
        let words = self.entry.need_words.as_str();
        if words.is_empty() {
            return;
        }
        let said = Said {
            at: &self.entry.at,
            line: self.entry.line,
            words,
        };
        let reading = prose::read(self.book, &self.subject(), said.line, words);
        self.note(reading.need);
        if !reading.whole
            || reading.need.is_none()
            || pattern!(r"(?i)below|following|以下|下列").is_match(words)
        {
            self.book.prose(said);
        }
    }

    fn note(&mut self, need: Option<Need>) {
        if need.is_some() && self.need != Some(Need::Conditional) {
            self.need = need;
        }
        self.asked |= need == Some(Need::Conditional);
    }

    fn pieces(&mut self) {
        let pieces = self.entry.about.as_slice();
        let mut index = 0;
        while let Some(piece) = pieces.get(index) {
            if let Some((grid, used)) = grid::take(&pieces[index..]) {
                self.close();
                rows(self.book, &self.entry.at, &grid);
                index += used;
                continue;
            }
            if piece.bullet {
                self.bullet(piece)
            } else {
                self.paragraph(piece)
            }
            index += 1;
        }
        self.close();
    }

    fn paragraph(&mut self, piece: &Piece) {
        self.close();
        if is_fold(&piece.text) {
            let said = Said {
                at: &self.entry.at,
                line: piece.line,
                words: &piece.text,
            };
            self.book.gap(said, "children");
        } else if is_more(&piece.text) {
            self.list = List::More;
        } else if let Some(all) = demands::announces(&piece.text) {
            self.list = List::Conditions {
                all,
                parts: vec![],
                line: piece.line,
                words: piece.text.clone(),
            };
        } else {
            if pattern!(r"(?i)\bkeys(?: include| are)?\s*:$").is_match(&piece.text) {
                self.list = List::Keys;
            }
            self.words(piece);
        }
    }

    fn bullet(&mut self, piece: &Piece) {
        match &mut self.list {
            List::Conditions { parts, words, .. } => {
                parts.push(piece.text.clone());
                words.push('\n');
                words.push_str(&piece.text);
            }
            List::Keys => self.key(piece),
            List::More => self.words(piece),
            List::Plain => match prose::bullet(&piece.text) {
                Some(it) => {
                    let said = Said {
                        at: &self.entry.at,
                        line: piece.line,
                        words: &piece.text,
                    };
                    self.book.say(said, self.subject().word(), it.word);
                    if is_default(it.about) {
                        self.book.say(said, Kind::Default, it.word);
                    }
                    if !it.about.is_empty() {
                        self.book.prose(said);
                    }
                }
                None => self.words(piece),
            },
        }
    }

    fn words(&mut self, piece: &Piece) {
        let reading = prose::read(self.book, &self.subject(), piece.line, &piece.text);
        self.note(reading.need);
        if let Some(rest) = &reading.rest {
            prose::read(self.book, &self.subject(), piece.line, rest);
        }
        if !reading.whole {
            self.book.prose(Said {
                at: &self.entry.at,
                line: piece.line,
                words: &piece.text,
            });
        }
    }

    /// A key of a header that holds pairs; the words about it stand below it.
    fn key(&mut self, piece: &Piece) {
        let Some((key, about)) = self.split_key(&piece.text) else {
            return self.words(piece);
        };
        let said = Said {
            at: &self.entry.at,
            line: piece.line,
            words: &piece.text,
        };
        self.book.say(said, Kind::Key, key);
        let at = below(&self.entry.at, key);
        prose::read(self.book, &Subject { at: &at, of: None }, piece.line, about);
        self.book.prose(Said {
            at: &at,
            line: piece.line,
            words: about,
        });
    }

    /// A key and the words after it, also where the colon between them was lost.
    fn split_key<'b>(&self, text: &'b str) -> Option<(&'b str, &'b str)> {
        if let Some(it) = prose::bullet(text) {
            return Some((it.word, it.about));
        }
        let sample = self.entry.sample.first().map_or("", |it| it.text.as_str());
        let keys = pattern!(r"(?:^|,)\s*([A-Za-z]\w*)=");
        let known = keys.captures_iter(sample).filter_map(|it| {
            text.strip_prefix(&it[1])
                .map(|rest| (text.len() - rest.len(), rest))
        });
        let (end, rest) = known.max_by_key(|it| it.0).or_else(|| {
            let found = pattern!(r"^[a-z]\w*?((?:The|A|An) .*)$")
                .captures(text)?
                .get(1)?;
            Some((found.start(), &text[found.start()..]))
        })?;
        rest.starts_with(|it: char| it.is_ascii_uppercase())
            .then(|| (&text[..end], rest))
    }

    /// Ends a list.
    fn close(&mut self) {
        if let List::Conditions {
            all,
            parts,
            line,
            words,
        } = std::mem::replace(&mut self.list, List::Plain)
        {
            let found = demands::Found {
                demand: demands::listed(&parts, all),
                whole: true,
                rest: None,
            };
            let need = prose::say(
                self.book,
                &found,
                Said {
                    at: &self.entry.at,
                    line,
                    words: &words,
                },
            );
            self.note(need);
        }
    }
}

/// "Show child parameters": a fold that the capture did not open.
pub(super) fn is_fold(text: &str) -> bool {
    pattern!(r"^(?i:show (?:child|nested) (?:parameters|attributes|fields|properties)|show children|select scenario|expand all|展开子参数|查看子参数)$").is_match(text)
}

pub(super) fn is_more(text: &str) -> bool {
    pattern!(r"^(?i:more information|more info|更多信息)\s*:?$").is_match(text)
}

/// "default", "default when …"; "default barcode standard" is no such thing.
fn is_default(about: &str) -> bool {
    pattern!(r"^(?i)\(?(?:the |by )?default(?: value)?\)?(?: (?:when|if)\b.*)?[.。]?$")
        .is_match(about)
}

/// Writes down a table of values or states that stands among the words about `at`.
pub(super) fn rows(book: &mut Book, at: &str, grid: &Grid) {
    for row in &grid.rows {
        let cell = |column| {
            grid.columns
                .iter()
                .position(|it| *it == column)
                .and_then(|index| row.get(index))
        };
        let whole = row
            .iter()
            .map(|it| it.text.as_str())
            .collect::<Vec<_>>()
            .join(" / ");
        let Some(first) = row.first() else { continue };
        match grid.kind {
            Table::States => state(book, row),
            Table::Codes => {
                let text = |column| cell(column).map_or("", |it| it.text.as_str());
                let (code, class, message) = (
                    text(Column::Code),
                    text(Column::Class),
                    text(Column::Message),
                );
                super::codes::say(
                    book,
                    &super::codes::Code {
                        code,
                        class,
                        message,
                        line: first.line,
                    },
                );
            }
            _ => {
                let value = cell(Column::Code)
                    .or_else(|| cell(Column::Value))
                    .unwrap_or(first);
                let word = prose::bullet(&value.text).map_or(value.text.as_str(), |it| it.word);
                book.say(
                    Said {
                        at,
                        line: value.line,
                        words: &value.text,
                    },
                    Kind::Value,
                    word,
                );
                book.prose(Said {
                    at,
                    line: first.line,
                    words: &whole,
                });
            }
        }
    }
}

/// A status of a table, and what is said about it.
fn state(book: &mut Book, row: &[Piece]) {
    let Some((status, about)) = row.split_first() else {
        return;
    };
    let at = below("states", &status.text);
    book.say(
        Said {
            at: &at,
            line: status.line,
            words: &status.text,
        },
        Kind::Value,
        status.text.as_str(),
    );
    for piece in about {
        book.prose(Said {
            at: &at,
            line: piece.line,
            words: &piece.text,
        });
    }
}
