//! The words about a member, paragraph by paragraph.

use super::{Entry, is_default, is_fold, is_more, rows::rows};
use crate::{
    book::{Book, Said},
    grid,
    piece::Piece,
    prose::{self, Subject, demands},
    words::{Need, pattern},
};
use stipula_facts::{Kind, place::below};

/// Which list bullets belong to.
pub(super) enum List {
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

pub(super) struct About<'a> {
    pub(super) book: &'a mut Book,
    pub(super) entry: &'a Entry,
    pub(super) list: List,
    pub(super) need: Option<Need>,
    /// A condition was found, or its loss was noted.
    pub(super) asked: bool,
}

impl<'a> About<'a> {
    fn subject(&self) -> Subject<'a> {
        Subject {
            at: &self.entry.at,
            of: self.entry.of.as_ref(),
        }
    }

    /// Words of the cell that says whether it is required.
    pub(super) fn cell(&mut self) {
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

    pub(super) fn pieces(&mut self) {
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
                self.bullet(piece);
            } else {
                self.paragraph(piece);
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
            let said = Said {
                at: &self.entry.at,
                line: piece.line,
                words: &piece.text,
            };
            if !demands::is_plain_announcement(&piece.text) {
                self.book.prose(said);
            }
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
                rest: String::new(),
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
