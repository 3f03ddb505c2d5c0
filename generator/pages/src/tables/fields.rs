//! Rows of a table of members.

use super::{blocks::Grid, repair};
use crate::{
    book::{Book, Said},
    columns::{Column, Table},
    entry::{self, Entry},
    lines,
    owners::Owners,
    piece::Piece,
    prose, text,
    travel::Travel,
    words,
};
use stipula_facts::place::below;

/// A table and its order of languages in lengths, if the page gives one anywhere.
pub(crate) struct Members<'a> {
    pub(crate) grid: &'a Grid,
    pub(crate) languages: Option<[&'static str; 2]>,
}

impl Members<'_> {
    fn columns(&self) -> &[Column] {
        &self.grid.heads.columns
    }

    /// Writes headers down.
    pub(crate) fn headers(&self, book: &mut Book, at: &str) {
        self.say(book, at, &mut Owners::default());
    }

    /// Writes the members down below a place.
    pub(crate) fn say(&self, book: &mut Book, at: &str, owners: &mut Owners) {
        self.grid.heads.note(book, at, self.grid.line);
        for row in &self.grid.rows {
            let (cells, shifted) = repair::align(self.columns(), &row.cells);
            let entry = self.entry(book, at, row.line, &cells);
            if let Some(name) = &entry.name {
                owners.add(
                    &entry.at,
                    name,
                    entry.of.as_ref().map(|it| it.name.as_str()),
                );
            }
            if shifted {
                book.gap(
                    Said {
                        at: &entry.at,
                        line: row.line,
                        words: &row.cells.join(" | "),
                    },
                    "cell",
                );
            }
            entry::describe(book, &entry);
            for grid in &row.inner {
                self.inner(book, &entry.at, grid, owners);
            }
        }
    }

    /// A table about a member: its members, or its values.
    fn inner(&self, book: &mut Book, at: &str, grid: &Grid, owners: &mut Owners) {
        if grid.heads.kind == Table::Fields {
            let members = Members {
                grid,
                languages: self.languages,
            };
            members.say(book, at, owners);
        } else {
            super::values::values(book, at, grid);
        }
    }

    fn entry(&self, book: &mut Book, at: &str, line: usize, cells: &[String]) -> Entry {
        let cell = |wanted: Column| {
            let place = self.columns().iter().position(|it| *it == wanted);
            place
                .and_then(|it| cells.get(it))
                .map_or("", String::as_str)
        };
        let bare = |wanted| text::bare(cell(wanted));
        let name = text::plain(&bare(Column::Name));
        // Only requests have members in several places.
        let travel = Travel::of_cell(&bare(Column::Travel)).filter(|_| at == "request");
        let at = travel.map_or(at, |it| it.root());
        let at = below(at, name.trim_end_matches("[]"));
        let mut entry = Entry {
            at,
            line,
            of: words::type_of(&bare(Column::Type)),
            default: text::plain(&bare(Column::Default)),
            about: pieces(cell(Column::Description), line),
            sample: pieces(&bare(Column::Sample), line),
            name: (!name.is_empty()).then_some(name),
            travel,
            ..Entry::default()
        };
        let asked = text::plain(cell(Column::Need));
        let plain = text::bare(&asked);
        // The ticks around a value of a condition say that it is one.
        (entry.need, entry.need_words) = match words::need(&asked).or_else(|| words::need(&plain)) {
            Some((need, rest)) => (Some(need), rest.to_owned()),
            None => (None, asked),
        };
        self.length(book, line, cells, &mut entry);
        let took = [
            (Column::Type, entry.of.is_some()),
            (Column::Need, entry.need.is_some()),
            (Column::Travel, travel.is_some()),
        ];
        for (column, _) in took.into_iter().filter(|it| it.1) {
            book.was_read(line, cell(column));
        }
        // `decimal(8,2)` and `map<string, Box>` say more than the type that is kept.
        if entry.of.is_none() || cell(Column::Type).contains(',') {
            entry.about.extend(pieces(cell(Column::Type), line));
        }
        for (index, (column, text)) in self.columns().iter().zip(cells).enumerate() {
            let first = self.columns().iter().position(|it| it == column) == Some(index);
            let is_read = match column {
                Column::Name
                | Column::Type
                | Column::Need
                | Column::Default
                | Column::Description
                | Column::Sample => first,
                Column::Length(_) => true,
                Column::Travel => first && travel.is_some(),
                Column::Number => text.parse::<u64>().is_ok(),
                _ => false,
            };
            if *column == Column::Number {
                book.was_read(line, text);
            }
            if !is_read {
                entry.about.extend(pieces(text, line));
            }
        }
        entry
    }

    fn length(&self, book: &mut Book, line: usize, cells: &[String], entry: &mut Entry) {
        let columns = self.columns().iter().zip(cells);
        for (column, cell) in columns {
            let Column::Length(languages) = column else {
                continue;
            };
            match prose::length(&text::bare(cell)) {
                Some(length) => entry.length = Some((length, cell.clone())),
                None => book.prose(Said {
                    at: &entry.at,
                    line,
                    words: cell,
                }),
            }
            entry.languages = match (languages, self.languages) {
                (Some(order), _) => Some((*order, true)),
                (None, Some(order)) => Some((order, false)),
                (None, None) => None,
            };
        }
    }
}

/// The lines of a cell.
pub(crate) fn pieces(cell: &str, line: usize) -> Vec<Piece> {
    let lines = lines::numbered(cell, 0);
    lines
        .iter()
        .map(|it| Piece {
            line,
            ..Piece::of(it)
        })
        .collect()
}
