//! Tables of headers: name, requirement, words, type and sample, each in a line of its own.

use super::{is_type, numbers};
use crate::{
    book::{Book, Said},
    columns::{Column, Heads},
    entry::{self, Entry},
    grid,
    lines::Line,
    piece::Piece,
    words::{self, Need, is_name},
};
use stipula_facts::place::below;

/// Reads the lines below a heading such as "General headers".
pub(crate) fn read(book: &mut Book, at: &str, lines: &[Line]) {
    let pieces = super::pieces(lines);
    let Some(Heads { columns, .. }) = grid::headings(&pieces) else {
        for piece in &pieces {
            book.prose(Said {
                at: "page",
                line: piece.line,
                words: &piece.text,
            });
        }
        return;
    };
    let mut rest = &pieces[columns.len()..];
    let numbered = columns.first() == Some(&Column::Number);
    while !rest.is_empty() {
        if numbered {
            let used = numbers::row(&columns, rest);
            numbers::entry(book, at, &columns, &rest[..used]);
            rest = &rest[used..];
            continue;
        }
        let used = row(&columns, rest);
        entry(book, at, &columns, &rest[..used]);
        rest = &rest[used..];
    }
}

/// How many pieces the row at the start has: up to the name of the next one.
fn row(columns: &[Column], pieces: &[Piece]) -> usize {
    let typed = columns.contains(&Column::Type);
    let has_type = |part: &[Piece]| part.iter().any(is_type);
    for index in 1..pieces.len() {
        let (here, next) = pieces.split_at(index);
        if next[0].bullet
            || !is_name(&next[0].text)
            || is_type(&next[0])
            || words::need(&next[0].text).is_some()
        {
            continue;
        }
        // The cell after the type is a sample, unless a row begins with it.
        let after_type = columns.last() == Some(&Column::Sample) && is_type(&pieces[index - 1]);
        let followed = next
            .get(1)
            .is_some_and(|it| words::need(&it.text).is_some());
        if after_type && !followed {
            continue;
        }
        if !typed || has_type(here) && has_type(next) {
            return index;
        }
    }
    pieces.len()
}

fn entry(book: &mut Book, at: &str, columns: &[Column], row: &[Piece]) {
    let Some((name, rest)) = row.split_first() else {
        return;
    };
    let mut entry = Entry {
        at: below(at, &name.text),
        name: Some(name.text.clone()),
        line: name.line,
        unsaid: Some(Need::Optional),
        ..Entry::default()
    };
    let typed = rest.iter().position(is_type);
    // Which side of the type the words and the sample stand on, by the headings.
    let order = |column| columns.iter().position(|it| *it == column);
    let sample_last = order(Column::Sample) > order(Column::Type);
    let words_first = order(Column::Description) < order(Column::Type);
    for (index, piece) in rest.iter().enumerate() {
        let after_type = typed.is_some_and(|it| index > it) && sample_last;
        let is_last = index + 1 == rest.len() && typed.is_some_and(|it| index > it + 1);
        if Some(index) == typed {
            entry.of = words::type_of(&piece.text);
        } else if after_type && (words_first || is_last) {
            entry.sample.push(piece.clone());
        } else if let (Some((need, "")), None, false) =
            (words::need(&piece.text), entry.need, piece.bullet)
        {
            entry.need = Some(need);
        } else {
            entry.about.push(piece.clone());
        }
    }
    entry::describe(book, &entry);
}
