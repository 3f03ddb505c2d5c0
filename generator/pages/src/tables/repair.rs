//! Rows with a missing cell: the kinds of the values say which.

use crate::{
    columns::Column,
    prose::{demands, length},
    text::bare,
    words::{ascii, is_name, is_strange_mark, need, type_of},
};

/// A row with one cell for each column, and whether cells had to be shifted.
pub(super) fn align(columns: &[Column], cells: &[String]) -> (Vec<String>, bool) {
    let width = columns.len();
    let mut plain = cells.to_vec();
    if plain.len() > width {
        let more = plain.split_off(width).join(" ");
        if !more.trim().is_empty()
            && let Some(last) = plain.last_mut()
        {
            *last = [last.as_str(), &more].join(" ").trim().into();
        }
    }
    plain.resize(width, String::new());
    if fits(columns, &plain) || fits(columns, &without_mark(columns, &plain)) {
        return (plain, false);
    }
    // One cell fewer than columns, or as many with an empty one at the end.
    let given = plain
        .iter()
        .rposition(|it| !it.is_empty())
        .map_or(0, |it| it + 1);
    if given < width {
        for place in 1..=given {
            let mut shifted = plain[..given].to_vec();
            shifted.insert(place, String::new());
            shifted.resize(width, String::new());
            if fits(columns, &shifted) {
                return (shifted, true);
            }
        }
    }
    // Nothing is missing where every cell is there: some cell is of a kind that nobody knows.
    (plain, cells.len() < width)
}

/// The cells as if a mark for the requirement that nobody knows were not there.
fn without_mark(columns: &[Column], cells: &[String]) -> Vec<String> {
    let mut cells = cells.to_vec();
    let marks = columns.iter().zip(&mut cells);
    for (_, cell) in
        marks.filter(|(column, cell)| **column == Column::Need && is_strange_mark(cell))
    {
        cell.clear();
    }
    cells
}

/// Whether every cell is of the kind of its column.
fn fits(columns: &[Column], cells: &[String]) -> bool {
    columns
        .iter()
        .zip(cells)
        .all(|(column, cell)| match column {
            Column::Name => is_name(&bare(cell)),
            Column::Type => cell.is_empty() || type_of(&bare(cell)).is_some(),
            Column::Length(_) => length(&bare(cell)).is_some(),
            // "Required if …", and the condition alone.
            Column::Need => {
                cell.is_empty()
                    || need(&bare(cell)).is_some()
                    || demands::required(&ascii(cell), "").is_some()
            }
            _ => true,
        })
}
