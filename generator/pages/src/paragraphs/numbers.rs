//! Rows that begin with their number, each cell in lines of its own.

use super::is_type;
use crate::{
    book::{Book, Said},
    columns::Column,
    entry::{self, Entry},
    piece::Piece,
    prose,
    words::{self, is_name, is_strange_mark},
};
use stipula_facts::place::below;

/// How many pieces the row at the start has: up to the next number that begins one.
pub(super) fn row(columns: &[Column], pieces: &[Piece]) -> usize {
    let here = number(pieces).unwrap_or(0);
    let Some(first) = pieces.iter().position(is_type) else {
        return pieces.len();
    };
    let numbers = (first + 1..pieces.len()).filter_map(|index| {
        let number = number(&pieces[index..]).filter(|it| *it > here)?;
        let awaited = awaits_length(columns, &pieces[index - 1]);
        (!awaited && typed_soon(&pieces[index..])).then_some((number, index))
    });
    // The number right after this one needs no look at the rest of the page.
    let mut next: Option<(u32, usize)> = None;
    for found in numbers {
        if next.is_none_or(|it| found < it) {
            next = Some(found);
        }
        if found.0 == here + 1 {
            break;
        }
    }
    next.map_or(pieces.len(), |(_, index)| index)
}

/// Whether a type follows.
fn typed_soon(pieces: &[Piece]) -> bool {
    pieces.iter().any(is_type)
}

/// Whether a cell looks like the one before a length, which is a number as well.
fn awaits_length(columns: &[Column], cell: &Piece) -> bool {
    let place = columns
        .iter()
        .position(|it| matches!(it, Column::Length(_)));
    match place.and_then(|it| columns.get(it.checked_sub(1)?)) {
        Some(Column::Type) => is_type(cell),
        Some(Column::Need) => is_mark(&cell.text),
        _ => false,
    }
}

fn is_mark(cell: &str) -> bool {
    words::need(cell).is_some() || is_strange_mark(cell)
}

/// The number of a row, when the pieces begin with one.
fn number(pieces: &[Piece]) -> Option<u32> {
    let [number, name, ..] = pieces else {
        return None;
    };
    let named = !name.bullet && is_name(&name.text) && !is_type(name) && !is_mark(&name.text);
    let short = !number.bullet && number.text.len() < 4;
    number.text.parse().ok().filter(|_| named && short)
}

/// Writes a row down: words before the type, and after it cells by what they look like, in the
/// order of the headings.
pub(super) fn entry(book: &mut Book, at: &str, columns: &[Column], row: &[Piece]) {
    let ([first, name, rest @ ..], Some(_)) = (row, number(row)) else {
        for piece in row {
            book.prose(Said {
                at: "page",
                line: piece.line,
                words: &piece.text,
            });
        }
        return;
    };
    book.was_read(first.line, &first.text);
    let mut entry = Entry {
        at: below(at, &name.text),
        name: Some(name.text.clone()),
        line: name.line,
        ..Entry::default()
    };
    let (before, mut after) = rest.split_at(rest.iter().position(is_type).unwrap_or(rest.len()));
    entry.about.extend_from_slice(before);
    if let [of, more @ ..] = after {
        entry.of = words::type_of(&of.text);
        entry.type_line = Some(of.line);
        after = more;
    }
    let place = columns.iter().position(|it| *it == Column::Type);
    for column in &columns[place.map_or(columns.len(), |it| it + 1)..] {
        let [piece, more @ ..] = after else { break };
        if take(&mut entry, *column, piece) {
            after = more;
        }
    }
    let has_sample = columns.last() == Some(&Column::Sample);
    if let Some((last, words)) = after.split_last().filter(|_| has_sample) {
        entry.about.extend_from_slice(words);
        if last.bullet || last.text.ends_with(['.', '。', ':']) {
            entry.about.push(last.clone());
        } else {
            entry.sample.push(last.clone());
        }
    } else {
        entry.about.extend_from_slice(after);
    }
    entry::describe(book, &entry);
}

/// Takes a cell whose looks fit its column.
fn take(entry: &mut Entry, column: Column, piece: &Piece) -> bool {
    match column {
        Column::Length(languages) => {
            let length = prose::length(&piece.text);
            entry.languages = languages.map(|it| (it, true));
            entry.length = length.map(|it| (it, piece.text.clone()));
            entry.length.is_some()
        }
        Column::Need => {
            if let Some((need, rest)) = words::need(&piece.text) {
                entry.need = Some(need);
                rest.clone_into(&mut entry.need_words);
            } else if is_strange_mark(&piece.text) {
                entry.need_words.clone_from(&piece.text);
            } else {
                return false;
            }
            entry.need_line = Some(piece.line);
            true
        }
        _ => false,
    }
}
