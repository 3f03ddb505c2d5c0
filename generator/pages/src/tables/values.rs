//! Tables of values and states.

use stipula_facts::{Kind, place::below};

use super::blocks::{Grid, Row};
use crate::{
    book::{Book, Said},
    columns::Column,
};

/// A table of values with what the page says about each.
pub(crate) fn values(book: &mut Book, at: &str, grid: &Grid) {
    let columns = &grid.heads.columns;
    let known = [Column::Code, Column::Value, Column::Status];
    let wanted = known
        .into_iter()
        .find(|it| columns.contains(it))
        .unwrap_or(Column::Code);
    for row in &grid.rows {
        let value = &row.cell(columns, wanted);
        book.say(
            Said {
                at,
                line: row.line,
                words: value,
            },
            Kind::Value,
            value.as_str(),
        );
        book.prose(Said {
            at,
            line: row.line,
            words: &row.cells.join(" / "),
        });
    }
}

/// A table of states that are not the values of a member.
pub(crate) fn states(book: &mut Book, columns: &[Column], rows: &[Row]) {
    for row in rows {
        let state = &row.cell(columns, Column::Status);
        let at = below("states", state);
        book.say(
            Said {
                at: &at,
                line: row.line,
                words: state,
            },
            Kind::Value,
            state.as_str(),
        );
        row.rest(book, &at, columns);
    }
}
