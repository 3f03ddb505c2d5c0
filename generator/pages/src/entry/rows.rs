//! Tables of values and states among the words about a member.

use crate::{
    account,
    book::{Book, Said},
    codes,
    columns::{Column, Table},
    grid::Grid,
    piece::Piece,
    prose,
};
use stipula_facts::{Kind, place::below};

/// Writes down a table of values or states that stands among the words about `at`.
pub(crate) fn rows(book: &mut Book, at: &str, grid: &Grid) {
    for head in &grid.heads {
        book.furniture(head.line, &head.text, account::COLUMN);
    }
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
                codes::say(
                    book,
                    &codes::Code {
                        name: code,
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
